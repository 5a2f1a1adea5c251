import { describe, expect, it, vi } from 'vitest';
import type { Bridge } from '#contract/bridge.ts';
import { channels } from '#contract/channels.ts';
import { fail, ok } from '#contract/result.ts';
import { serve } from '../../../../main/ipc/serve.ts';
import { loopbackIpc } from '../../../doubles/loopback-ipc.ts';
import { recordingLog } from '../../../doubles/recording-log.ts';

const OWN_FRAME = { url: 'app://main/index.html' };

/** A bridge of which only the given operations answer; the others are a defect. */
function bridgeWith(given: { readonly [Group in keyof Bridge]?: Partial<Bridge[Group]> }): Bridge {
  const groups = Object.keys(channels).map((group): [string, unknown] => [group, Reflect.get(given, group) ?? {}]);
  return Object.fromEntries(groups) as unknown as Bridge;
}

function served(given: Parameters<typeof bridgeWith>[0] = {}) {
  const ipc = loopbackIpc();
  const log = recordingLog();
  const begun: string[] = [];
  serve({
    desk: ipc.desk,
    bridge: bridgeWith(given),
    isTrusted: ({ senderFrame }) => senderFrame === OWN_FRAME,
    onInput: () => undefined,
    onBegun: (channel) => void begun.push(channel),
    newId: () => '0f9c2b7a-0000-0000-0000-000000000000',
    log,
  });
  return { ipc, log, begun, window: ipc.messagesFrom(OWN_FRAME) };
}

describe('an operation', () => {
  it('gets its checked input and its Result goes back', async () => {
    const rename = vi.fn<Bridge['hubs']['rename']>(() => Promise.resolve(fail({ code: 'hubMissing' })));
    const { window, begun } = served({ hubs: { rename } });
    const answer = await window.invoke(channels.hubs.rename, { hubId: 'hub-1', name: '  Sales  ' });
    expect(answer).toEqual({ ok: false, failure: { code: 'hubMissing' } });
    expect(rename).toHaveBeenCalledWith({ hubId: 'hub-1', name: 'Sales' });
    expect(begun).toEqual([channels.hubs.rename]);
  });

  it('without an input is asked with nothing', async () => {
    const list = vi.fn<Bridge['hubs']['list']>(() => Promise.resolve(ok([])));
    const { window } = served({ hubs: { list } });
    expect(await window.invoke(channels.hubs.list)).toEqual({ ok: true, value: [] });
  });

  it('is answered on every channel of the contract, and on no other', async () => {
    const { window } = served();
    for (const channel of Object.values(channels).flatMap((verbs) => Object.values<string>(verbs))) {
      expect(await window.invoke(channel, { nonsense: true })).toMatchObject({ ok: false });
    }
    await expect(window.invoke('electron-store-get-data')).rejects.toThrow('No handler registered');
  });
});

describe('an input that the schema does not know', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'hub-1'],
    ['an empty object', {}],
    ['another type', { hubId: 1 }],
    ['too long an ID', { hubId: 'x'.repeat(101) }],
    ['one key too many', { hubId: 'hub-1', admin: true }],
    ['a key of every object', JSON.parse('{"hubId":"hub-1","__proto__":{"admin":true}}') as unknown],
  ])('is refused before the operation hears of it: %s', async (_name, input) => {
    const remove = vi.fn<Bridge['hubs']['remove']>();
    const { window, log } = served({ hubs: { remove } });
    expect(await window.invoke(channels.hubs.remove, input)).toMatchObject({
      ok: false,
      failure: { code: 'inputInvalid' },
    });
    expect(remove).not.toHaveBeenCalled();
    expect(log.lines).toEqual([]);
  });

  it('is refused when there are two of them', async () => {
    const remove = vi.fn<Bridge['hubs']['remove']>();
    const answers: Promise<unknown>[] = [];
    serve({
      desk: {
        handle(channel, listener) {
          if (channel === channels.hubs.remove) answers.push(listener('event', { hubId: 'a' }, { hubId: 'b' }));
        },
      },
      bridge: bridgeWith({ hubs: { remove } }),
      isTrusted: () => true,
      onInput: () => undefined,
      onBegun: () => undefined,
      newId: () => '',
      log: recordingLog(),
    });
    expect(await Promise.all(answers)).toMatchObject([{ failure: { code: 'inputInvalid' } }]);
    expect(remove).not.toHaveBeenCalled();
  });
});

describe('a call that does not come from the app’s own page', () => {
  it.each([
    ['a frame that is gone', null],
    ['another frame', { url: 'app://main/index.html' }],
    ['another page', { url: 'https://example.com/' }],
  ])('is rejected and noted, and nothing is done: %s', async (_name, senderFrame) => {
    const list = vi.fn<Bridge['hubs']['list']>();
    const { ipc, log, begun } = served({ hubs: { list } });
    await expect(ipc.messagesFrom(senderFrame).invoke(channels.hubs.list)).rejects.toThrow('Only the app’s own page');
    expect(list).not.toHaveBeenCalled();
    expect(begun).toEqual([]);
    expect(log.lines).toEqual([
      { level: 'warn', event: 'A call from elsewhere was refused', facts: { channel: 'hubs:list' } },
    ]);
  });
});

describe('a defect in an operation', () => {
  const SECRET = 'fake-secret-1234';

  it.each([
    [
      'thrown',
      () => {
        throw new TypeError(`no ${SECRET}`);
      },
    ],
    ['rejected', () => Promise.reject(new TypeError(`no ${SECRET}`))],
  ])('%s becomes a reference that is found in the log, without the words of the error', async (_name, list) => {
    const { window, log } = served({ hubs: { list } });
    expect(await window.invoke(channels.hubs.list)).toEqual({
      ok: false,
      failure: { code: 'unexpected', reference: '0f9c2b7a' },
    });
    expect(log.lines).toMatchObject([
      { level: 'warn', facts: { channel: 'hubs:list', reference: '0f9c2b7a', name: 'TypeError' } },
    ]);
    expect(JSON.stringify(log.lines)).not.toContain(SECRET);
  });

  it('is a missing operation too', async () => {
    const { window } = served();
    expect(await window.invoke(channels.hubs.list)).toMatchObject({ ok: false, failure: { code: 'unexpected' } });
  });
});
