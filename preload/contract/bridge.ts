// The Bridge: everything the window can ask of main. Read this first.
import type { AppDescription, LinkName, Notice, PracticeHubStatus } from './app.ts';
import type { Checkup } from './checkup.ts';
import type { ChangeCredentialInput, ReminderStep } from './credential-inputs.ts';
import type { ConnectionReport, CredentialsDraft, Download, Hub, SaveOutcome, TokenStatus } from './credentials.ts';
import type { CredentialsFileInput, DraftConnectionInput, RegistrationForm, SaveDraftInput } from './inputs.ts';
import type { ActivityEntry, ActivityPage } from './activity.ts';
import type { ActivityFilter } from './activity-inputs.ts';
import type { KeepDraftInput } from './draft-inputs.ts';
import type { Draft, DraftPlan } from './drafts.ts';
import type { BackupOutcome, BackupPlan, OpenedHandOff, OwnKey, WrittenFile } from './hand-off.ts';
import type { ApplyBackupInput, OpenHandOffInput, WriteHandOffInput, WritePlainInput } from './hand-off-inputs.ts';
import type { ActionOutcome, ActionPath, DataSyncPair, EditOutcome, LifeCycleTable, PairReport } from './life-cycle.ts';
import type { LifeCycleAction } from './registration-actions.ts';
import type { EditBase, EditChanges, LastExchangeInput, WireSubject } from './life-cycle-inputs.ts';
import type { CertificateLook, ReachTimeouts, ReachView } from './reach.ts';
import type { ProxyInput } from './reach-inputs.ts';
import type { ProblemReport } from './problems.ts';
import type { ReferenceDocument } from './reference.ts';
import type { RegisterOutcome, Registration, SavedCopy } from './registration.ts';
import type { Result } from './result.ts';
import type { Comparison, HistoryEntry, VisitSummary } from './review.ts';
import type { CompareInput, ExportRegistrationsInput } from './review-inputs.ts';
import type { Settings, SettingsChange } from './settings.ts';
import type { VaultOperations, VaultStatus } from './vault.ts';
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
    /**
     * Removes the hub and all that is kept of it from this machine; nothing changes on the Hub. Failure:
     * `hubPartlyRemoved`.
     */
    remove(input: { hubId: string }): Answer<null>;
  };
  readonly credentials: {
    /**
     * Reads a credentials file into a draft. Stores nothing. Failures: every `file...` and `credentials...` code, and
     * `fileIsHandOff`, which names an age file that was kept for `handOff.open`, and `fileIsBackup`, which names a backup
     * that was kept for `backup.plan`.
     */
    readFile(input: CredentialsFileInput): Answer<CredentialsDraft>;
    /** The same for pasted text. */
    readText(input: { text: string }): Answer<CredentialsDraft>;
    /** Lets the person choose a file in the system's dialog; null when they chose none. */
    chooseFile(): Answer<CredentialsDraft | null>;
    /** Drops a draft and its secret from memory. */
    discardDraft(input: { draftId: string }): Answer<null>;
    /** Asks for a token with a draft and reads the registrations once. */
    testDraft(input: DraftConnectionInput): Answer<ConnectionReport>;
    /** Seals the draft's secret and saves it: as a new credential, which becomes the one in use, or as a rotation. */
    saveDraft(input: SaveDraftInput): Answer<SaveOutcome>;
    /** Asks for a fresh token with a saved credential and reads the registrations once. */
    test(input: { credentialId: string }): Answer<ConnectionReport>;
    /** Marks one credential of its hub as the one in use. */
    use(input: { credentialId: string }): Answer<Hub>;
    change(input: ChangeCredentialInput): Answer<Hub>;
    /**
     * Puts the secret that was replaced back in its place; the other one is kept in its stead until this one has worked.
     * Failures: `replacedSecretGone`, `secretForgotten`, `secretUnreadable`.
     */
    goBack(input: { credentialId: string }): Answer<Hub>;
    /** Takes the reminder of a credential's end away until the next one is due. */
    dismissReminder(input: { credentialId: string; step: ReminderStep }): Answer<Hub>;
    /** Removes the credential and its sealed secret. The hub and its saved copy stay. */
    remove(input: { credentialId: string }): Answer<Hub>;
  };
  readonly downloads: {
    /** The files that were imported in this run and lie there with the secret in clear, and what became of them. */
    list(): Answer<readonly Download[]>;
    /**
     * Moves such a file to the system's bin, if it still is the one that was imported; one that is gone is no mistake.
     * Failures: `fileChanged`, `fileNotBinned`.
     */
    bin(input: { downloadId: string }): Answer<null>;
    /** Leaves the file where it is and speaks of it no more. */
    keep(input: { downloadId: string }): Answer<null>;
  };
  readonly handOff: {
    /**
     * Writes the chosen credentials into one age file, where the person chooses; null when they chose no place.
     * Failures: `credentialMissing`, `pairMissing`, the secret codes and `handOffTooLarge` (then nothing was written),
     * `fileNotWritten`.
     */
    write(input: WriteHandOffInput): Answer<WrittenFile | null>;
    /** Writes one credential in clear, in Pega's own layout (hub-contract section 7). Failures as of `write`. */
    writePlain(input: WritePlainInput): Answer<WrittenFile | null>;
    /**
     * Opens a file that a `fileIsHandOff` named. Stores nothing. Failures: `handOffGone`, `handOffLocked`,
     * `handOffNotForKey`, `ownKeyGone`, `handOffDamaged`, `handOffNotOurs`, and what keeps the own key locked for now.
     */
    open(input: OpenHandOffInput): Answer<OpenedHandOff>;
    /** One of its registration credentials as a draft, as if its own file had been dropped. Failures: `handOffGone`. */
    readCredential(input: { handOffId: string; index: number }): Answer<CredentialsDraft>;
    /** Exchanges one of its data-sync pairs for a token, which is dropped at once. Stores nothing. Failures: `handOffGone`. */
    checkPair(input: { handOffId: string; index: number }): Answer<PairReport>;
    /**
     * Puts one of its data-sync pairs into the pair book; its hub is made when it is missing, and a secret of the same
     * client that is here is kept until the new one has worked. Failures: `handOffGone`, the secret codes.
     */
    savePair(input: { handOffId: string; index: number }): Answer<DataSyncPair>;
    /** Drops the file and its secrets from memory. */
    discard(input: { handOffId: string }): Answer<null>;
  };
  readonly keys: {
    /** The person's own key; null when none was made yet. Touches no keystore. */
    own(): Answer<OwnKey | null>;
    /** Makes a key; the ones before are kept, to open files that were made for them. */
    make(): Answer<OwnKey>;
    /** Drops the earlier keys: files that were made for them cannot be opened any more. */
    dropEarlier(): Answer<OwnKey | null>;
  };
  readonly backup: {
    /**
     * Writes all hubs and settings, without any secret, where the person chooses; null when they chose no place.
     * Failures: `handOffTooLarge`, `fileNotWritten`.
     */
    save(): Answer<WrittenFile | null>;
    /**
     * Lets the person choose a backup and says what taking it over would do; null when they chose none. Failures: those
     * of reading a file, `backupUnreadable`, `fileIsHandOff`.
     */
    choose(): Answer<BackupPlan | null>;
    /** What taking over a kept backup would do, as things are now. Failures: `backupGone`. */
    plan(input: { planId: string }): Answer<BackupPlan>;
    /**
     * Takes over what a plan said. Failures: `backupGone`, `storageFailed` (then nothing has changed), `backupHalfTaken`.
     */
    apply(input: ApplyBackupInput): Answer<BackupOutcome>;
    discard(input: { planId: string }): Answer<null>;
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
    /** Exchanges the pair for a token, which is dropped at once; a secret that it replaced is kept no longer then. */
    check(input: { pairId: string }): Answer<PairReport>;
    /**
     * Puts the secret that a handed-on one took the place of back; the other one is kept in its stead until this one has
     * worked. Failures: `pairMissing`, `replacedSecretGone`, `secretForgotten`, `secretUnreadable`.
     */
    goBack(input: { pairId: string }): Answer<DataSyncPair>;
    /** Removes the pair and its sealed secret from this machine. */
    remove(input: { pairId: string }): Answer<null>;
  };
  readonly vault: VaultOperations;
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
  readonly checkup: {
    /**
     * Checks the way to a hub step by step, from the name to the API's answer; every step is told by `checkupChanged` as it
     * goes. Asks for a fresh token. A check that is under way is joined. What a step fails at stands in it. Failure: `hubMissing`.
     */
    run(input: { hubId: string }): Answer<Checkup>;
    /** The hub is asked again at once, although it was to be left alone for a while. Asks nobody. */
    tryNow(input: { hubId: string }): Answer<null>;
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
  readonly reach: {
    /** How a hub is reached; `hubId` null is what holds for every hub that has nothing of its own. */
    read(input: { hubId: string | null }): Answer<ReachView>;
    /** The password is sealed; it is sent to this proxy and nowhere else. */
    setProxy(input: { hubId: string | null; proxy: ProxyInput | null }): Answer<ReachView>;
    setTimeouts(input: { hubId: string | null; timeouts: ReachTimeouts | null }): Answer<ReachView>;
    /** Lets the person choose PEM files; their certificates are kept. null when they chose none. */
    addCertificates(input: { hubId: string | null }): Answer<ReachView | null>;
    removeCertificate(input: { hubId: string | null; fingerprint256: string }): Answer<ReachView>;
    /** Lets the person choose a PKCS#12 file, or PEM files with certificate and key; all of it is sealed. */
    chooseClientCertificate(input: { hubId: string; passphrase: string }): Answer<ReachView | null>;
    removeClientCertificate(input: { hubId: string }): Answer<ReachView>;
    /** Connects to the hub's hosts over TLS, sends nothing, and says what they showed. Hosts without TLS are left out. */
    lookAtCertificates(input: { hubId: string }): Answer<readonly CertificateLook[]>;
    /** Believes for this hub the issuer that the last look named. Failure: `certificateNotSeen`. */
    trustIssuer(input: { hubId: string; fingerprint256: string }): Answer<ReachView>;
  };
  readonly problems: {
    /** Versions, settings, the last calls and the end of the log, without secrets. It goes nowhere by itself. */
    report(input: { withAddresses: boolean }): Answer<ProblemReport>;
    /** Writes the last report, as it was shown, into a file the person chooses; null when they chose none. */
    save(input: { reportId: string }): Answer<{ readonly fileName: string } | null>;
    /** Puts the last report on the clipboard. */
    copy(input: { reportId: string }): Answer<null>;
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
  /** The person's own key is another, or its secret is in another state. */
  readonly keysChanged: null;
  /** An imported file was offered to be moved to the bin, or is no more. */
  readonly downloadsChanged: null;
  readonly activityChanged: null;
  /** A check of a hub's connection has come a step further. */
  readonly checkupChanged: Checkup;
  readonly settingsChanged: Settings;
  readonly practiceHubChanged: PracticeHubStatus;
  /** The person wants to report a problem: they chose so in the menu. */
  readonly reportWished: null;
  /** Secrets are protected otherwise, locked, unlocked, or something waits for the passphrase. */
  readonly vaultChanged: VaultStatus;
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
