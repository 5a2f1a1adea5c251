// The practice hub's operations of the Bridge.
import type { Bridge } from '#contract/bridge.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { PracticeHubRunner } from '../adapters/practice-hub-process.ts';

export interface PracticeHubParts {
  readonly runner: PracticeHubRunner;
  readonly readFile: Bridge['credentials']['readFile'];
  /** Shows a file in the system's file manager. */
  readonly showFile: (path: string) => void;
  /** Starts a native drag of a file out of the window. */
  readonly dragFile: (path: string) => void;
}

export function practiceHubOperations({
  runner,
  readFile,
  showFile,
  dragFile,
}: PracticeHubParts): Bridge['practiceHub'] {
  /** Does something with the credentials file, if the hub ran at least once. */
  function withFile<Value>(use: (path: string) => Promise<Result<Value>>): Promise<Result<Value>> {
    const { path, name, isWritten } = runner.credentialsFile();
    return isWritten ? use(path) : Promise.resolve(fail({ code: 'fileMissing', fileName: name }));
  }
  function hand(path: string, over: (path: string) => void): Promise<Result<null>> {
    over(path);
    return Promise.resolve(ok(null));
  }
  return {
    status: () => Promise.resolve(ok(runner.status())),
    start: () => runner.start(),
    stop: async () => ok(await runner.stop()),
    readCredentials: () => withFile((path) => readFile({ kind: 'path', path })),
    showFile: () => withFile((path) => hand(path, showFile)),
    dragFile: () => withFile((path) => hand(path, dragFile)),
  };
}
