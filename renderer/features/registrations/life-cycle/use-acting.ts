// Does steps of the life cycle, one after the other and each once, and keeps what came of them.
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { WindowBridge } from '#contract/bridge.ts';
import type { Failure } from '#contract/failure.ts';
import type { ActionOutcome } from '#contract/life-cycle.ts';
import { settle } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { queryKeys } from '../../../app/query-keys.ts';
import { dropRegistration, keepRegistration } from '../saved-copy.ts';
import { afterRefusal, doneByNow, isQuiet, isWholeWayDone, type Acting, type Asked } from './acting-step.ts';
import { useHubSteps, useStepsUnderWay, type SetActing } from './steps-under-way.tsx';
import { useLook } from './use-look.ts';

export interface ActingControl {
  readonly acting: Acting | null;
  /** True while a step is on its way: the next one has to wait. */
  readonly isBusy: boolean;
  /** Opens the question; what takes itself back with one press begins at once. */
  readonly ask: (asked: Asked) => void;
  readonly perform: () => void;
  readonly lookUp: () => void;
  /** Back from a look-up to the question, about what is left of the way. */
  readonly askAgain: () => void;
  readonly close: () => void;
}

/** The step under way at a hub: the same for every screen that shows it. */
export function useActing(hubId: string): ActingControl {
  const { change, finish } = useStepsUnderWay();
  const { acting } = useHubSteps(hubId);
  const setActing: SetActing = (to) => change(hubId, (now) => ({ acting: to(now.acting) }));
  const run = useRun(hubId, setActing);
  const lookUp = useLook(hubId, acting, setActing);
  const isBusy = acting?.step.kind === 'performing';
  return {
    acting,
    isBusy,
    ask: (asked) => {
      if (isBusy) return;
      const begun: Acting = { asked, done: [], step: { kind: 'asking', failure: null }, isOpen: !isQuiet(asked) };
      // What is being taken back is told until it is: its button keeps the focus.
      change(hubId, ({ told }) => ({ acting: begun, told: told?.undo === asked.way[0] ? told : null }));
      if (!begun.isOpen) void run(begun);
    },
    perform: () => {
      if (acting !== null && !isBusy) void run(acting);
    },
    lookUp,
    askAgain: () =>
      setActing((now) => now && { ...now, done: doneByNow(now), step: { kind: 'asking', failure: null } }),
    close: () => {
      if (acting !== null && isWholeWayDone(acting)) finish(hubId, acting.asked);
      else setActing((now) => (now?.step.kind === 'performing' ? { ...now, isOpen: false } : null));
    },
  };
}

/** Runs what is left of the way. Whatever a person has to know is shown, also when the dialog was closed meanwhile. */
function useRun(hubId: string, setActing: SetActing): (acting: Acting) => Promise<void> {
  const bridge = useBridge();
  const client = useQueryClient();
  const { finish } = useStepsUnderWay();
  const become = (change: Partial<Acting>): void => setActing((now) => now && { ...now, ...change });

  return async (begun) => {
    const { asked } = begun;
    const about: About = { bridge, client, hubId, registrationId: asked.registration.id };
    let { done } = begun;
    become({ step: { kind: 'performing' } });
    for (const action of asked.way.slice(done.length)) {
      const result = await settle(bridge.lifeCycle.perform({ hubId, registrationId: about.registrationId, action }));
      void client.invalidateQueries({ queryKey: queryKeys.wire(hubId) });
      if (!result.ok) {
        become({ step: afterRefusal(result.failure), isOpen: true });
        void lookAfter(about, result.failure);
        return;
      }
      keepOutcome(about, result.value);
      done = [...done, action];
      const { pair } = result.value;
      if (pair.kind !== 'notExpected') {
        become({ done, step: { kind: 'received', outcome: pair }, isOpen: true });
        return;
      }
      become({ done });
    }
    finish(hubId, asked);
  };
}

interface About {
  readonly bridge: WindowBridge;
  readonly client: QueryClient;
  readonly hubId: string;
  readonly registrationId: string;
}

/** Shows in the list what an answer said, without waiting for main's own word. */
function keepOutcome({ client, hubId, registrationId }: About, { action, registration }: ActionOutcome): void {
  if (action === 'delete') dropRegistration(client, hubId, registrationId);
  else if (registration !== null) keepRegistration(client, hubId, registration);
}

/** A refused step was offered by what is known here, so that is out of date: which steps are open is read anew. */
async function lookAfter({ bridge, client, hubId, registrationId }: About, failure: Failure): Promise<void> {
  if (failure.code !== 'hubRefused') return;
  const read = await settle(bridge.registrations.read({ hubId, registrationId }));
  if (read.ok) keepRegistration(client, hubId, read.value);
  else if (read.failure.code === 'registrationGone') dropRegistration(client, hubId, registrationId);
}
