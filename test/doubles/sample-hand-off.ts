// Hand-offs, keys and backups as main would answer them.
import type { BackupPlan, HandedItem, OpenedHandOff, OwnKey } from '#contract/hand-off.ts';

export const SAMPLE_PUBLIC_KEY = `age1${'q'.repeat(58)}`;

export function sampleItem(more: Partial<HandedItem> = {}): HandedItem {
  return {
    index: 0,
    kind: 'registration',
    hubName: 'Claims Hub',
    baseUrl: 'https://claims.example.com/prweb/api/ppf/v1',
    label: 'areks1',
    clientId: '69886076323519860336',
    secretMask: '••••••••7C1E',
    note: '',
    isKnown: false,
    knownSinceMs: null,
    ...more,
  };
}

export const samplePlan: BackupPlan = {
  planId: 'plan-1',
  fileName: 'backup.json',
  madeAtMs: Date.UTC(2026, 10, 20),
  newHubs: [{ name: 'Policy Hub', baseUrl: 'https://policy.example.com/prweb/api/ppf/v1', credentials: 2 }],
  knownHubs: [{ name: 'Claims Hub', credentials: 0 }],
  newViews: ['Stopped ones'],
  newWays: [
    {
      hubName: 'Policy Hub',
      timeouts: { connectSeconds: 20, answerSeconds: 60 },
      actionPaths: [{ action: 'enable', path: 'actions/enable' }],
      referenceAddress: null,
    },
  ],
  newTrust: [
    {
      hubName: null,
      proxy: { kind: 'manual', address: 'http://proxy.example.com:8080', userName: 'ada' },
      authorities: [
        {
          subject: 'Example Root CA',
          issuer: 'Example Root CA',
          validFromMs: Date.UTC(2024, 0, 1),
          validToMs: Date.UTC(2034, 0, 1),
          fingerprint256: Array.from({ length: 32 }, () => 'AB').join(':'),
        },
      ],
    },
  ],
  differences: [{ name: 'historyDays', here: 400, inBackup: 90 }],
};

export function sampleOpened(more: Partial<OpenedHandOff> = {}): OpenedHandOff {
  return {
    handOffId: 'hand-off-1',
    fileName: 'for-ada.age',
    note: 'Until the audit',
    madeAtMs: Date.UTC(2026, 10, 20),
    items: [
      sampleItem(),
      sampleItem({
        index: 1,
        kind: 'dataSync',
        label: 'SalesDesk',
        isKnown: true,
        knownSinceMs: Date.UTC(2026, 10, 22),
      }),
    ],
    backup: null,
    ...more,
  };
}

export function sampleKey(more: Partial<OwnKey> = {}): OwnKey {
  return {
    publicKey: SAMPLE_PUBLIC_KEY,
    madeAtMs: Date.UTC(2026, 10, 20),
    protection: { level: 'osKeystore', backend: 'gnome_libsecret' },
    secretState: 'ready',
    earlierKeys: 0,
    ...more,
  };
}
