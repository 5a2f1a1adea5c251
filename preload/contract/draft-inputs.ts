// The inputs of drafts: loose, because a draft is what was typed so far.
import { z } from 'zod';
import { id } from './inputs.ts';
import { editBase } from './life-cycle-inputs.ts';

const typed = z.string().max(4000);

/** The form of a new registration as it stands; '' where nothing was typed. */
export const registrationDraftFields = z.strictObject({
  systemUrl: typed,
  applicationName: typed,
  applicationLabel: typed,
  description: typed,
  platform: typed,
  productionLevel: typed,
});
export type RegistrationDraftFields = z.infer<typeof registrationDraftFields>;

/** An edit as it stands: what was loaded, and only what was changed since. */
export const draftEdit = z.strictObject({
  registrationId: z.string().min(1).max(1024),
  applicationName: typed,
  base: editBase,
  changes: editBase.partial(),
});
export type DraftEdit = z.infer<typeof draftEdit>;

/** Without `draftId` a new draft is made; with it that one is replaced. */
export const keepDraftInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('register'),
    hubId: id,
    draftId: id.optional(),
    fields: registrationDraftFields,
  }),
  z.strictObject({ kind: z.literal('edit'), hubId: id, draftId: id.optional(), edit: draftEdit }),
]);
export type KeepDraftInput = z.infer<typeof keepDraftInput>;
