// Does one step of the life cycle: asks the table first, and afterwards finds out what became of the registration.
import type { ActionOutcome } from '#contract/life-cycle.ts';
import type { LifeCycleAction } from '#contract/registration-actions.ts';
import type { Registration } from '#contract/registration.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import { LIFE_CYCLE_TABLE } from './life-cycle-table.ts';
import { leaveCopy, lookAt } from './look-at-hub.ts';
import { sendAction } from './send-action.ts';
import type { ActionPorts, Step } from './send-action.ts';

/**
 * Failures: `statusForbids` (nothing was sent), `registrationGone`, `actionPathUnknown`, `outcomeUnknown` wherever it may
 * have been done, and those of the Hub's answers. A success whose record cannot be read is still one.
 */
export async function performAction(
  ports: ActionPorts,
  step: Omit<Step, 'applicationName'>,
): Promise<Result<ActionOutcome>> {
  const before = await recordBefore(ports, step);
  if (!before.ok) return before;
  const receipt = await sendAction(ports, { ...step, applicationName: before.value?.applicationName ?? '' });
  // Also after a failure: a list that was asked for before does not tell what became of it.
  await ports.copies.written(step.hub.hubId, receipt.ok ? receipt.value.registration : null);
  if (!receipt.ok) return receipt;
  const { registration, pair } = receipt.value;
  return ok({ action: step.action, pair, registration: registration ?? (await recordAfter(ports, step)) });
}

type Wish = Parameters<typeof performAction>[1];

/**
 * What is known of the registration, null when it is in no saved copy. A status that does not allow the step is looked at
 * once more at the Hub before anything is refused by it: the copy may be old.
 */
async function recordBefore({ copies }: ActionPorts, step: Wish): Promise<Result<Registration | null>> {
  const copy = await copies.of(step.hub.hubId);
  const saved = copy?.registrations.find(({ id }) => id === step.registrationId) ?? null;
  if (saved === null || !forbids(saved, step.action)) return ok(saved);
  const now = await lookAt(copies, step);
  if (!now.ok || !forbids(now.value, step.action)) return now;
  return fail({ code: 'statusForbids', action: step.action, status: now.value.status.raw });
}

function forbids({ status }: Registration, action: LifeCycleAction): boolean {
  return LIFE_CYCLE_TABLE[status.kind][action].verdict === 'notAllowed';
}

async function recordAfter({ copies }: ActionPorts, step: Wish): Promise<Registration | null> {
  if (step.action === 'delete') {
    await leaveCopy(copies, step);
    return null;
  }
  const read = await lookAt(copies, step);
  return read.ok ? read.value : null;
}
