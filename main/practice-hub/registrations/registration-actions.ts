/** The four actions below `/registrations/{ID}/actions` (hub contract 1, rows 5 to 9). */
import type { AccessTokens } from '../tokens/access-tokens.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { AdmittedCall, CallHandler } from '../http/call.ts';
import { deriveSecret, newClientId } from '../tokens/client-secrets.ts';
import { findFor, keep } from './desk.ts';
import type { Desk } from './desk.ts';
import type { Action } from './registration-rules.ts';
import { toWire } from './registration.ts';
import type { Registration } from './registration.ts';
import { beginSynchronization } from './synchronization.ts';

/** The last part of an action's path. The contract does not know those of `enable` and `reactivate`. */
export interface ActionPaths {
  readonly enablesync: string;
  readonly disable: string;
  readonly enable: string;
  readonly disablesync: string;
  /** When it is the one of `enablesync`, that call reactivates a deactivated registration. */
  readonly reactivate: string;
}

/** The documented paths; where there is none, the most plausible one (hub contract 1, rows 7 and 9). */
export const PLAUSIBLE_ACTION_PATHS: ActionPaths = {
  enablesync: 'enablesync',
  disable: 'disable',
  enable: 'enable',
  disablesync: 'disablesync',
  reactivate: 'enablesync',
};

/** What the actions need besides the desk. */
export interface ActionSettings {
  readonly paths: ActionPaths;
  readonly rootKey: string;
  readonly tokens: AccessTokens;
  /** How long a synchronization takes by itself; `Infinity` when only the closing calls end it. */
  readonly synchronizeMs: number;
  /** The key under which the answer carries the client secret; `null` leaves the secret out. */
  readonly secretField: string | null;
}

/** The actions, by the last part of their path. */
export function registrationActions(desk: Desk, settings: ActionSettings): ReadonlyMap<string, CallHandler> {
  const { paths } = settings;
  const actions = new Map<string, CallHandler>([
    [paths.enable, (call) => move(desk, call, 'enable')],
    [paths.disable, (call) => move(desk, call, 'disable')],
    [paths.disablesync, (call) => move(desk, call, 'disableSynchronization')],
  ]);
  if (paths.reactivate !== paths.enablesync) {
    actions.set(paths.reactivate, (call) => synchronize(desk, settings, { call, action: 'reactivate' }));
    return actions.set(paths.enablesync, (call) => {
      return synchronize(desk, settings, { call, action: 'enableSynchronization' });
    });
  }
  return actions.set(paths.enablesync, (call) => {
    const isStopped = desk.store.find(call.id)?.status === 'stopped';
    return synchronize(desk, settings, { call, action: isStopped ? 'reactivate' : 'enableSynchronization' });
  });
}

async function move(desk: Desk, call: AdmittedCall, action: Action): Promise<Answer> {
  const found = findFor(desk, call.id, action);
  if (found.kind === 'refused') return found.answer;
  const moved: Registration = { ...found.registration, status: found.next, ...stampOf(desk, call) };
  await keep(desk, moved);
  return jsonAnswer(200, toWire(moved, desk.words));
}

interface Synchronize {
  readonly call: AdmittedCall;
  readonly action: 'enableSynchronization' | 'reactivate';
}

/** Starts a synchronization and answers with the pair for it. A second time the client ID stays and the secret is new. */
async function synchronize(desk: Desk, settings: ActionSettings, { call, action }: Synchronize): Promise<Answer> {
  const found = findFor(desk, call.id, action);
  if (found.kind === 'refused') return found.answer;
  const { registration } = found;
  const begun: Registration = {
    ...beginSynchronization(registration, desk.clock(), settings.synchronizeMs),
    clientId: registration.clientId === '' ? newClientId() : registration.clientId,
    secretGeneration: registration.secretGeneration + 1,
    ...stampOf(desk, call),
  };
  await keep(desk, begun);
  settings.tokens.revokeAll(begun.clientId);
  const secret = deriveSecret(settings.rootKey, begun.clientId, begun.secretGeneration);
  const shown = settings.secretField === null ? {} : { [settings.secretField]: secret };
  return jsonAnswer(200, { ...toWire(begun, desk.words), ...shown });
}

function stampOf(desk: Desk, call: AdmittedCall): Pick<Registration, 'updatedAtMs' | 'updatedBy'> {
  return { updatedAtMs: desk.clock(), updatedBy: call.holder.operator };
}
