// An activity log that remembers what it was told, in the order in which it was told.
import type { AboutToSend, ActivityRecorder, Ended } from '../../main/core/activity/activity-recorder.ts';

interface RecordedEntry extends AboutToSend {
  /** null while it is under way. */
  readonly outcome: Ended | null;
  readonly learned: { readonly registrationId: string } | null;
}

export interface RecordingActivity extends ActivityRecorder {
  readonly entries: readonly RecordedEntry[];
}

/** `onStep` hears of every line the moment it would be on the disk. */
export function recordingActivity(onStep: (step: 'begin' | 'end') => void = () => undefined): RecordingActivity {
  const entries: RecordedEntry[] = [];
  return {
    entries,
    begin(about) {
      const at = entries.push({ ...about, outcome: null, learned: null }) - 1;
      onStep('begin');
      return Promise.resolve({
        end(outcome, learned) {
          entries[at] = { ...about, outcome, learned: learned ?? null };
          onStep('end');
          return Promise.resolve();
        },
      });
    },
  };
}
