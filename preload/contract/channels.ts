// The channel of every operation and event. A missing, extra or misnamed one does not compile.
import type { Bridge, BridgeEvents } from './bridge.ts';

type ChannelTable = {
  readonly [Group in keyof Bridge]: {
    readonly [Verb in keyof Bridge[Group]]: `${Group}:${Verb & string}`;
  };
};

export const channels = {
  app: {
    describe: 'app:describe',
    notices: 'app:notices',
    dismissNotice: 'app:dismissNotice',
    copyText: 'app:copyText',
    openLink: 'app:openLink',
  },
  hubs: { list: 'hubs:list', rename: 'hubs:rename', remove: 'hubs:remove' },
  credentials: {
    readFile: 'credentials:readFile',
    readText: 'credentials:readText',
    chooseFile: 'credentials:chooseFile',
    discardDraft: 'credentials:discardDraft',
    testDraft: 'credentials:testDraft',
    saveDraft: 'credentials:saveDraft',
    test: 'credentials:test',
    use: 'credentials:use',
    change: 'credentials:change',
    goBack: 'credentials:goBack',
    dismissReminder: 'credentials:dismissReminder',
    remove: 'credentials:remove',
  },
  downloads: { list: 'downloads:list', bin: 'downloads:bin', keep: 'downloads:keep' },
  handOff: {
    write: 'handOff:write',
    writePlain: 'handOff:writePlain',
    open: 'handOff:open',
    readCredential: 'handOff:readCredential',
    savePair: 'handOff:savePair',
    discard: 'handOff:discard',
  },
  keys: { own: 'keys:own', make: 'keys:make', dropEarlier: 'keys:dropEarlier' },
  backup: { save: 'backup:save', choose: 'backup:choose', apply: 'backup:apply', discard: 'backup:discard' },
  tokens: { status: 'tokens:status', forget: 'tokens:forget' },
  registrations: {
    saved: 'registrations:saved',
    refresh: 'registrations:refresh',
    read: 'registrations:read',
    register: 'registrations:register',
    lookUp: 'registrations:lookUp',
  },
  lifeCycle: {
    table: 'lifeCycle:table',
    perform: 'lifeCycle:perform',
    edit: 'lifeCycle:edit',
    actionPaths: 'lifeCycle:actionPaths',
    setActionPath: 'lifeCycle:setActionPath',
  },
  pairs: { list: 'pairs:list', copySecret: 'pairs:copySecret', check: 'pairs:check', remove: 'pairs:remove' },
  vault: {
    status: 'vault:status',
    keystore: 'vault:keystore',
    unlock: 'vault:unlock',
    dismissUnlock: 'vault:dismissUnlock',
    lock: 'vault:lock',
    protect: 'vault:protect',
    changePassphrase: 'vault:changePassphrase',
    giveUpPassphrase: 'vault:giveUpPassphrase',
    shield: 'vault:shield',
  },
  wire: { preview: 'wire:preview', last: 'wire:last' },
  review: {
    history: 'review:history',
    sinceLastVisit: 'review:sinceLastVisit',
    markVisited: 'review:markVisited',
    moments: 'review:moments',
    compare: 'review:compare',
  },
  drafts: { list: 'drafts:list', keep: 'drafts:keep', remove: 'drafts:remove', plan: 'drafts:plan' },
  activity: { list: 'activity:list', check: 'activity:check' },
  exports: { registrations: 'exports:registrations', activity: 'exports:activity' },
  settings: { read: 'settings:read', change: 'settings:change' },
  reference: {
    document: 'reference:document',
    ours: 'reference:ours',
    address: 'reference:address',
    setAddress: 'reference:setAddress',
  },
  reach: {
    read: 'reach:read',
    setProxy: 'reach:setProxy',
    setTimeouts: 'reach:setTimeouts',
    addCertificates: 'reach:addCertificates',
    removeCertificate: 'reach:removeCertificate',
    chooseClientCertificate: 'reach:chooseClientCertificate',
    removeClientCertificate: 'reach:removeClientCertificate',
    lookAtCertificates: 'reach:lookAtCertificates',
    trustIssuer: 'reach:trustIssuer',
  },
  practiceHub: {
    status: 'practiceHub:status',
    start: 'practiceHub:start',
    stop: 'practiceHub:stop',
    readCredentials: 'practiceHub:readCredentials',
    showFile: 'practiceHub:showFile',
    dragFile: 'practiceHub:dragFile',
  },
} as const satisfies ChannelTable;

export const eventChannels = {
  hubsChanged: 'event:hubsChanged',
  tokenChanged: 'event:tokenChanged',
  registrationsChanged: 'event:registrationsChanged',
  noticesChanged: 'event:noticesChanged',
  pairsChanged: 'event:pairsChanged',
  draftsChanged: 'event:draftsChanged',
  keysChanged: 'event:keysChanged',
  downloadsChanged: 'event:downloadsChanged',
  activityChanged: 'event:activityChanged',
  settingsChanged: 'event:settingsChanged',
  practiceHubChanged: 'event:practiceHubChanged',
  vaultChanged: 'event:vaultChanged',
} as const satisfies { readonly [Name in keyof BridgeEvents]: `event:${Name}` };
