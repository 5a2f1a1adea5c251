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
    remove: 'credentials:remove',
  },
  tokens: { status: 'tokens:status', forget: 'tokens:forget' },
  registrations: {
    saved: 'registrations:saved',
    refresh: 'registrations:refresh',
    read: 'registrations:read',
    register: 'registrations:register',
    lookUp: 'registrations:lookUp',
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
  practiceHubChanged: 'event:practiceHubChanged',
} as const satisfies { readonly [Name in keyof BridgeEvents]: `event:${Name}` };
