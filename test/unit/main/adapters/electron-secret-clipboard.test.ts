import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { electronSecretClipboard } from '../../../../main/adapters/electron-secret-clipboard.ts';
import type { ClipboardModule } from '../../../../main/adapters/electron-secret-clipboard.ts';
import { deferred } from '../../../doubles/deferred.ts';
import { recordingLog } from '../../../doubles/recording-log.ts';

const SECRET = 'FAKE0123456789ABCDEF0123456789AB';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A clipboard of one text, as Electron had it up to 43. */
function oldClipboard() {
  const board = {
    text: '',
    readText: (): string | Promise<string> => board.text,
    writeText: (text: string) => void (board.text = text),
    write: () => {
      throw new Error('items are not known here');
    },
    clear: () => void (board.text = ''),
  };
  return board;
}

/** What a screen would call `new`: an item that remembers its formats. */
class Item {
  readonly items: Record<string, string>;
  readonly types: string[];
  constructor(items: Record<string, string>) {
    this.items = items;
    this.types = Object.keys(items);
  }
  getType(): Promise<never> {
    return Promise.reject(new Error('not asked for'));
  }
}

function start(electron: ClipboardModule, platform: NodeJS.Platform = 'linux') {
  const log = recordingLog();
  return { log, secrets: electronSecretClipboard({ electron, platform, log, clearsAfterMs: 30_000 }) };
}

describe('a secret on the clipboard', () => {
  it('is taken off after the time that was told', async () => {
    const clipboard = oldClipboard();
    const { secrets } = start({ clipboard });
    await secrets.put(SECRET);
    expect(clipboard.text).toBe(SECRET);
    await vi.advanceTimersByTimeAsync(secrets.clearsAfterMs - 1);
    expect(clipboard.text).toBe(SECRET);
    await vi.advanceTimersByTimeAsync(1);
    expect(clipboard.text).toBe('');
  });

  it('is left alone when something else was copied meanwhile', async () => {
    const clipboard = oldClipboard();
    const { secrets } = start({ clipboard });
    await secrets.put(SECRET);
    clipboard.text = 'something else';
    await vi.advanceTimersByTimeAsync(60_000);
    expect(clipboard.text).toBe('something else');
  });

  it('that is copied again stays for its whole time', async () => {
    const clipboard = oldClipboard();
    const { secrets } = start({ clipboard });
    await secrets.put(SECRET);
    await vi.advanceTimersByTimeAsync(20_000);
    await secrets.put(SECRET);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(clipboard.text).toBe(SECRET);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(clipboard.text).toBe('');
  });

  it('is taken off at once when the app ends, and only then', async () => {
    const clipboard = oldClipboard();
    const { secrets } = start({ clipboard });
    clipboard.text = 'of somebody else';
    await secrets.clearNow();
    expect(clipboard.text).toBe('of somebody else');
    await secrets.put(SECRET);
    await secrets.clearNow();
    expect(clipboard.text).toBe('');
    clipboard.text = SECRET;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(clipboard.text).toBe(SECRET);
  });

  it('is not cleared with the one before it', async () => {
    const clipboard = oldClipboard();
    const { secrets } = start({ clipboard });
    await secrets.put(SECRET);
    const reading = deferred<string>();
    clipboard.readText = () => reading.promise;
    const clearing = secrets.clearNow();
    await secrets.put('FAKE-the-next-one');
    reading.resolve(SECRET);
    await clearing;
    expect(clipboard.text).toBe('FAKE-the-next-one');
  });

  it('is taken off later when the clipboard could not be read or cleared at first', async () => {
    const clipboard = oldClipboard();
    const { readText, clear } = clipboard;
    const { secrets } = start({ clipboard });
    await secrets.put(SECRET);
    clipboard.readText = () => Promise.reject(new Error('another program holds it'));
    await vi.advanceTimersByTimeAsync(30_000);
    clipboard.readText = readText;
    clipboard.clear = () => {
      throw new Error('another program holds it');
    };
    await vi.advanceTimersByTimeAsync(5000);
    expect(clipboard.text).toBe(SECRET);
    clipboard.clear = clear;
    await vi.advanceTimersByTimeAsync(5000);
    expect(clipboard.text).toBe('');
  });

  it('that cannot be taken off does not keep the app from ending', async () => {
    const clipboard = oldClipboard();
    const { secrets, log } = start({ clipboard });
    await secrets.put(SECRET);
    clipboard.readText = () => Promise.reject(new Error('another program holds it'));
    await expect(secrets.clearNow()).resolves.toBeUndefined();
    expect(log.lines).toHaveLength(1);
  });

  it('says nothing of itself in the log when the clipboard cannot be read', async () => {
    const clipboard = oldClipboard();
    const { secrets, log } = start({ clipboard });
    await secrets.put(SECRET);
    clipboard.readText = () => Promise.reject(new Error(`no access to ${SECRET}`));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(log.lines).toHaveLength(1);
    expect(JSON.stringify(log.lines)).not.toContain(SECRET);
  });
});

describe('where Electron can write several formats at once', () => {
  it.each([
    ['darwin', 'org.nspasteboard.ConcealedType'],
    ['linux', 'x-kde-passwordManagerHint'],
    ['win32', 'ExcludeClipboardContentFromMonitorProcessing'],
  ] as const)('on %s the wish not to be remembered goes along', async (platform, hint) => {
    const written: unknown[] = [];
    const clipboard = { ...oldClipboard(), write: (items: unknown[]) => void written.push(...items) };
    await start({ clipboard, ClipboardItem: Item }, platform).secrets.put(SECRET);
    expect(written).toMatchObject([
      { items: { 'text/plain': SECRET, [`electron application/osclipboard;format="${hint}"`]: 'secret' } },
    ]);
    expect(clipboard.text).toBe('');
  });

  it('a secret is copied without it when that is refused', async () => {
    const clipboard = oldClipboard();
    const { secrets, log } = start({ clipboard, ClipboardItem: Item });
    await secrets.put(SECRET);
    expect(clipboard.text).toBe(SECRET);
    expect(log.lines).toHaveLength(1);
    expect(JSON.stringify(log.lines)).not.toContain(SECRET);
  });
});
