// The reach operations of the Bridge: the settings of the way to a hub, and a look at what its hosts show.
import type { Bridge } from '#contract/bridge.ts';
import type { Failure } from '#contract/failure.ts';
import type { ReachView } from '#contract/reach.ts';
import type { ProxyInput } from '#contract/reach-inputs.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { PreparedSecret } from '../credentials/secret-vault.ts';
import type { StoredSecret } from '../credentials/stored-secret.ts';
import { certificateOperations } from './certificate-operations.ts';
import type { CertificateParts } from './certificate-operations.ts';
import type { ReachBook, Scope } from './reach-book.ts';
import { looking, type LookingPorts } from './look-at-hub-certificates.ts';
import type { StoredProxy } from './stored-reach.ts';

export type ReachServicePorts = CertificateParts & LookingPorts;

export function reachService(ports: ReachServicePorts): Bridge['reach'] {
  const { book, hubOf } = ports;

  const missing = (scope: Scope): Failure | null =>
    scope !== null && hubOf(scope) === null ? { code: 'hubMissing' } : null;

  async function setProxy(hubId: Scope, input: ProxyInput | null): Promise<Result<ReachView>> {
    const prepared = await preparePassword(book, input);
    if (prepared?.ok === false) return prepared;
    const proxy = storedProxy(input, prepared?.value ?? null, book.scope(hubId).proxy);
    const written = book.change(hubId, { proxy });
    if (!written.ok) return written;
    if (prepared !== null) book.keep(hubId, 'proxy', prepared.value);
    return ok(book.view(hubId));
  }

  return {
    ...certificateOperations(ports, missing),
    ...looking(ports),

    read({ hubId }) {
      const failure = missing(hubId);
      return Promise.resolve(failure === null ? ok(book.view(hubId)) : fail(failure));
    },

    async setProxy({ hubId, proxy }) {
      const failure = missing(hubId);
      return failure === null ? setProxy(hubId, proxy) : fail(failure);
    },

    setTimeouts({ hubId, timeouts }) {
      const failure = missing(hubId);
      if (failure !== null) return Promise.resolve(fail(failure));
      const written = book.change(hubId, { timeouts });
      return Promise.resolve(written.ok ? ok(book.view(hubId)) : written);
    },
  };
}

/** Seals a password that was typed, for this proxy only; null when none was. */
async function preparePassword(
  book: ReachBook,
  input: ProxyInput | null,
): Promise<Awaited<ReturnType<ReachBook['prepare']>> | null> {
  if (input?.kind !== 'manual' || (input.password ?? '') === '') return null;
  return book.prepare({ clientSecret: input.password ?? '', boundOrigins: [input.address] });
}

function storedProxy(
  input: ProxyInput | null,
  prepared: PreparedSecret | null,
  before: StoredProxy | null,
): StoredProxy | null {
  if (input?.kind !== 'manual') return input;
  const { address, userName } = input;
  return { kind: 'manual', address, userName, password: prepared?.stored ?? keptPassword(input, before) };
}

/** A password that was not typed anew stays for the same proxy and name; for any other it is gone. */
function keptPassword(input: Extract<ProxyInput, { kind: 'manual' }>, before: StoredProxy | null): StoredSecret | null {
  const isSame = before?.kind === 'manual' && before.address === input.address && before.userName === input.userName;
  return isSame && input.password === null ? before.password : null;
}
