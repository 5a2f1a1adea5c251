// Keeps what is typed into the form Register application as a draft, also without the Hub, and knows which one it came from.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { WindowBridge } from '#contract/bridge.ts';
import type { RegistrationDraftFields } from '#contract/draft-inputs.ts';
import type { Draft } from '#contract/drafts.ts';
import type { Failure } from '#contract/failure.ts';
import type { Result } from '#contract/result.ts';
import { ask, failureOf, settle } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { queryKeys } from '../../../app/query-keys.ts';

/** The draft that the form was opened from. */
export type OpenedDraft = Extract<Draft, { kind: 'register' }>;

export interface KeptDraft {
  /** null for a form that was begun empty. */
  readonly opened: OpenedDraft | null;
  readonly isKeeping: boolean;
  /** Why it could not be kept. */
  readonly failure: Failure | null;
  /** Keeps the fields, as a new draft or in place of the opened one; then goes on. */
  readonly keep: (fields: RegistrationDraftFields, onKept: () => void) => void;
  /** The form is filled from this draft now, or from none. */
  readonly setOpened: (draft: OpenedDraft | null) => void;
  /** What was opened is registered: the draft is not needed any more. */
  readonly finish: () => void;
}

export function useKeptDraft(hubId: string): KeptDraft {
  const bridge = useBridge();
  const client = useQueryClient();
  const [opened, setOpened] = useState<OpenedDraft | null>(null);
  const renew = (): Promise<void> => client.invalidateQueries({ queryKey: queryKeys.drafts });
  const keeping = useMutation({
    mutationFn: (fields: RegistrationDraftFields) => ask(keepFields(bridge, hubId, { fields, opened })),
    onSuccess: renew,
  });
  return {
    opened,
    isKeeping: keeping.isPending,
    failure: failureOf(keeping.error),
    keep: (fields, onKept) => keeping.mutate(fields, { onSuccess: onKept }),
    setOpened: (draft) => {
      keeping.reset();
      setOpened(draft);
    },
    finish: () => {
      setOpened(null);
      if (opened !== null) void settle(bridge.drafts.remove({ draftId: opened.id })).then(renew);
    },
  };
}

interface ToKeep {
  readonly fields: RegistrationDraftFields;
  readonly opened: OpenedDraft | null;
}

/** A draft that was removed meanwhile is no reason to lose what is typed: then it is kept as a new one. */
async function keepFields(bridge: WindowBridge, hubId: string, { fields, opened }: ToKeep): Promise<Result<Draft>> {
  const asNew = { kind: 'register', hubId, fields } as const;
  if (opened === null) return bridge.drafts.keep(asNew);
  const kept = await bridge.drafts.keep({ ...asNew, draftId: opened.id });
  return !kept.ok && kept.failure.code === 'savedDraftMissing' ? bridge.drafts.keep(asNew) : kept;
}
