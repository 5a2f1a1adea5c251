// The drafts of a hub, and how far each is on its way. Lives with the list, so that a closed dialog forgets nothing.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Draft } from '#contract/drafts.ts';
import type { Failure } from '#contract/failure.ts';
import { ask, failureOf } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { queryKeys } from '../../../app/query-keys.ts';
import { atFirst, type DraftStep } from './draft-step.ts';
import { askPlan, lookUp, remove, send, type Told, type Way } from './draft-way.ts';

export interface Drafts {
  /** Those of this hub, last kept first; undefined until they were read. */
  readonly drafts: readonly Draft[] | undefined;
  readonly failure: Failure | null;
  readonly told: Told | null;
  readonly dismiss: () => void;
  readonly stepOf: (draft: Draft) => DraftStep;
  readonly plan: (draft: Draft) => void;
  /** The same after it was sent and its outcome is not known. */
  readonly lookUp: (draft: Draft) => void;
  /** A contested field is to be as the draft has it, or as the Hub has it. */
  readonly accept: (draft: Draft, field: string, isAccepted: boolean) => void;
  readonly send: (draft: Draft) => void;
  readonly remove: (draft: Draft) => void;
}

/** A draft that was kept anew is another one: what was asked of it before is void. */
const stampOf = ({ id, savedAtMs }: Draft): string => `${id} ${savedAtMs}`;

export function useDrafts(hubId: string): Drafts {
  const bridge = useBridge();
  const client = useQueryClient();
  const [steps, setSteps] = useState<ReadonlyMap<string, DraftStep>>(new Map());
  const [told, setTold] = useState<Told | null>(null);
  const query = useQuery({ queryKey: queryKeys.drafts, queryFn: () => ask(bridge.drafts.list()) });

  const stepOf = (draft: Draft): DraftStep => steps.get(stampOf(draft)) ?? atFirst;
  const setStep = (draft: Draft, step: DraftStep): void => setSteps((now) => new Map(now).set(stampOf(draft), step));
  const way: Way = { bridge, client, setStep, tell: setTold };

  return {
    drafts: query.data?.filter((draft) => draft.hubId === hubId),
    failure: failureOf(query.error),
    told,
    dismiss: () => setTold(null),
    stepOf,
    plan: (draft) => void askPlan(way, draft),
    lookUp: (draft) => void lookUp(way, draft),
    accept: (draft, field, isAccepted) => {
      const step = stepOf(draft);
      if (step.kind !== 'planned') return;
      const others = [...step.accepted].filter((other) => other !== field);
      setStep(draft, { ...step, accepted: new Set(isAccepted ? [...others, field] : others) });
    },
    send: (draft) => void send(way, draft, stepOf(draft)),
    remove: (draft) => void remove(way, draft),
  };
}
