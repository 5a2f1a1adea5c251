/** List, get, create, edit and delete: the calls on registrations themselves (hub contract 1, rows 1 to 4 and 10). */
import type { AccessTokens } from '../tokens/access-tokens.ts';
import { emptyAnswer, jsonAnswer, jsonTextAnswer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { AdmittedCall, CallHandler } from '../http/call.ts';
import { discard, findFor, invalidRequestData, keep, readJsonBody } from './desk.ts';
import type { Desk } from './desk.ts';
import { judgeEdit, judgeNewRegistration } from './registration-input.ts';
import type { FieldProblem } from './registration-input.ts';
import { newRegistration, toWire } from './registration.ts';
import type { Registration, RegistrationFields } from './registration.ts';

/**
 * How Create answers, which the contract does not know:
 * `record201` and `record200` with the whole registration, `onlyId` with 201 and `{"ID"}`, `onlyLocation` with 204 and the
 * registration's path in the `Location` header.
 */
export type CreateAnswer = 'record201' | 'record200' | 'onlyId' | 'onlyLocation';

/** What these calls need besides the desk. */
export interface RegistrationCallSettings {
  readonly createAnswer: CreateAnswer;
  /** The path of the list, to build `Location` from. */
  readonly listPath: string;
  readonly tokens: AccessTokens;
}

/** The five calls. */
export type RegistrationCalls = Readonly<Record<'list' | 'get' | 'create' | 'edit' | 'remove', CallHandler>>;

/** Builds the five calls. */
export function registrationCalls(desk: Desk, settings: RegistrationCallSettings): RegistrationCalls {
  const { words } = desk;
  return {
    list: lister(desk),
    get: (call) => {
      const found = findFor(desk, call.id, 'read');
      return found.kind === 'refused' ? found.answer : jsonAnswer(200, toWire(found.registration, words));
    },
    create: (call) => create(desk, settings, call),
    edit: (call) => edit(desk, call),
    remove: async (call) => {
      const found = findFor(desk, call.id, 'delete');
      if (found.kind === 'refused') return found.answer;
      await discard(desk, found.registration);
      settings.tokens.revokeAll(found.registration.clientId);
      return emptyAnswer(200);
    },
  };
}

/** Registrations never change in place, so each is written once: a list of 100,000 is asked for more than once. */
function lister({ store, words }: Desk): CallHandler {
  const written = new WeakMap<Registration, string>();
  function write(registration: Registration): string {
    const known = written.get(registration);
    if (known !== undefined) return known;
    const text = JSON.stringify(toWire(registration, words));
    written.set(registration, text);
    return text;
  }
  return () => jsonTextAnswer(200, `{"registrations":[${store.list().map(write).join(',')}]}`);
}

async function create(desk: Desk, settings: RegistrationCallSettings, call: AdmittedCall): Promise<Answer> {
  const body = readJsonBody(call, desk.refuse);
  if ('answer' in body) return body.answer;
  const judged = judgeNewRegistration(body.value);
  if (judged.kind === 'bad') return refuseFields(desk, judged.problems);
  if (desk.store.findByName(judged.fields.applicationName) !== undefined) return refuseDuplicate(desk, judged.fields);

  const made = { by: call.holder.operator, atMs: desk.clock() };
  const registration = newRegistration(desk.store.takeId(), judged.fields, made);
  await keep(desk, registration);
  return createdAnswer(desk, settings, registration);
}

function createdAnswer(desk: Desk, settings: RegistrationCallSettings, registration: Registration): Answer {
  const location = { location: `${settings.listPath}/${registration.id}` };
  switch (settings.createAnswer) {
    case 'record201':
      return jsonAnswer(201, toWire(registration, desk.words), location);
    case 'record200':
      return jsonAnswer(200, toWire(registration, desk.words));
    case 'onlyId':
      return jsonAnswer(201, { ID: registration.id });
    case 'onlyLocation':
      return emptyAnswer(204, location);
  }
}

async function edit(desk: Desk, call: AdmittedCall): Promise<Answer> {
  const found = findFor(desk, call.id, 'edit');
  if (found.kind === 'refused') return found.answer;
  const body = readJsonBody(call, desk.refuse);
  if ('answer' in body) return body.answer;
  const judged = judgeEdit(body.value);
  if (judged.kind === 'bad') return refuseFields(desk, judged.problems);

  const stamp = { updatedAtMs: desk.clock(), updatedBy: call.holder.operator };
  const edited: Registration = { ...found.registration, ...judged.fields, ...stamp };
  await keep(desk, edited);
  return jsonAnswer(200, toWire(edited, desk.words));
}

function refuseFields(desk: Desk, problems: readonly FieldProblem[]): Answer {
  return desk.refuse(
    400,
    problems.map(({ field, message }) => invalidRequestData(message, field)),
  );
}

function refuseDuplicate(desk: Desk, { applicationName }: RegistrationFields): Answer {
  const message = `An application with the name ${applicationName} is registered already.`;
  return desk.refuse(409, [{ id: 'PPF_DuplicateApplicationName', message, field: 'applicationName' }]);
}
