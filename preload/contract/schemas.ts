// The input schema of every operation, checked against the Bridge: an operation without one does not compile.
import type { z } from 'zod';
import type { Bridge } from './bridge.ts';
import * as activity from './activity-inputs.ts';
import * as credentials from './credential-inputs.ts';
import * as drafts from './draft-inputs.ts';
import * as handOff from './hand-off-inputs.ts';
import * as inputs from './inputs.ts';
import * as lifeCycle from './life-cycle-inputs.ts';
import * as reach from './reach-inputs.ts';
import * as problems from './problems.ts';
import * as reference from './reference-inputs.ts';
import * as review from './review-inputs.ts';
import * as settings from './settings.ts';
import * as vault from './vault-inputs.ts';

type InputOf<Operation> = Operation extends () => unknown
  ? undefined
  : Operation extends (input: infer Input) => unknown
    ? Input
    : never;

type SchemaTable = {
  readonly [Group in keyof Bridge]: {
    readonly [Verb in keyof Bridge[Group]]: z.ZodType<InputOf<Bridge[Group][Verb]>>;
  };
};

export const schemas = {
  app: {
    describe: inputs.nothing,
    notices: inputs.nothing,
    dismissNotice: inputs.noticeInput,
    copyText: inputs.copyTextInput,
    openLink: inputs.linkInput,
  },
  hubs: { list: inputs.nothing, rename: inputs.renameHubInput, remove: inputs.hubIdInput },
  credentials: {
    readFile: inputs.credentialsFileInput,
    readText: inputs.credentialsTextInput,
    chooseFile: inputs.nothing,
    discardDraft: inputs.draftIdInput,
    testDraft: inputs.draftConnectionInput,
    saveDraft: inputs.saveDraftInput,
    test: inputs.credentialIdInput,
    use: inputs.credentialIdInput,
    change: credentials.changeCredentialInput,
    goBack: inputs.credentialIdInput,
    dismissReminder: credentials.dismissReminderInput,
    remove: inputs.credentialIdInput,
  },
  downloads: {
    list: inputs.nothing,
    bin: credentials.downloadIdInput,
    keep: credentials.downloadIdInput,
  },
  handOff: {
    write: handOff.writeHandOffInput,
    writePlain: handOff.writePlainInput,
    open: handOff.openHandOffInput,
    readCredential: handOff.handedItemInput,
    checkPair: handOff.handedItemInput,
    savePair: handOff.handedItemInput,
    discard: handOff.handOffIdInput,
  },
  keys: { own: inputs.nothing, make: inputs.nothing, dropEarlier: inputs.nothing },
  backup: {
    save: inputs.nothing,
    choose: inputs.nothing,
    plan: handOff.planIdInput,
    apply: handOff.applyBackupInput,
    discard: handOff.planIdInput,
  },
  tokens: { status: inputs.credentialIdInput, forget: inputs.credentialIdInput },
  registrations: {
    saved: inputs.hubIdInput,
    refresh: inputs.hubIdInput,
    read: inputs.registrationInput,
    register: inputs.registerInput,
    lookUp: inputs.lookUpInput,
  },
  lifeCycle: {
    table: inputs.nothing,
    perform: lifeCycle.actionInput,
    edit: lifeCycle.editInput,
    actionPaths: inputs.hubIdInput,
    setActionPath: lifeCycle.setActionPathInput,
  },
  pairs: {
    list: inputs.hubIdInput,
    copySecret: lifeCycle.pairIdInput,
    check: lifeCycle.pairIdInput,
    goBack: lifeCycle.pairIdInput,
    remove: lifeCycle.pairIdInput,
  },
  vault: {
    status: inputs.nothing,
    keystore: inputs.nothing,
    unlock: vault.unlockInput,
    dismissUnlock: inputs.nothing,
    lock: inputs.nothing,
    protect: vault.protectInput,
    changePassphrase: vault.changePassphraseInput,
    giveUpPassphrase: inputs.nothing,
    removeSetAside: inputs.nothing,
    shield: vault.shieldInput,
  },
  wire: {
    preview: lifeCycle.wireSubject,
    last: lifeCycle.lastExchangeInput,
  },
  review: {
    history: review.historyInput,
    sinceLastVisit: inputs.hubIdInput,
    markVisited: inputs.hubIdInput,
    moments: inputs.hubIdInput,
    compare: review.compareInput,
  },
  drafts: {
    list: inputs.nothing,
    keep: drafts.keepDraftInput,
    remove: inputs.draftIdInput,
    plan: inputs.draftIdInput,
  },
  activity: {
    list: activity.activityListInput,
    check: activity.activityIdInput,
  },
  exports: {
    registrations: review.exportRegistrationsInput,
    activity: activity.exportActivityInput,
  },
  checkup: { run: inputs.hubIdInput, tryNow: inputs.hubIdInput },
  settings: {
    read: inputs.nothing,
    change: settings.settingsChange,
  },
  reference: {
    document: inputs.hubIdInput,
    ours: inputs.nothing,
    address: inputs.hubIdInput,
    setAddress: reference.setReferenceInput,
  },
  reach: {
    read: reach.reachScopeInput,
    setProxy: reach.setProxyInput,
    setTimeouts: reach.setTimeoutsInput,
    addCertificates: reach.reachScopeInput,
    removeCertificate: reach.certificateInput,
    chooseClientCertificate: reach.clientCertificateInput,
    removeClientCertificate: inputs.hubIdInput,
    lookAtCertificates: inputs.hubIdInput,
    trustIssuer: reach.trustIssuerInput,
  },
  problems: {
    report: problems.problemReportInput,
    save: problems.problemReportIdInput,
    copy: problems.problemReportIdInput,
  },
  practiceHub: {
    status: inputs.nothing,
    start: inputs.nothing,
    stop: inputs.nothing,
    readCredentials: inputs.nothing,
    showFile: inputs.nothing,
    dragFile: inputs.nothing,
  },
} as const satisfies SchemaTable;
