/** What every call on registrations needs: the store, the time, the words, and the check that the status allows it. */
import type { Answer } from '../http/answer.ts';
import type { ApiProblem, ApiRefusal } from '../http/api-errors.ts';
import type { Call } from '../http/call.ts';
import { rulingOn } from './registration-rules.ts';
import type { Action, Ruling, Status } from './registration-rules.ts';
import type { RegistrationStore } from './registration-store.ts';
import type { Registration } from './registration.ts';
import type { StatusWords } from './status-words.ts';

/** The shared means of the calls. */
export interface Desk {
  readonly store: RegistrationStore;
  /** The present moment in milliseconds since 1970. */
  readonly clock: () => number;
  readonly words: StatusWords;
  readonly refuse: ApiRefusal;
  /** Keeps the present state for the next start. */
  readonly save: () => Promise<void>;
}

/** The registration a call is about with the status that follows, or the answer that refuses the call. */
export type Found =
  | { readonly kind: 'found'; readonly registration: Registration; readonly next: Status }
  | { readonly kind: 'refused'; readonly answer: Answer };

const ACTION_NAMES: Readonly<Record<Action, string>> = {
  read: 'Reading it',
  edit: 'Editing it',
  enableSynchronization: 'Enabling its synchronization',
  push: 'Accepting its data',
  disable: 'Disabling it',
  enable: 'Enabling it',
  disableSynchronization: 'Deactivating it',
  reactivate: 'Reactivating it',
  delete: 'Deleting it',
};

/** Looks a registration up for an action. 404 for one that the API does not show, 409 for a status that forbids the action. */
export function findFor(desk: Desk, id: string, action: Action): Found {
  const registration = desk.store.find(id);
  const ruling: Ruling = registration === undefined ? { kind: 'unseen' } : rulingOn(registration.status, action);
  if (registration === undefined || ruling.kind === 'unseen') return { kind: 'refused', answer: notFound(desk, id) };
  if (ruling.kind === 'allowed') return { kind: 'found', registration, next: ruling.next };
  const problem = { id: 'PPF_WrongStatus', message: wrongStatusSentence(desk.words, registration, { action, ruling }) };
  return { kind: 'refused', answer: desk.refuse(409, [problem]) };
}

/** Keeps a new or changed registration. When that fails, the registration is as before, and the failure goes on. */
export async function keep(desk: Desk, registration: Registration): Promise<void> {
  const before = desk.store.find(registration.id);
  desk.store.put(registration);
  try {
    await desk.save();
  } catch (error) {
    if (before === undefined) desk.store.remove(registration.id);
    else desk.store.put(before);
    throw error;
  }
}

/** Removes a registration for good. When that cannot be kept, it is there as before, and the failure goes on. */
export async function discard(desk: Desk, registration: Registration): Promise<void> {
  desk.store.remove(registration.id);
  try {
    await desk.save();
  } catch (error) {
    desk.store.put(registration);
    throw error;
  }
}

/** Reads a JSON body: 415 for another content type, 400 for what is not JSON. */
export function readJsonBody(
  call: Call,
  refuse: ApiRefusal,
): { readonly value: unknown } | { readonly answer: Answer } {
  if (!/^application\/json *(;|$)/i.test(call.headers['content-type'] ?? '')) {
    return { answer: refuse(415, [invalidRequestData('The content type must be application/json.')]) };
  }
  try {
    const value: unknown = JSON.parse(call.body);
    return { value };
  } catch {
    // JSON.parse has no other way to refuse; its message may quote the body and is left out.
    return { answer: refuse(400, [invalidRequestData('The body is not valid JSON.')]) };
  }
}

/** A problem with what was sent (`Pega_API_001`, hub contract 8.7). */
export function invalidRequestData(message: string, field = ''): ApiProblem {
  return { id: 'Pega_API_001', message, field };
}

function notFound(desk: Desk, id: string): Answer {
  return desk.refuse(404, [{ id: 'PPF_RegistrationNotFound', message: `There is no registration ${id}.` }]);
}

function wrongStatusSentence(
  words: StatusWords,
  registration: Registration,
  { action, ruling }: { readonly action: Action; readonly ruling: Ruling & { readonly kind: 'refused' } },
): string {
  const possible = ruling.possibleIn.map((status) => words[status]).join(', ');
  return `Registration ${registration.id} is in status ${words[registration.status]}. ${ACTION_NAMES[action]} is possible only in: ${possible}.`;
}
