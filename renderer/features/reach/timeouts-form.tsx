// How long the app waits for a hub.
import type { ReactElement } from 'react';
import { defaultTimeouts, type ReachTimeouts } from '#contract/reach.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { reachWords } from '../../words/reach-words.ts';
import { useReachChange } from './use-reach-change.ts';

const words = reachWords.timeouts;

interface TimeoutsFormProps {
  readonly hubId: string | null;
  readonly timeouts: ReachTimeouts | null;
}

/** Each time is saved when its field is left, as in the settings. */
export function TimeoutsForm({ hubId, timeouts }: TimeoutsFormProps): ReactElement {
  const bridge = useBridge();
  const { change, isPending, failure } = useReachChange(
    hubId,
    (input: Parameters<typeof bridge.reach.setTimeouts>[0]) => bridge.reach.setTimeouts(input),
  );
  const set = (next: ReachTimeouts | null): void => change({ hubId, timeouts: next });
  return (
    <div className="reach-part" role="group" aria-label={words.label}>
      <h3>{words.label}</h3>
      {timeouts === null ? (
        <div>
          <Button size="small" isPending={isPending} onPress={() => set(defaultTimeouts)}>
            {words.own}
          </Button>
        </div>
      ) : (
        <>
          <div className="reach-times">
            <NumberField
              label={words.connectSeconds}
              value={timeouts.connectSeconds}
              min={1}
              max={120}
              onChange={(connectSeconds) => set({ ...timeouts, connectSeconds })}
            />
            <NumberField
              label={words.answerSeconds}
              value={timeouts.answerSeconds}
              min={1}
              max={600}
              onChange={(answerSeconds) => set({ ...timeouts, answerSeconds })}
            />
          </div>
          <div>
            <Button size="small" look="quiet" isPending={isPending} onPress={() => set(null)}>
              {hubId === null ? words.reset : words.resetOfHub}
            </Button>
          </div>
        </>
      )}
      {failure !== null && <FailureNotice failure={failure} />}
    </div>
  );
}
