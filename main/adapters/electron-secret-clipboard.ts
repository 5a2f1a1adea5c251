// The SecretClipboard port over Electron's clipboard: a secret does not stay there, and asks not to be remembered.
import { createHash } from 'node:crypto';
import type { ClipboardItem } from 'electron';
import type { Log } from '../core/ports.ts';
import type { SecretClipboard } from '../core/pairs/secret-clipboard.ts';
import { describeForLog } from './describe-for-log.ts';

/** The `electron` module, as far as it is used: promises and items since Electron 44, done at once before. */
export interface ClipboardModule {
  readonly clipboard: {
    readText(): string | Promise<string>;
    writeText(text: string): void | Promise<void>;
    write(items: ClipboardItem[]): void | Promise<void>;
    clear(): void;
  };
  readonly ClipboardItem?: new (items: Record<string, string>) => ClipboardItem;
}

export interface SecretClipboardOptions {
  readonly electron: ClipboardModule;
  readonly platform: NodeJS.Platform;
  readonly log: Log;
  readonly clearsAfterMs?: number;
}

export interface ElectronSecretClipboard extends SecretClipboard {
  /** Takes the last secret off now, if it is still there: for the end of the app. Never rejects; it is logged. */
  clearNow(): Promise<void>;
}

const CLEARS_AFTER_MS = 30_000;
/** Another program may hold the clipboard for a moment. */
const RETRY_AFTER_MS = 5000;

/** What clipboard managers look for before they remember something; only its presence counts. */
const CONCEALED: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'org.nspasteboard.ConcealedType',
  linux: 'x-kde-passwordManagerHint',
  win32: 'ExcludeClipboardContentFromMonitorProcessing',
};

export function electronSecretClipboard(options: SecretClipboardOptions): ElectronSecretClipboard {
  const { log, clearsAfterMs = CLEARS_AFTER_MS } = options;
  const { clipboard } = options.electron;
  /** Of the secret that was put there last: it is recognised without being kept. */
  let ours: string | null = null;
  /** How many secrets were put there so far. */
  let count = 0;
  let timer: NodeJS.Timeout | undefined;

  async function clearIfOurs(): Promise<void> {
    const [put, countThen] = [ours, count];
    if (put === null) return;
    const there = digestOf(await clipboard.readText());
    // Another secret may have been put there while the clipboard was read.
    if (count !== countThen) return;
    if (there === put) clipboard.clear();
    ours = null;
  }

  async function clearNow(): Promise<void> {
    clearTimeout(timer);
    const countThen = count;
    try {
      await clearIfOurs();
    } catch (error: unknown) {
      log.warn('The clipboard was not cleared', describeForLog(error));
      if (count === countThen) clearAfter(RETRY_AFTER_MS);
    }
  }

  function clearAfter(delayMs: number): void {
    timer = setTimeout(() => void clearNow(), delayMs);
    timer.unref();
  }

  return {
    clearsAfterMs,
    clearNow,
    async put(secret) {
      clearTimeout(timer);
      ours = digestOf(secret);
      count += 1;
      clearAfter(clearsAfterMs);
      await write(secret, options);
    },
  };
}

/** With the wish not to be remembered where Electron can say it (one write of several formats, since 44). */
async function write(secret: string, { electron, platform, log }: SecretClipboardOptions): Promise<void> {
  const { clipboard, ClipboardItem: Item } = electron;
  const concealed = CONCEALED[platform];
  if (Item !== undefined && concealed !== undefined) {
    try {
      const format = `electron application/osclipboard;format="${concealed}"`;
      await clipboard.write([new Item({ 'text/plain': secret, [format]: 'secret' })]);
      return;
    } catch (error: unknown) {
      log.warn('The clipboard took a secret only as plain text', describeForLog(error));
    }
  }
  await clipboard.writeText(secret);
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
