// One run of the practice hub's process: what it is told, what it answers, and its end.
import { z } from 'zod';
import type { StartMessage } from '../practice-hub/parent-conversation.ts';

/** Electron's UtilityProcess, as far as it is used. */
export interface ChildProcess {
  postMessage(message: StartMessage): void;
  once(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

const startAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('started'),
    origin: z.url(),
    credentialsFileText: z.string(),
    notices: z.array(z.object({ kind: z.string() })),
  }),
  z.object({ kind: z.literal('failed'), reason: z.string() }),
]);
export type StartAnswer = z.infer<typeof startAnswer>;

/** A process that was started, and its end. */
export interface Running {
  readonly child: ChildProcess;
  readonly exited: Promise<void>;
}

/** Starts the hub that keeps its state in a folder. */
export function startIn(child: ChildProcess, stateFolder: string): Running {
  const exited = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  child.postMessage({ stateFolder });
  return { child, exited };
}

/** What the hub says of its start; when it ends or keeps silent instead, that. */
export function answerOf({ child, exited }: Running, patienceMs: number): Promise<StartAnswer> {
  return new Promise((resolve) => {
    const giveUp = (reason: string): void => resolve({ kind: 'failed', reason });
    const timer = setTimeout(() => giveUp('timeout'), patienceMs);
    child.once('message', (message) => {
      clearTimeout(timer);
      const answer = startAnswer.safeParse(message);
      resolve(answer.success ? answer.data : { kind: 'failed', reason: 'unknown' });
    });
    void exited.then(() => {
      clearTimeout(timer);
      giveUp('ended');
    });
  });
}
