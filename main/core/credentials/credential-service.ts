// Everything the window can do with saved hubs and credentials, put together from its groups of operations.
import type { Bridge } from '#contract/bridge.ts';
import type { CredentialsDraft } from '#contract/credentials.ts';
import { hubOperations } from '../hubs/hub-operations.ts';
import { credentialDrafts } from './credential-drafts.ts';
import type { CredentialServicePorts } from './credential-service-ports.ts';
import { makeDraft, type JustRead } from './make-draft.ts';
import { readDraftOperations } from './read-draft.ts';
import { saveDraftOperations } from './save-draft.ts';
import { savedCredentialOperations } from './saved-credential-operations.ts';

export interface CredentialService {
  readonly hubs: Bridge['hubs'];
  /** Without `chooseFile`: that is the system's dialog followed by `readFile`. */
  readonly credentials: Omit<Bridge['credentials'], 'chooseFile'>;
  /** A draft of credentials that were handed on. */
  readonly draftOf: (given: JustRead) => Promise<CredentialsDraft>;
}

/** One service for the app's whole life: the drafts it keeps are in its memory. */
export function credentialService(ports: CredentialServicePorts): CredentialService {
  const parts = { ...ports, drafts: credentialDrafts(ports.newId) };
  return {
    hubs: hubOperations(parts),
    draftOf: (given) => makeDraft(given, parts),
    credentials: {
      ...readDraftOperations(parts),
      ...saveDraftOperations(parts),
      ...savedCredentialOperations(parts),
    },
  };
}
