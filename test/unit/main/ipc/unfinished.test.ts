import { expect, it } from 'vitest';
import { channels } from '#contract/channels.ts';
import { unfinishedOperations } from '../../../../main/ipc/unfinished.ts';
import { deferred } from '../../../doubles/deferred.ts';

it('is settled at once when nothing was begun', async () => {
  await unfinishedOperations().settled();
});

it.each([channels.registrations.register, channels.credentials.saveDraft, channels.hubs.remove])(
  'waits for %s, also when it fails',
  async (channel) => {
    for (const isFailing of [false, true]) {
      const unfinished = unfinishedOperations();
      const work = deferred<string>();
      unfinished.note(channel, work.promise);
      let isSettled = false;
      const settled = unfinished.settled().then(() => (isSettled = true));
      await Promise.resolve();
      expect(isSettled).toBe(false);
      if (isFailing) work.reject(new Error('failed'));
      else work.resolve('done');
      await settled;
    }
  },
);

it('waits for what begins meanwhile', async () => {
  const unfinished = unfinishedOperations();
  const [first, second] = [deferred<string>(), deferred<string>()];
  unfinished.note(channels.registrations.register, first.promise);
  let isSettled = false;
  const settled = unfinished.settled().then(() => (isSettled = true));
  unfinished.note(channels.registrations.register, second.promise);
  first.resolve('done');
  await new Promise((resolve) => setImmediate(resolve));
  expect(isSettled).toBe(false);
  second.resolve('done');
  await settled;
});

it.each([channels.registrations.refresh, channels.credentials.chooseFile, channels.credentials.testDraft])(
  'does not wait for %s, which changes nothing and can take as long as it likes',
  async (channel) => {
    const unfinished = unfinishedOperations();
    unfinished.note(channel, new Promise(() => undefined));
    await unfinished.settled();
  },
);
