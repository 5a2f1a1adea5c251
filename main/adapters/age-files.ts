// The AgeFiles port over age-encryption, which the `age` tool reads and writes too. The library is read when it is needed.
import { Worker } from 'node:worker_threads';
import { ok } from '#contract/result.ts';
import type { AgeFiles } from '../core/ports.ts';
import type { AgeJob, AgeJobAnswer } from './age-worker.ts';

/** `workerFile` is age-worker as it lies beside main: a script of the bundle, or the source in tests. */
export function ageFiles({ workerFile }: { readonly workerFile: string | URL }): AgeFiles {
  return {
    async encrypt(plaintext, lock) {
      if (lock.kind === 'recipients') return (await import('./age-work.ts')).ageEncrypt(plaintext, lock);
      const answer = await inWorker(workerFile, { kind: 'encrypt', bytes: plaintext, passphrase: lock.passphrase });
      if (!answer.ok) throw new Error('An age file could not be made');
      return answer.value;
    },
    async decrypt(file, key) {
      if (key.kind === 'identities') return (await import('./age-work.ts')).ageDecrypt(file, key);
      const answer = await inWorker(workerFile, { kind: 'decrypt', bytes: file, passphrase: key.passphrase });
      return answer.ok ? ok(answer.value) : answer;
    },
    makeKeyPair: async () => (await import('./age-work.ts')).ageKeyPair(),
    isRecipient: async (text) => (await import('./age-work.ts')).isAgeRecipient(text),
    armor: async (file) => (await import('./age-work.ts')).ageArmor(file),
  };
}

/** A worker of its own for every job: it holds 256 MiB while it works, and a passphrase that nobody has to wipe. */
function inWorker(workerFile: string | URL, job: AgeJob): Promise<AgeJobAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile);
    worker.once('message', (answer: AgeJobAnswer) => {
      resolve(answer);
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The worker for age files ended')));
    worker.postMessage(job);
  });
}
