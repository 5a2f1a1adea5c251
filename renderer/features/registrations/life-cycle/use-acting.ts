// Does steps of the life cycle, one after the other and each once, and keeps what came of them.
import { useQueryClient } from '@tanstack/react-query';
import { useState, type Dispatch, type SetStateAction } from 'react';
import type { ActionOutcome } from '#contract/life-cycle.ts';
import type { Registration } from '#contract/registration.ts';
import { settle } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { queryKeys } from '../../../app/query-keys.ts';
import { dropRegistration, keepRegistration } from '../saved-copy.ts';
import { afterRefusal, isQuiet, type Acting, type Asked, type StepWay } from './acting-step.ts';
import { useLook } from './use-look.ts';

/** A step that was just done: what is said of it, and what takes it back. */
export interface Finished {
  readonly registration: Registration;
  readonly way: StepWay;
}

interface ActingOptions {
  readonly hubId: string;
  readonly onFinished: (finished: Finished) => void;
}

export interface ActingControl {
  readonly acting: Acting | null;
  /** True while a step is on its way: the next one has to wait. */
  readonly isBusy: boolean;
  /** Opens the question; what takes itself back with one press begins at once. */
  readonly ask: (asked: Asked) => void;
  readonly perform: () => void;
  readonly lookUp: () => void;
  /** Back from a look-up to the question. */
  readonly askAgain: () => void;
  readonly close: () => void;
}

export function useActing(options: ActingOptions): ActingControl {
  const [acting, setActing] = useState<Acting | null>(null);
  const run = useRun(options, setActing);
  const lookUp = useLook(options.hubId, acting, setActing);
  const isBusy = acting?.step.kind === 'performing';
  return {
    acting,
    isBusy,
    ask: (asked) => {
      if (isBusy) return;
      const begun: Acting = { asked, done: [], step: { kind: 'asking', failure: null }, isOpen: !isQuiet(asked) };
      setActing(begun);
      if (!begun.isOpen) void run(begun);
    },
    perform: () => {
      if (acting !== null && !isBusy) void run(acting);
    },
    lookUp,
    askAgain: () => setActing((now) => now && { ...now, step: { kind: 'asking', failure: null } }),
    close: () => {
      if (acting?.step.kind === 'received') options.onFinished(finishedOf(acting));
      setActing((now) => (now?.step.kind === 'performing' ? { ...now, isOpen: false } : null));
    },
  };
}

type SetActing = Dispatch<SetStateAction<Acting | null>>;

/** Runs what is left of the way. Whatever a person has to know is shown, also when the dialog was closed meanwhile. */
function useRun({ hubId, onFinished }: ActingOptions, setActing: SetActing): (acting: Acting) => Promise<void> {
  const bridge = useBridge();
  const keep = useKeepOutcome(hubId);
  const client = useQueryClient();
  const become = (change: Partial<Acting>): void => setActing((now) => now && { ...now, ...change });

  return async (begun) => {
    const { asked } = begun;
    const { id: registrationId } = asked.registration;
    let { done } = begun;
    become({ step: { kind: 'performing' } });
    for (const action of asked.way.slice(done.length)) {
      const result = await settle(bridge.lifeCycle.perform({ hubId, registrationId, action }));
      void client.invalidateQueries({ queryKey: queryKeys.wire(hubId) });
      if (!result.ok) {
        become({ step: afterRefusal(result.failure), isOpen: true });
        return;
      }
      keep(registrationId, result.value);
      done = [...done, action];
      const { pair } = result.value;
      if (pair.kind !== 'notExpected') {
        become({ done, step: { kind: 'received', outcome: pair }, isOpen: true });
        return;
      }
      become({ done });
    }
    setActing(null);
    onFinished({ registration: asked.registration, way: asked.way });
  };
}

/** Shows in the list what an answer said, without waiting for main's own word. */
function useKeepOutcome(hubId: string): (registrationId: string, outcome: ActionOutcome) => void {
  const client = useQueryClient();
  return (registrationId, { action, registration }) => {
    if (action === 'delete') dropRegistration(client, hubId, registrationId);
    else if (registration !== null) keepRegistration(client, hubId, registration);
  };
}

function finishedOf({ asked }: Acting): Finished {
  return { registration: asked.registration, way: asked.way };
}
