// The inputs of the credential book: what a person may note of a credential, and the reminders of its expiry.
import { z } from 'zod';

/** Days before the expiry at which a person is reminded; 0 is the expiry itself. */
export const reminderStep = z.literal([30, 7, 1, 0]);
export type ReminderStep = z.infer<typeof reminderStep>;
