// The words of the frame around every screen: title area, sidebar, status bar, notices.
import type { AppDescription, Notice, RestoredNotice } from '#contract/app.ts';
import type { TokenStatus } from '#contract/credentials.ts';
import { counted } from './numbers.ts';
import { moment } from './time.ts';

export const shellWords = {
  product: 'Fabric Registrar',
  hubs: 'Hubs',
  addHub: 'Add hub',
  screens: 'Screens',
  registrations: 'Registrations',
  overview: 'Overview',
  compare: 'Compare',
  reference: 'API reference',
  manage: 'Hub and credentials',
  allHubs: 'This computer',
  activity: 'Activity',
  settings: 'Settings',
  back: 'Back',
  forward: 'Forward',
  forgetToken: 'Forget token',
  forgetFailed: 'The token was not forgotten. Try again; it ends with the app at the latest.',
  practice: 'Practice',
  needsAttention: 'its secret cannot be used now',
  unknownCalls: (count: number): string => `the outcome of ${counted(count, 'call')} is not known`,
  statusLabel: 'Status',
  neverRead: 'Nothing read from this Hub yet',
  reading: 'Reading from the Hub',
  sessionOnly: 'Secrets last for this session only',
  cannotSave: 'Nothing can be saved: the app’s data folder cannot be written',
  broken: 'This part of the window stopped working',
  brokenDetail: 'A defect in the app, not in what you did. Nothing saved was lost.',
} as const;

/** The runtime that is older than a release's: always said. */
export function runtimeSentence({ electronVersion }: AppDescription): string {
  return `Electron ${electronVersion}, for development only`;
}

/** What the title area says of the token. */
export function tokenWords(status: TokenStatus, nowMs: number): string {
  if (status.state === 'refused') return 'token refused';
  if (status.state === 'none' || status.expiresAtMs === null || status.expiresAtMs <= nowMs) return 'no token';
  const minutes = Math.floor((status.expiresAtMs - nowMs) / 60_000);
  return minutes < 1 ? 'token under 1 min' : `token ${minutes} min`;
}

/** How fresh what is shown is: read just now, not yet known, or only what is kept on this computer. */
export function freshnessWords(state: 'live' | 'checking' | 'offline', takenAtMs: number, nowMs: number): string {
  const time = moment(takenAtMs, nowMs);
  switch (state) {
    case 'live':
      return `Read from the Hub at ${time}`;
    case 'checking':
      return `Saved copy as of ${time}`;
    case 'offline':
      return `Saved copy as of ${time} · offline: changes need the Hub`;
  }
}

/** What main did on its own, in one or two sentences. */
export function noticeWords(notice: Notice, nowMs: number): { readonly title: string; readonly detail: string } {
  if (notice.kind === 'practiceHubMoved') {
    return {
      title: 'The practice hub has a new address.',
      detail: `Its old port was taken; it now answers at ${notice.origin}.`,
    };
  }
  const { title, withoutCopy } = RESTORED[notice.kind];
  return { title, detail: restored(notice, nowMs, withoutCopy) };
}

interface RestoredWords {
  readonly title: string;
  /** What follows where no last good copy was there either. */
  readonly withoutCopy: string;
}

const RESTORED: Readonly<Record<RestoredNotice['kind'], RestoredWords>> = {
  storeRestored: {
    title: 'The saved hubs could not be read.',
    withoutCopy: 'The app starts without any; import your credentials files again.',
  },
  copyRestored: {
    title: 'A saved copy of registrations could not be read.',
    withoutCopy: 'It is read from the Hub again.',
  },
  pairsRestored: {
    title: 'The kept data-synchronization credentials could not be read.',
    withoutCopy: 'Reactivate a registration to get new ones from the Hub.',
  },
  keysRestored: {
    title: 'The record of your own key could not be read.',
    withoutCopy: 'Make a new key in the settings; files made for the old one do not open any more.',
  },
  vaultRestored: {
    title: 'The record of how secrets are protected could not be read.',
    withoutCopy:
      'What a passphrase protected does not open without it: mend the file and put it back as “vault.json”, or import the credentials files again.',
  },
  draftsRestored: {
    title: 'The drafts could not be read.',
    withoutCopy: 'The app starts without any.',
  },
  settingsRestored: {
    title: 'Some settings could not be read.',
    withoutCopy: 'The app’s own choices are in force.',
  },
};

function restored(notice: RestoredNotice, nowMs: number, withoutCopy: string): string {
  const aside = `The unreadable file was kept as “${notice.movedAsideAs}”.`;
  return notice.restoredFromMs === null
    ? `${aside} ${withoutCopy}`
    : `${aside} The last good copy, of ${moment(notice.restoredFromMs, nowMs)}, is in use.`;
}
