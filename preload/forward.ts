// The Bridge as the window gets it: one invoke per operation, over whatever carries invokes. Knows no Electron.
import type { BridgeEvents, PageFile, WindowBridge } from '#contract/bridge.ts';
import { channels, eventChannels } from '#contract/channels.ts';
import type { CredentialsFileInput } from '#contract/inputs.ts';
import { HAND_OFF_LIMIT_BYTES } from '#contract/limits.ts';

/** Electron's ipcRenderer, as far as it is used. */
export interface Messages {
  invoke(channel: string, input?: unknown): Promise<unknown>;
  on(channel: string, listener: (event: unknown, payload: unknown) => void): unknown;
  removeListener(channel: string, listener: (event: unknown, payload: unknown) => void): unknown;
}

/** Where a file of the page lies on the disk; '' when it lies nowhere (Electron's webUtils.getPathForFile). */
export type PathOf = (file: PageFile) => string;

/** Nothing but these functions reaches the page: no channel names, no event objects, no paths. */
export function forward(messages: Messages, pathOf: PathOf): WindowBridge {
  const operations = Object.fromEntries(
    Object.entries(channels).map(([group, verbs]) => [group, forwardGroup(messages, verbs)]),
  );
  // SAFETY: the channel table holds every group and verb of the Bridge and no other (contract/channels.ts).
  const bridge = operations as unknown as Omit<WindowBridge, 'on'>;
  const readFile = async ({ file }: { file: PageFile }): Promise<unknown> =>
    messages.invoke(channels.credentials.readFile, await fileInput(file, pathOf));
  return {
    ...bridge,
    // SAFETY: main answers this operation as the Bridge says; the window differs in what it hands in.
    credentials: { ...bridge.credentials, readFile: readFile as WindowBridge['credentials']['readFile'] },
    on: (name, listener) => listen(messages, name, listener),
  };
}

type Operation = (input?: unknown) => Promise<unknown>;

function forwardGroup(messages: Messages, verbs: Readonly<Record<string, string>>): Record<string, Operation> {
  return Object.fromEntries(
    Object.entries(verbs).map(([verb, channel]): [string, Operation] => [
      verb,
      (input) => messages.invoke(channel, input),
    ]),
  );
}

/** A path that the page never sees; where the drop has none, the bytes, of which the first few too many are enough. */
async function fileInput(file: PageFile, pathOf: PathOf): Promise<CredentialsFileInput> {
  const path = pathOf(file);
  if (path !== '') return { kind: 'path', path };
  const bytes = new Uint8Array(await file.slice(0, HAND_OFF_LIMIT_BYTES + 1).arrayBuffer());
  return { kind: 'bytes', fileName: file.name, bytes, sizeBytes: file.size };
}

function listen<Name extends keyof BridgeEvents>(
  messages: Messages,
  name: Name,
  listener: (payload: BridgeEvents[Name]) => void,
): () => void {
  // The page is not compiled: a name from nowhere would become a channel from nowhere.
  if (!Object.hasOwn(eventChannels, name)) throw new TypeError('There is no such event');
  const channel = eventChannels[name];
  const forwarded = (_event: unknown, payload: unknown): void => {
    // SAFETY: main sends on this channel through the same table, typed by BridgeEvents.
    listener(payload as BridgeEvents[Name]);
  };
  messages.on(channel, forwarded);
  return () => void messages.removeListener(channel, forwarded);
}
