// The inputs of the credential book: what a person may note of a credential, the reminders of its end, and the files it
// came in.
import { z } from 'zod';
import { clientAuthentication, id, requiredLine, someLines } from './inputs.ts';
import { momentMs } from './moments.ts';

/** Days before the end of a credential at which a person is reminded; 0 is the end itself. */
export const reminderStep = z.literal([30, 7, 1, 0]);
export type ReminderStep = z.infer<typeof reminderStep>;

export const changeCredentialInput = z.strictObject({
  credentialId: id,
  label: requiredLine(80),
  clientAuthentication,
  note: someLines,
  /** Milliseconds since the epoch; null for none. */
  expiresAtMs: momentMs.nullable(),
});
export type ChangeCredentialInput = z.infer<typeof changeCredentialInput>;

export const dismissReminderInput = z.strictObject({ credentialId: id, step: reminderStep });

export const downloadIdInput = z.strictObject({ downloadId: id });
