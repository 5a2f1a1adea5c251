// What is under way with the registrations of each hub, and what came of it. It stands above the screens: a step goes on
// while the person is elsewhere, and its outcome waits for them.
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { lastOf, type Acting, type Finished } from './acting-step.ts';
import { toldOf, type Told } from './told.ts';

/** Of one hub: one step at a time. */
export interface HubSteps {
  readonly acting: Acting | null;
  /** What was just done; null once it was put away. */
  readonly told: Told | null;
  /** What was just done was not seen yet where it is told. */
  readonly isNews: boolean;
}

/** Whoever shows the registrations of a hub now. */
interface Onlooker {
  /** Whose details are open; null for nobody's. */
  readonly registrationId: string | null;
  /** It is gone from the Hub: its details close, and the list says so. */
  readonly onDeleted: (told: Told) => void;
}

interface StepsUnderWay {
  readonly byHub: Readonly<Record<string, HubSteps>>;
  /** Goes on from what is there now; the same function all the time, also for a screen that is gone. */
  readonly change: (hubId: string, to: (now: HubSteps) => Partial<HubSteps>) => void;
  /** All of a way is done: tells it. */
  readonly finish: (hubId: string, finished: Finished) => void;
  /** Tells who looks on at a hub; the returned function ends it. */
  readonly lookOn: (hubId: string, onlooker: Onlooker) => () => void;
}

/** Changes what is under way at one hub, from what it is now; also after its screen has gone. */
export type SetActing = (to: (now: Acting | null) => Acting | null) => void;

const NOTHING: HubSteps = { acting: null, told: null, isNews: false };

const StepsContext = createContext<StepsUnderWay | null>(null);

export function StepsProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [byHub, setByHub] = useState<StepsUnderWay['byHub']>({});
  const onlookers = useRef(new Map<string, Onlooker>());

  const change = useCallback<StepsUnderWay['change']>((hubId, to) => {
    setByHub((all) => {
      const now = all[hubId] ?? NOTHING;
      return { ...all, [hubId]: { ...now, ...to(now) } };
    });
  }, []);
  const finish = useCallback<StepsUnderWay['finish']>(
    (hubId, finished) => {
      const told = toldOf(finished);
      const onlooker = onlookers.current.get(hubId);
      const isDeleted = lastOf(finished.way) === 'delete';
      if (isDeleted) onlooker?.onDeleted(told);
      const isToldElsewhere = isDeleted && onlooker !== undefined;
      const isSeen = onlooker?.registrationId === told.registrationId;
      change(hubId, () => ({ acting: null, told: isToldElsewhere ? null : told, isNews: !isSeen }));
    },
    [change],
  );
  const lookOn = useCallback<StepsUnderWay['lookOn']>((hubId, onlooker) => {
    onlookers.current.set(hubId, onlooker);
    setByHub((all) => {
      const now = all[hubId] ?? NOTHING;
      const isSeenNow = now.isNews && now.told?.registrationId === onlooker.registrationId;
      return isSeenNow ? { ...all, [hubId]: { ...now, isNews: false } } : all;
    });
    return () => {
      if (onlookers.current.get(hubId) === onlooker) onlookers.current.delete(hubId);
    };
  }, []);
  const steps = useMemo(() => ({ byHub, change, finish, lookOn }), [byHub, change, finish, lookOn]);
  return <StepsContext value={steps}>{children}</StepsContext>;
}

/** Outside of the app's frame there are none, and asking for them is a defect. */
export function useStepsUnderWay(): StepsUnderWay {
  const steps = use(StepsContext);
  if (steps === null) throw new Error('useStepsUnderWay() was called outside of <StepsProvider>');
  return steps;
}

/** Those of one hub. */
export function useHubSteps(hubId: string): HubSteps {
  return useStepsUnderWay().byHub[hubId] ?? NOTHING;
}
