// The Bridge: everything the window can ask of main. Read this first.
import type { AppDescription, LinkName, Notice, PracticeHubStatus } from './app.ts';
import type { ConnectionReport, CredentialsDraft, Hub, SaveOutcome, TokenStatus } from './credentials.ts';
import type {
  ClientAuthentication,
  CredentialsFileInput,
  DraftConnectionInput,
  RegistrationForm,
  SaveDraftInput,
} from './inputs.ts';
import type { RegisterOutcome, Registration, SavedCopy } from './registration.ts';
import type { Result } from './result.ts';

type Answer<Value> = Promise<Result<Value>>;

/**
 * Main implements it, preload forwards it, tests fake it. Every operation takes one object or nothing and answers a
 * Result; a rejected promise means a defect or a refused sender. No answer ever holds a secret or a token.
 */
export interface Bridge {
  readonly app: {
    /** Versions and what this machine can do. */
    describe(): Answer<AppDescription>;
    /** What main did on its own that the person must know, oldest first. */
    notices(): Answer<readonly Notice[]>;
    /** Takes one notice away for good. */
    dismissNotice(input: { noticeId: string }): Answer<null>;
    /** Puts plain text (never a secret) on the clipboard. */
    copyText(input: { text: string }): Answer<null>;
    /** Opens one of a fixed list of pages in the browser. */
    openLink(input: { link: LinkName }): Answer<null>;
  };
  readonly hubs: {
    /** All saved hubs by name, with their credentials masked. Works offline. */
    list(): Answer<readonly Hub[]>;
    rename(input: { hubId: string; name: string }): Answer<Hub>;
    /** Removes the hub, its credentials, tokens and saved copy from this machine; nothing changes on the Hub. */
    remove(input: { hubId: string }): Answer<null>;
  };
  readonly credentials: {
    /** Reads a credentials file into a draft. Stores nothing. Failures: every `file...` and `credentials...` code. */
    readFile(input: CredentialsFileInput): Answer<CredentialsDraft>;
    /** The same for pasted text. */
    readText(input: { text: string }): Answer<CredentialsDraft>;
    /** Lets the person choose a file in the system's dialog; null when they chose none. */
    chooseFile(): Answer<CredentialsDraft | null>;
    /** Drops a draft and its secret from memory. */
    discardDraft(input: { draftId: string }): Answer<null>;
    /** Asks for a token with a draft and reads the registrations once. */
    testDraft(input: DraftConnectionInput): Answer<ConnectionReport>;
    /** Seals the draft's secret and saves it, as a new credential or as a rotation; it becomes the one in use. */
    saveDraft(input: SaveDraftInput): Answer<SaveOutcome>;
    /** Asks for a fresh token with a saved credential and reads the registrations once. */
    test(input: { credentialId: string }): Answer<ConnectionReport>;
    /** Marks one credential of its hub as the one in use. */
    use(input: { credentialId: string }): Answer<Hub>;
    change(input: { credentialId: string; label: string; clientAuthentication: ClientAuthentication }): Answer<Hub>;
    /** Removes the credential and its sealed secret. The hub and its saved copy stay. */
    remove(input: { credentialId: string }): Answer<Hub>;
  };
  readonly tokens: {
    /** What is known of the credential's token. Asks nobody. */
    status(input: { credentialId: string }): Answer<TokenStatus>;
    /** Drops the token from memory; the next call asks for a new one. */
    forget(input: { credentialId: string }): Answer<TokenStatus>;
  };
  readonly registrations: {
    /** The saved copy, without the network; null when nothing was ever read from this hub. */
    saved(input: { hubId: string }): Answer<SavedCopy | null>;
    /** Reads all registrations from the Hub and renews the saved copy. */
    refresh(input: { hubId: string }): Answer<SavedCopy>;
    /** Reads one registration from the Hub and renews it in the saved copy. */
    read(input: { hubId: string; registrationId: string }): Answer<Registration>;
    /** Creates a registration. Never sent twice by itself: after `outcomeUnknown`, look it up first. */
    register(input: { hubId: string; form: RegistrationForm }): Answer<RegisterOutcome>;
    /** Asks the Hub which registrations carry this application name now (compared exactly). */
    lookUp(input: { hubId: string; applicationName: string }): Answer<readonly Registration[]>;
  };
  readonly practiceHub: {
    status(): Answer<PracticeHubStatus>;
    /** Starts the small Hub on loopback and writes its credentials file. Starting twice is the same as once. */
    start(): Answer<PracticeHubStatus>;
    stop(): Answer<PracticeHubStatus>;
    /** Reads the practice hub's credentials file into a draft, as if it had been dropped. */
    readCredentials(): Answer<CredentialsDraft>;
    /** Shows the practice hub's credentials file in the system's file manager. */
    showFile(): Answer<null>;
    /** Starts a native drag of that file, so that it can be dropped on the window. */
    dragFile(): Answer<null>;
  };
}

/** What main tells the window without being asked. */
export interface BridgeEvents {
  /** Hubs, credentials or their secrets' states changed. */
  readonly hubsChanged: null;
  readonly tokenChanged: TokenStatus;
  /** The saved copy of a hub was renewed. */
  readonly registrationsChanged: { readonly hubId: string };
  readonly noticesChanged: null;
  readonly practiceHubChanged: PracticeHubStatus;
}

/** A file of the page, as far as the bridge needs it (a DOM `File` is one). */
export interface PageFile {
  readonly name: string;
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/**
 * The Bridge as the window sees it. A file is handed over as itself: preload finds its path, and the page never
 * learns it and cannot name one.
 */
export type WindowBridge = Omit<Bridge, 'credentials'> & {
  readonly credentials: Omit<Bridge['credentials'], 'readFile'> & {
    readFile(input: { file: PageFile }): Answer<CredentialsDraft>;
  };
  /** Listens to one of main's events; the returned function stops listening. */
  on<Name extends keyof BridgeEvents>(name: Name, listener: (payload: BridgeEvents[Name]) => void): () => void;
};
