// The worker in which a passphrase is stretched: one message in, one answer out, and it is gone with all it knew.
import { parentPort } from 'node:worker_threads';
import type { Result } from '#contract/result.ts';
import type { AgeTrouble } from '../core/ports.ts';
import { ageDecrypt, ageEncrypt } from './age-work.ts';

/** What the worker is asked: `bytes` is the plaintext, or the file. */
export interface AgeJob {
  readonly kind: 'encrypt' | 'decrypt';
  readonly bytes: Uint8Array;
  readonly passphrase: string;
}

export type AgeJobAnswer = Result<Uint8Array, AgeTrouble>;

async function answer({ kind, bytes, passphrase }: AgeJob): Promise<AgeJobAnswer> {
  const secret = { kind: 'passphrase', passphrase } as const;
  return kind === 'decrypt' ? ageDecrypt(bytes, secret) : { ok: true, value: await ageEncrypt(bytes, secret) };
}

parentPort?.once('message', (job: AgeJob) => {
  void answer(job).then((answered) => parentPort?.postMessage(answered));
});
