// The inputs of the life cycle, the pairs and the wire.
import { z } from 'zod';
import { problem, id, registrationForm } from './inputs.ts';

const registrationId = z.string().min(1).max(1024);

export const lifeCycleAction = z.enum(['enableSync', 'disable', 'enable', 'deactivate', 'reactivate', 'delete']);

/** The fields an edit may send (hub-contract 3.3): which of them a Hub takes is not fully known, its answer decides. */
const editForm = registrationForm.extend({
  weighting: z.string().trim().max(32, problem('tooLong')).regex(/^\d*$/, problem('notWhole')),
});
export type EditForm = z.infer<typeof editForm>;

/** Only what changed. */
export const editChanges = editForm.partial();
export type EditChanges = z.infer<typeof editChanges>;

/** The fields as they were loaded, unchecked: the Hub's own values need not fit our form. Numbers are texts here. */
export const editBase = z.strictObject({
  systemUrl: z.string(),
  applicationName: z.string(),
  applicationLabel: z.string(),
  description: z.string(),
  platform: z.string(),
  productionLevel: z.string(),
  weighting: z.string(),
});
export type EditBase = z.infer<typeof editBase>;

export const editInput = z.strictObject({ hubId: id, registrationId, base: editBase, changes: editChanges });
export const actionInput = z.strictObject({ hubId: id, registrationId, action: lifeCycleAction });

/** A path below a registration: `actions/enable`. Nothing that could lead out of it. */
export const actionPath = z
  .string()
  .trim()
  .max(200, problem('tooLong'))
  .regex(/^[A-Za-z0-9][\w-]*(?:\/[A-Za-z0-9][\w-]*)*$/, problem('invalid'));
export const setActionPathInput = z.strictObject({
  hubId: id,
  action: z.enum(['enable', 'reactivate']),
  path: actionPath.nullable(),
});

export const pairIdInput = z.strictObject({ pairId: id });

/** A call as it would be sent: what *Show request* asks for. */
export const wireSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('list'), hubId: id }),
  z.strictObject({ kind: z.literal('read'), hubId: id, registrationId }),
  z.strictObject({ kind: z.literal('register'), hubId: id, form: registrationForm.partial() }),
  z.strictObject({ kind: z.literal('edit'), hubId: id, registrationId, changes: editChanges }),
  z.strictObject({ kind: z.literal('action'), hubId: id, registrationId, action: lifeCycleAction }),
]);
export type WireSubject = z.infer<typeof wireSubject>;

/** Whose last exchange: a call of a registration, or of the hub (`registrationId` null). */
export const lastExchangeInput = z.strictObject({
  hubId: id,
  registrationId: registrationId.nullable(),
  call: z.enum(['list', 'read', 'register', 'edit', ...lifeCycleAction.options]),
});
export type LastExchangeInput = z.infer<typeof lastExchangeInput>;
