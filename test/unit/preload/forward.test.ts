import { describe, expect, it } from 'vitest';
import type { PageFile } from '#contract/bridge.ts';
import { channels, eventChannels } from '#contract/channels.ts';
import { HAND_OFF_LIMIT_BYTES } from '#contract/limits.ts';
import { forward } from '../../../preload/forward.ts';
import type { Messages } from '../../../preload/forward.ts';

function recordingMessages() {
  const invoked: unknown[] = [];
  const listeners = new Map<string, ((event: unknown, payload: unknown) => void)[]>();
  const messages: Messages = {
    invoke(...call) {
      invoked.push(call);
      return Promise.resolve('the answer');
    },
    on: (channel, listener) => void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
    removeListener: (channel, listener) =>
      void listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((known) => known !== listener),
      ),
  };
  return { messages, invoked, listeners };
}

const noPath = (): string => '';

describe('the bridge of the window', () => {
  it('has exactly these groups and operations, and nothing that sends to a channel of the page’s choice', () => {
    const bridge = forward(recordingMessages().messages, noPath);
    const keys = Object.entries(bridge).map(([group, operations]) =>
      typeof operations === 'function' ? group : `${group}: ${Object.keys(operations).join(' ')}`,
    );
    expect(keys).toEqual([
      'app: describe notices dismissNotice copyText openLink',
      'hubs: list rename remove',
      'credentials: readFile readText chooseFile discardDraft testDraft saveDraft test use change goBack dismissReminder remove',
      'downloads: list bin keep',
      'handOff: write writePlain open readCredential checkPair savePair discard',
      'keys: own make dropEarlier',
      'backup: save choose plan apply discard',
      'tokens: status forget',
      'registrations: saved refresh read register lookUp',
      'lifeCycle: table perform edit actionPaths setActionPath',
      'pairs: list copySecret check goBack remove',
      'vault: status keystore unlock dismissUnlock lock protect changePassphrase giveUpPassphrase removeSetAside shield',
      'wire: preview last',
      'review: history sinceLastVisit markVisited moments compare',
      'drafts: list keep remove plan',
      'activity: list check',
      'exports: registrations activity',
      'checkup: run tryNow',
      'settings: read change',
      'reference: document ours address setAddress',
      'reach: read setProxy setTimeouts addCertificates removeCertificate chooseClientCertificate removeClientCertificate lookAtCertificates trustIssuer',
      'problems: report save copy',
      'practiceHub: status start stop readCredentials showFile dragFile',
      'on',
    ]);
  });

  it('calls the channel of the operation with its one input and hands the answer back', async () => {
    const { messages, invoked } = recordingMessages();
    const bridge = forward(messages, noPath);
    const answers = [
      await bridge.app.describe(),
      await bridge.hubs.rename({ hubId: 'hub-1', name: 'Sales' }),
      await bridge.registrations.saved({ hubId: 'hub-1' }),
    ];
    expect(answers).toEqual(['the answer', 'the answer', 'the answer']);
    expect(invoked).toEqual([
      [channels.app.describe, undefined],
      [channels.hubs.rename, { hubId: 'hub-1', name: 'Sales' }],
      [channels.registrations.saved, { hubId: 'hub-1' }],
    ]);
  });

  it('passes one input on, whatever else the page adds', async () => {
    const { messages, invoked } = recordingMessages();
    const { hubs } = forward(messages, noPath);
    await Reflect.apply(Reflect.get(hubs, 'list'), undefined, [1, 2, 3]);
    expect(invoked).toEqual([[channels.hubs.list, 1]]);
  });
});

describe('a file of the page', () => {
  const fileOf = (content: Uint8Array): PageFile & { readonly asked: number[][] } => {
    const asked: number[][] = [];
    return {
      asked,
      name: 'credentials.txt',
      size: content.length,
      slice(start, end) {
        asked.push([start, end]);
        return { arrayBuffer: () => Promise.resolve(new Uint8Array(content.slice(start, end)).buffer) };
      },
    };
  };

  it('goes as its path, which the page never learns, and is not read', async () => {
    const { messages, invoked } = recordingMessages();
    const file = fileOf(new Uint8Array(10));
    const answer = await forward(messages, () => '/home/person/credentials.txt').credentials.readFile({ file });
    expect(invoked).toEqual([[channels.credentials.readFile, { kind: 'path', path: '/home/person/credentials.txt' }]]);
    expect(answer).toBe('the answer');
    expect(file.asked).toEqual([]);
  });

  it('goes as its bytes where it has no path', async () => {
    const { messages, invoked } = recordingMessages();
    const bytes = new TextEncoder().encode('Client ID');
    await forward(messages, noPath).credentials.readFile({ file: fileOf(bytes) });
    expect(invoked).toEqual([
      [channels.credentials.readFile, { kind: 'bytes', fileName: 'credentials.txt', bytes, sizeBytes: 9 }],
    ]);
  });

  it('of a large one no more goes than shows that it is too large', async () => {
    const { messages, invoked } = recordingMessages();
    const file = fileOf(new Uint8Array(HAND_OFF_LIMIT_BYTES * 3));
    await forward(messages, noPath).credentials.readFile({ file });
    expect(file.asked).toEqual([[0, HAND_OFF_LIMIT_BYTES + 1]]);
    const [[, input]] = invoked as [[string, { bytes: Uint8Array; sizeBytes: number }]];
    expect(input.bytes).toHaveLength(HAND_OFF_LIMIT_BYTES + 1);
    expect(input.sizeBytes).toBe(HAND_OFF_LIMIT_BYTES * 3);
  });

  it('that cannot be read is a rejection, and nothing is sent', async () => {
    const { messages, invoked } = recordingMessages();
    const pathOf = (): string => {
      throw new TypeError('not a File');
    };
    await expect(forward(messages, pathOf).credentials.readFile({ file: fileOf(new Uint8Array()) })).rejects.toThrow();
    expect(invoked).toEqual([]);
  });
});

describe('an event', () => {
  it('reaches the listener without the event object, until it stops listening', () => {
    const { messages, listeners } = recordingMessages();
    const heard: unknown[][] = [];
    const stop = forward(messages, noPath).on('registrationsChanged', (...given) => heard.push(given));
    const channel = eventChannels.registrationsChanged;
    listeners.get(channel)?.[0]?.({ sender: 'ipcRenderer' }, { hubId: 'hub-1' });
    expect(heard).toEqual([[{ hubId: 'hub-1' }]]);
    stop();
    expect(listeners.get(channel)).toEqual([]);
  });

  it('stopping one listener leaves the others, and stopping twice is no mistake', () => {
    const { messages, listeners } = recordingMessages();
    const bridge = forward(messages, noPath);
    const same = (): void => undefined;
    const stop = bridge.on('hubsChanged', same);
    bridge.on('hubsChanged', same);
    stop();
    stop();
    expect(listeners.get(eventChannels.hubsChanged)).toHaveLength(1);
  });

  it.each(['nothing', 'toString', '__proto__', 'app:describe'])('of no such name is refused (%s)', (name) => {
    const { messages, listeners } = recordingMessages();
    const bridge = forward(messages, noPath);
    expect(() => bridge.on(name as 'hubsChanged', () => undefined)).toThrow('There is no such event');
    expect(listeners.size).toBe(0);
  });
});
