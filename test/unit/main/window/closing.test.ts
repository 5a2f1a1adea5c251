import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { closeWhenDone } from '../../../../main/window/closing.ts';
import { deferred, untilIdle } from '../../../doubles/deferred.ts';

class FakeWindow extends EventEmitter {
  readonly story: string[] = [];
  hide(): void {
    this.story.push('hidden');
  }
  close(): void {
    const prevented: true[] = [];
    this.emit('close', { preventDefault: () => prevented.push(true) });
    this.story.push(prevented.length > 0 ? 'kept' : 'closed');
  }
}

function windowThat(settles: () => Promise<unknown>, patienceMs?: number) {
  const window = new FakeWindow();
  closeWhenDone(window, {
    settled: settles,
    onClosing: () => void window.story.push('placed'),
    ...(patienceMs === undefined ? {} : { patienceMs }),
  });
  return window;
}

it('an idle window remembers where it was and closes', async () => {
  const window = windowThat(() => Promise.resolve());
  window.close();
  await untilIdle();
  expect(window.story).toEqual(['placed', 'hidden', 'kept', 'closed']);
});

it('a busy window disappears at once and closes when what must finish is finished', async () => {
  const work = deferred<null>();
  const window = windowThat(() => work.promise);
  window.close();
  window.close();
  await untilIdle();
  expect(window.story).toEqual(['placed', 'hidden', 'kept', 'kept']);
  work.resolve(null);
  await untilIdle();
  expect(window.story.at(-1)).toBe('closed');
});

it('work that fails is finished too', async () => {
  const window = windowThat(() => Promise.reject(new Error('failed')));
  window.close();
  await untilIdle();
  expect(window.story.at(-1)).toBe('closed');
});

it('work that never ends does not keep the window for ever', async () => {
  const window = windowThat(() => new Promise(() => undefined), 20);
  window.close();
  await expect.poll(() => window.story.at(-1)).toBe('closed');
});
