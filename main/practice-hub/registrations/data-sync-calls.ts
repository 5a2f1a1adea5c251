/** The batch calls with which a remote application sends its data; the practice hub checks them and keeps no data. */
import { emptyAnswer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { AdmittedCall } from '../http/call.ts';
import { invalidRequestData, keep, readJsonBody } from './desk.ts';
import type { Desk } from './desk.ts';
import { rulingOn } from './registration-rules.ts';
import type { Registration, SyncResource } from './registration.ts';
import { closeResource } from './synchronization.ts';

/** The most items of one batch (hub contract 6.1). */
const LARGEST_BATCH = 50;

/** Accepts a batch of one resource, or the empty closing call of the initial load (hub contract 6.2). */
export async function acceptBatch(desk: Desk, call: AdmittedCall, resource: SyncResource): Promise<Answer> {
  const registration = desk.store.findByClientId(call.holder.clientId);
  if (registration === undefined || rulingOn(registration.status, 'push').kind !== 'allowed') {
    return desk.refuse(403, [
      { id: 'PPF_SynchronizationStopped', message: 'The hub accepts no data of this application.' },
    ]);
  }
  const isClosing = call.query.get('preactivationDataLast') === 'true';
  const refusal = isClosing && call.body.trim() === '' ? undefined : refusalOfBatch(desk, call);
  if (refusal !== undefined) return refusal;
  await keep(desk, afterBatch(registration, { resource, isClosing, nowMs: desk.clock() }));
  return emptyAnswer(202);
}

interface Batch {
  readonly resource: SyncResource;
  readonly isClosing: boolean;
  readonly nowMs: number;
}

function afterBatch(registration: Registration, { resource, isClosing, nowMs }: Batch): Registration {
  const noted = resource === 'tasks' ? { ...registration, lastTaskSyncedAtMs: nowMs } : registration;
  return isClosing && noted.status === 'synchronizing' ? closeResource(noted, resource, nowMs) : noted;
}

function refusalOfBatch(desk: Desk, call: AdmittedCall): Answer | undefined {
  const body = readJsonBody(call, desk.refuse);
  if ('answer' in body) return body.answer;
  const problem = problemOfBatch(body.value);
  return problem === undefined ? undefined : desk.refuse(400, [invalidRequestData(problem, 'requests')]);
}

function problemOfBatch(value: unknown): string | undefined {
  const requests = typeof value === 'object' && value !== null && 'requests' in value ? value.requests : undefined;
  if (!Array.isArray(requests)) return 'must be a list.';
  if (requests.length > LARGEST_BATCH) return `must not hold more than ${LARGEST_BATCH} items.`;
  return requests.every(isBatchItem) ? undefined : 'must hold only items with a method (POST or PUT) and a body.';
}

function isBatchItem(item: unknown): boolean {
  if (typeof item !== 'object' || item === null || !('method' in item) || !('body' in item)) return false;
  return (item.method === 'POST' || item.method === 'PUT') && typeof item.body === 'object' && item.body !== null;
}
