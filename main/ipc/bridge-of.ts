// The services as the Bridge: one line per operation, no decisions.
import type { AppDescription, LinkName } from '#contract/app.ts';
import type { Bridge } from '#contract/bridge.ts';
import { ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { CredentialService } from '../core/credentials/credential-service.ts';
import type { NoticeBoard } from './notice-board.ts';

/** The parts of the machine that only the app group needs. */
interface Machine {
  describe(): AppDescription;
  copyText(text: string): Promise<void>;
  openLink(link: LinkName): Promise<void>;
}

/** The groups that are answered as their services answer. */
type Plain = Omit<Bridge, 'app' | 'hubs' | 'credentials' | 'backup'>;

export interface Services extends Plain, Pick<CredentialService, 'hubs' | 'credentials'> {
  readonly machine: Machine;
  readonly notices: NoticeBoard;
  /** Without `choose`, as of the credentials: that is a dialog followed by reading the file. */
  readonly backup: Omit<Bridge['backup'], 'choose'>;
  readonly readBackupFile: (path: string) => ReturnType<Bridge['backup']['choose']>;
  /** Lets the person choose a file; null when they chose none. */
  readonly chooseFile: (what: 'credentials' | 'backup') => Promise<string | null>;
}

export function bridgeOf(services: Services): Bridge {
  const { machine, notices, credentials, backup, readBackupFile, chooseFile, ...plain } = services;
  return {
    ...plain,
    app: {
      describe: () => Promise.resolve(ok(machine.describe())),
      notices: () => Promise.resolve(ok(notices.notices())),
      dismissNotice: ({ noticeId }) => Promise.resolve(notices.dismiss(noticeId)),
      copyText: ({ text }) => done(machine.copyText(text)),
      openLink: ({ link }) => done(machine.openLink(link)),
    },
    backup: {
      ...backup,
      choose: async () => {
        const path = await chooseFile('backup');
        return path === null ? ok(null) : readBackupFile(path);
      },
    },
    credentials: {
      ...credentials,
      chooseFile: async () => {
        const path = await chooseFile('credentials');
        return path === null ? ok(null) : credentials.readFile({ kind: 'path', path });
      },
    },
  };
}

/** Work that answers nothing but that it is done. */
async function done(work: Promise<void>): Promise<Result<null>> {
  await work;
  return ok(null);
}
