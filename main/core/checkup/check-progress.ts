// A check as far as it has come: which steps there are, and what each came to.
import type { CheckFinding, CheckStep, CheckStepName, Checkup } from '#contract/checkup.ts';
import type { Failure } from '#contract/failure.ts';
import type { Clock } from '../ports.ts';

/** What a step came to. What was found can be told of a failed one as well. */
export type StepResult =
  | { readonly outcome: 'passed' | 'warned' | 'skipped'; readonly finding: CheckFinding }
  | { readonly outcome: 'failed'; readonly failure: Failure; readonly finding?: CheckFinding };

type Planned = Pick<CheckStep, 'name' | 'host'>;

export interface CheckProgress {
  /** Takes a planned step; true when what comes after it can be tried. */
  take(step: Planned, work: () => Promise<StepResult>): Promise<boolean>;
  /** Nothing more is taken: what still waits is skipped. */
  finish(): Checkup;
}

interface ProgressPorts {
  readonly clock: Clock;
  readonly onChanged: (checkup: Checkup) => void;
}

export function checkProgress(hubId: string, planned: readonly Planned[], ports: ProgressPorts): CheckProgress {
  const { clock, onChanged } = ports;
  let checkup: Checkup = {
    hubId,
    startedAtMs: clock.nowMs(),
    isRunning: true,
    steps: planned.map((step) => ({ ...step, outcome: 'waiting', durationMs: null, finding: null, failure: null })),
  };

  function put(change: Partial<Checkup>): void {
    checkup = { ...checkup, ...change };
    onChanged(checkup);
  }

  function putStep({ name, host }: Planned, change: Partial<CheckStep>): void {
    const steps = checkup.steps.map((step) =>
      step.name === name && step.host === host ? { ...step, ...change } : step,
    );
    put({ steps });
  }

  return {
    async take(step, work) {
      const startedAtMs = clock.nowMs();
      putStep(step, { outcome: 'running' });
      const result = await work();
      const { outcome, finding = null } = result;
      const durationMs = outcome === 'skipped' ? null : Math.max(0, clock.nowMs() - startedAtMs);
      putStep(step, { outcome, durationMs, finding, failure: result.outcome === 'failed' ? result.failure : null });
      return outcome !== 'failed';
    },
    finish() {
      const steps = checkup.steps.map((step) =>
        step.outcome === 'waiting' ? { ...step, outcome: 'skipped' as const } : step,
      );
      put({ steps, isRunning: false });
      return checkup;
    },
  };
}

/** The order of a host's network steps, and of what is asked of the Hub. */
export const NETWORK_STEPS = ['proxy', 'name', 'connection', 'certificate'] as const satisfies readonly CheckStepName[];
export const HUB_STEPS = ['token', 'clock', 'role', 'answer'] as const satisfies readonly CheckStepName[];
