import { expect, it } from 'vitest';
import { eventChannels } from '#contract/channels.ts';
import { tellVia } from '../../../../main/ipc/events.ts';
import type { Listener } from '../../../../main/ipc/events.ts';

it('the window that is there is told on the channel of the event', () => {
  const sent: unknown[] = [];
  const listener: Listener = { isDestroyed: () => false, send: (...given) => void sent.push(given) };
  tellVia(() => listener)('registrationsChanged', { hubId: 'hub-1' });
  expect(sent).toEqual([[eventChannels.registrationsChanged, { hubId: 'hub-1' }]]);
});

it('nobody is told while there is no window, or one that is gone', () => {
  const gone: Listener = {
    isDestroyed: () => true,
    send: () => {
      throw new Error('Object has been destroyed');
    },
  };
  expect(() => tellVia(() => null)('hubsChanged', null)).not.toThrow();
  expect(() => tellVia(() => gone)('hubsChanged', null)).not.toThrow();
});
