// What the window may know about the app itself and the machine.

export interface AppDescription {
  readonly version: string;
  readonly electronVersion: string;
  readonly chromiumVersion: string;
  readonly platform: string;
  /** True when the runtime is older than the one releases are built with: for development and tests only. */
  readonly isDevelopmentRuntime: boolean;
  /** Whether what is saved survives a restart; false when the data folder cannot be written. */
  readonly canSave: boolean;
}

/** Something main did on its own that the person must know. */
export type Notice =
  | {
      readonly id: string;
      /** Which record: the hubs, a saved copy, the data-sync pairs, how secrets are protected, the drafts, or what was set. */
      readonly kind:
        | 'storeRestored'
        | 'copyRestored'
        | 'pairsRestored'
        | 'keysRestored'
        | 'vaultRestored'
        | 'draftsRestored'
        | 'settingsRestored';
      /** Where the unreadable file was moved to (its name only). */
      readonly movedAsideAs: string;
      /** When the copy that is used now was written; null when there was none and the app starts empty. */
      readonly restoredFromMs: number | null;
    }
  | { readonly id: string; readonly kind: 'practiceHubMoved'; readonly origin: string };

export type RestoredNotice = Extract<Notice, { movedAsideAs: string }>;

/** Pages that main may open in the browser; never an address from the window. */
export type LinkName = 'registrationApis' | 'lifeCycle' | 'oauthClientRegistration';

export interface PracticeHubStatus {
  readonly isRunning: boolean;
  readonly origin: string | null;
  /** The credentials file that was written for it; null until it ran once. */
  readonly credentialsFileName: string | null;
  /** The folder of that file, for people to read. */
  readonly credentialsFolder: string | null;
}
