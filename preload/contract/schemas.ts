// The input schema of every operation, checked against the Bridge: an operation without one does not compile.
import type { z } from 'zod';
import type { Bridge } from './bridge.ts';
import * as inputs from './inputs.ts';

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
    change: inputs.changeCredentialInput,
    remove: inputs.credentialIdInput,
  },
  tokens: { status: inputs.credentialIdInput, forget: inputs.credentialIdInput },
  registrations: {
    saved: inputs.hubIdInput,
    refresh: inputs.hubIdInput,
    read: inputs.registrationInput,
    register: inputs.registerInput,
    lookUp: inputs.lookUpInput,
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
