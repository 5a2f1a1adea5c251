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

export interface Services extends Pick<CredentialService, 'hubs' | 'credentials'> {
  readonly machine: Machine;
  readonly notices: NoticeBoard;
  /** Lets the person choose a file; null when they chose none. */
  readonly chooseFile: () => Promise<string | null>;
  readonly tokens: Bridge['tokens'];
  readonly registrations: Bridge['registrations'];
  readonly practiceHub: Bridge['practiceHub'];
}

export function bridgeOf(services: Services): Bridge {
  const { machine, notices, credentials, hubs, tokens, registrations, practiceHub } = services;
  return {
    app: {
      describe: () => Promise.resolve(ok(machine.describe())),
      notices: () => Promise.resolve(ok(notices.notices())),
      dismissNotice: ({ noticeId }) => Promise.resolve(notices.dismiss(noticeId)),
      copyText: ({ text }) => done(machine.copyText(text)),
      openLink: ({ link }) => done(machine.openLink(link)),
    },
    hubs,
    credentials: {
      ...credentials,
      chooseFile: async () => {
        const path = await services.chooseFile();
        return path === null ? ok(null) : credentials.readFile({ kind: 'path', path });
      },
    },
    tokens,
    registrations,
    practiceHub,
  };
}

/** Work that answers nothing but that it is done. */
async function done(work: Promise<void>): Promise<Result<null>> {
  await work;
  return ok(null);
}
