// Sends one step of the life cycle where the hub takes it, and seals a pair in the answer before anything else happens.
import type { PairOutcome } from '#contract/life-cycle.ts';
import type { LifeCycleAction } from '#contract/registration-actions.ts';
import type { Registration } from '#contract/registration.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { AnswerContext } from '../../answers/server-condition.ts';
import type { PairKeeper } from '../../pairs/pair-keeper.ts';
import type { HttpAnswer } from '../../ports.ts';
import type { Written } from '../recorded-write.ts';
import { judgeWriteAnswer } from '../write-answer.ts';
import { DOCUMENTED_PATHS, isUncertain } from './action-paths.ts';
import { isNotFound, leaveCopy, lookAt } from './look-at-hub.ts';
import type { Copies, Place } from './look-at-hub.ts';
import type { PathBook, UncertainAction } from './path-book.ts';
import { findPair } from './received-pair.ts';
import type { FoundPair } from './received-pair.ts';

export interface ActionPorts {
  readonly copies: Copies;
  readonly pairs: PairKeeper;
  readonly paths: PathBook;
}

export interface Step extends Place {
  readonly action: LifeCycleAction;
  /** '' when it is not known. */
  readonly applicationName: string;
}

/** What the Hub told of a step, without anything secret; the record is null when it did not tell it whole. */
export interface StepReceipt {
  readonly registration: Registration | null;
  readonly pair: PairOutcome;
}

/** The actions whose answer holds a new pair (hub-contract 3.3, "client secret"). */
const GIVE_A_PAIR: readonly LifeCycleAction[] = ['enableSync', 'reactivate'];

/** Failures: `registrationGone`, `actionPathUnknown`, `outcomeUnknown` and those of the Hub's answers. */
export async function sendAction(ports: ActionPorts, step: Step): Promise<Result<StepReceipt>> {
  const { action } = step;
  if (isUncertain(action)) return tryPaths(ports, step, action);
  const { judged, status } = await sendTo(ports.pairs, step, DOCUMENTED_PATHS[action]);
  if (!isNotFound(status)) return judged;
  if (action === 'delete') {
    await leaveCopy(ports.copies, step);
    return fail({ code: 'registrationGone' });
  }
  const record = await lookAt(ports.copies, step);
  return !record.ok && record.failure.code === 'registrationGone' ? record : judged;
}

/** Tries one path after the other as long as the Hub answers that there is no such thing, and remembers what worked. */
async function tryPaths(ports: ActionPorts, step: Step, action: UncertainAction): Promise<Result<StepReceipt>> {
  const { hubId } = step.hub;
  let isThere = false;
  for (const path of ports.paths.toTry(hubId, action)) {
    const { judged, status } = await sendTo(ports.pairs, step, path);
    if (status !== 405 && !isNotFound(status)) {
      if (judged.ok) ports.paths.found(hubId, action, path);
      return judged;
    }
    if (status === 405 || isThere) continue;
    // "Not found" may be said of the registration as well as of the path.
    const record = await lookAt(ports.copies, step);
    if (!record.ok) return record;
    isThere = true;
  }
  return fail({ code: 'actionPathUnknown', action });
}

function sendTo(pairs: PairKeeper, step: Step, path: string | null): Promise<Written<StepReceipt>> {
  const { hub, registrationId, action, applicationName } = step;
  return hub.write({
    call: { kind: 'action', registrationId, action, path },
    applicationName,
    take: (answer, context) => takeAnswer(pairs, step, { answer, context }),
  });
}

interface Arrived {
  readonly answer: HttpAnswer;
  readonly context: AnswerContext;
}

/** The secret goes into the keeper here, and nowhere else: of the answer only the withheld record travels on. */
async function takeAnswer(pairs: PairKeeper, step: Step, arrived: Arrived): Promise<Result<StepReceipt>> {
  const judged = judgeWriteAnswer(arrived.answer, arrived.context);
  const registration = judged.ok ? recordOf(step, judged.value.registration) : null;
  if (!GIVE_A_PAIR.includes(step.action))
    return judged.ok ? ok({ registration, pair: { kind: 'notExpected' } }) : judged;
  // A secret in an answer that leaves it open, such as half a record, proves that it was done.
  const isRefusal = !judged.ok && judged.failure.code !== 'outcomeUnknown';
  const found = isRefusal ? null : findPair(arrived.answer.body);
  if (found !== null) return ok({ registration, pair: await keep(pairs, step, { found, registration }) });
  return judged.ok ? ok({ registration, pair: { kind: 'absent' } }) : judged;
}

/** Another registration's record is not an answer to this step. */
function recordOf({ registrationId }: Step, record: Registration | null): Registration | null {
  return record?.id === registrationId ? record : null;
}

async function keep(
  pairs: PairKeeper,
  { hub, registrationId, applicationName }: Step,
  { found, registration }: { readonly found: FoundPair; readonly registration: Registration | null },
): Promise<PairOutcome> {
  const name = registration?.applicationName ?? applicationName;
  const pair = await pairs.keep({ hubId: hub.hubId, registrationId, applicationName: name, ...found });
  return { kind: 'kept', pair };
}
