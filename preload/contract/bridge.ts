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
import type { ActivityEntry, ActivityPage } from './activity.ts';
import type { ActivityFilter } from './activity-inputs.ts';
import type { KeepDraftInput } from './draft-inputs.ts';
import type { Draft, DraftPlan } from './drafts.ts';
import type { ActionOutcome, ActionPath, DataSyncPair, EditOutcome, LifeCycleTable, PairReport } from './life-cycle.ts';
import type { LifeCycleAction } from './registration-actions.ts';
import type { EditBase, EditChanges, LastExchangeInput, WireSubject } from './life-cycle-inputs.ts';
import type { ReferenceDocument } from './reference.ts';
import type { RegisterOutcome, Registration, SavedCopy } from './registration.ts';
import type { Result } from './result.ts';
import type { Comparison, HistoryEntry, VisitSummary } from './review.ts';
import type { CompareInput, ExportRegistrationsInput } from './review-inputs.ts';
import type { Settings, SettingsChange } from './settings.ts';
import type { WireExchange, WireRequest } from './wire.ts';

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
  readonly lifeCycle: {
    /** What every status says of every action. Asks nobody. */
    table(): Answer<LifeCycleTable>;
    /**
     * Does one step of the life cycle, once; a pair in the answer is sealed before anything else happens. Failures:
     * `statusForbids` (nothing was sent), `actionPathUnknown`, `outcomeUnknown` (look it up), those of the Hub's answers.
     */
    perform(input: { hubId: string; registrationId: string; action: LifeCycleAction }): Answer<ActionOutcome>;
    /**
     * Sends only what changed, in one PATCH, after one look at the record: what somebody else changed meanwhile is
     * answered instead of overwritten.
     */
    edit(input: { hubId: string; registrationId: string; base: EditBase; changes: EditChanges }): Answer<EditOutcome>;
    /** Where this hub's actions without a documented path are sent. Asks nobody. */
    actionPaths(input: { hubId: string }): Answer<readonly ActionPath[]>;
    /** Sets such a path; null goes back to trying. */
    setActionPath(input: {
      hubId: string;
      action: 'enable' | 'reactivate';
      path: string | null;
    }): Answer<readonly ActionPath[]>;
  };
  readonly pairs: {
    /** The data-sync pairs that this hub's registrations gave, masked, newest first. Works offline. */
    list(input: { hubId: string }): Answer<readonly DataSyncPair[]>;
    /** Puts the secret on the clipboard and takes it off after a while if it is still there. */
    copySecret(input: { pairId: string }): Answer<{ readonly clearsAfterMs: number }>;
    /** Exchanges the pair for a token, which is dropped at once. */
    check(input: { pairId: string }): Answer<PairReport>;
    /** Removes the pair and its sealed secret from this machine. */
    remove(input: { pairId: string }): Answer<null>;
  };
  readonly wire: {
    /** The request that a form or an action would send now. Asks nobody; touches no secret. */
    preview(input: WireSubject): Answer<WireRequest>;
    /** The last such call of this run with its answer; null when there was none. */
    last(input: LastExchangeInput): Answer<WireExchange | null>;
  };
  readonly review: {
    /** What was seen to happen to a registration, newest first. Works offline, as does everything in this group. */
    history(input: { hubId: string; registrationId: string }): Answer<readonly HistoryEntry[]>;
    /** What happened at a hub since the last visit ended. */
    sinceLastVisit(input: { hubId: string }): Answer<VisitSummary>;
    /** From now on everything seen so far counts as seen. */
    markVisited(input: { hubId: string }): Answer<null>;
    /** The moments at which something of this hub was seen to change, newest first: what it can be compared at. */
    moments(input: { hubId: string }): Answer<readonly number[]>;
    /** Failures: `hubMissing`, `momentUnknown` (nothing was ever read, or not yet then). */
    compare(input: CompareInput): Answer<Comparison>;
  };
  readonly drafts: {
    /** All drafts, last saved first. */
    list(): Answer<readonly Draft[]>;
    keep(input: KeepDraftInput): Answer<Draft>;
    remove(input: { draftId: string }): Answer<null>;
    /** What a draft would do now. Asks the Hub, sends nothing. */
    plan(input: { draftId: string }): Answer<DraftPlan>;
  };
  readonly activity: {
    /** Works offline. */
    list(input: { filter: ActivityFilter; offset: number; limit: number }): Answer<ActivityPage>;
    /** Looks up at the Hub what became of a call whose outcome is unknown. */
    check(input: { entryId: string }): Answer<ActivityEntry>;
  };
  readonly exports: {
    /** Writes what is shown into a file the person chooses; null when they chose none. Never holds a secret. */
    registrations(input: ExportRegistrationsInput): Answer<{ readonly fileName: string } | null>;
    activity(input: { filter: ActivityFilter; format: 'csv' | 'json' }): Answer<{ readonly fileName: string } | null>;
  };
  readonly settings: {
    read(): Answer<Settings>;
    change(input: SettingsChange): Answer<Settings>;
  };
  readonly reference: {
    /**
     * The description of the API: this hub's own where an address is set, else ours. Failures where one is set (then
     * `ours` is still there): `referenceUnreadable`, those of the token and of any answer.
     */
    document(input: { hubId: string }): Answer<ReferenceDocument>;
    /** Our own description. */
    ours(): Answer<ReferenceDocument>;
    /** Where this hub serves its own; null when no address is set. */
    address(input: { hubId: string }): Answer<string | null>;
    setAddress(input: { hubId: string; address: string | null }): Answer<null>;
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
  /** A pair was received, removed, or its secret's state changed. */
  readonly pairsChanged: { readonly hubId: string };
  readonly draftsChanged: null;
  readonly activityChanged: null;
  readonly settingsChanged: Settings;
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
