// Drafts as main would answer them.
import type { Draft } from '#contract/drafts.ts';
import { baseOf } from '../../../renderer/features/registrations/edit/edit-typing.ts';
import { sampleRegistration } from './sample-registrations.ts';

export type RegisterDraft = Extract<Draft, { kind: 'register' }>;
export type EditDraft = Extract<Draft, { kind: 'edit' }>;

/** A new registration that can be sent. */
export function registerDraft(fields: Partial<RegisterDraft['fields']> = {}): RegisterDraft {
  return {
    id: 'draft-1',
    hubId: 'hub-1',
    savedAtMs: Date.now() - 2 * 60 * 60_000,
    kind: 'register',
    fields: {
      systemUrl: 'https://desk9.uplustelco.com',
      applicationName: 'SalesDesk9',
      applicationLabel: 'Sales Desk 9',
      description: '',
      platform: 'Pega',
      productionLevel: '2',
      ...fields,
    },
  };
}

/** An edit of the documented sample. */
export function editDraft(changes: EditDraft['edit']['changes'] = { platform: 'Pega' }): EditDraft {
  const registration = sampleRegistration();
  return {
    id: 'draft-2',
    hubId: 'hub-1',
    savedAtMs: Date.now() - 60 * 60_000,
    kind: 'edit',
    edit: {
      registrationId: registration.id,
      applicationName: registration.applicationName,
      base: baseOf(registration),
      changes,
    },
  };
}
