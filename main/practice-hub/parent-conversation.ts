/** The two messages between the app and the practice hub that it runs in a process of its own. */
import { startPracticeHub } from './practice-hub.ts';
import type { PracticeHub } from './practice-hub.ts';
import type { StartNotice } from './state/books.ts';

/** What the app says once: start, and keep the state in this folder. Nothing else can be set from there. */
export interface StartMessage {
  readonly stateFolder: string;
}

/** What the practice hub answers once. The credentials file contains the secret: hand it to the person, log none of it. */
type StartAnswer =
  | {
      readonly kind: 'started';
      readonly origin: string;
      readonly baseUrl: string;
      readonly tokenEndpoint: string;
      readonly credentialsFileText: string;
      readonly notices: readonly StartNotice[];
    }
  /** `reason` is the system's error code, such as `EACCES`. */
  | { readonly kind: 'failed'; readonly reason: string };

/** A start that was tried: what to answer, and the hub if there is one. */
export interface TriedStart {
  readonly answer: StartAnswer;
  readonly hub: PracticeHub | undefined;
}

/** Starts the hub that a message asks for. Reads nothing but the folder from it. */
export async function startFor(message: unknown): Promise<TriedStart> {
  const stateFolder = stateFolderIn(message);
  if (stateFolder === undefined) return { answer: { kind: 'failed', reason: 'notAStartMessage' }, hub: undefined };
  try {
    const hub = await startPracticeHub({ stateFolder, recordRequests: false });
    const { origin, baseUrl, tokenEndpoint, notices } = hub;
    const credentialsFileText = hub.credentialsFileText();
    return { answer: { kind: 'started', origin, baseUrl, tokenEndpoint, credentialsFileText, notices }, hub };
  } catch (error) {
    return { answer: { kind: 'failed', reason: codeOf(error) }, hub: undefined };
  }
}

function stateFolderIn(message: unknown): string | undefined {
  const folder =
    typeof message === 'object' && message !== null && 'stateFolder' in message ? message.stateFolder : undefined;
  return typeof folder === 'string' && folder !== '' ? folder : undefined;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
