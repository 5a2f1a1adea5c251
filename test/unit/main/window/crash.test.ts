import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { reloadAfterCrash } from '../../../../main/window/crash.ts';
import { recordingLog } from '../../../doubles/recording-log.ts';

class Page extends EventEmitter {
  reloads = 0;
  reload(): void {
    this.reloads += 1;
  }
  end(reason: string): void {
    this.emit('render-process-gone', {}, { reason });
  }
}

it('a page that crashed is loaded again and noted, but not for ever, and what it had wished for is given up', () => {
  const [page, log] = [new Page(), recordingLog()];
  let ends = 0;
  reloadAfterCrash(page, { log, onGone: () => (ends += 1) });
  for (let crash = 0; crash < 10; crash += 1) page.end('crashed');
  expect(page.reloads).toBe(3);
  expect(log.lines).toHaveLength(10);
  expect(ends).toBe(10);
  expect(log.lines[0]?.facts).toEqual({ reason: 'crashed', crashes: 1 });
});

it('a page that was closed is not', () => {
  const [page, log] = [new Page(), recordingLog()];
  reloadAfterCrash(page, { log, onGone: () => undefined });
  page.end('clean-exit');
  expect([page.reloads, log.lines.length]).toEqual([0, 0]);
});
