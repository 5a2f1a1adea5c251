// A report of a problem: what a person hands to somebody who helps. Nothing is ever sent by the app itself.
import { z } from 'zod';

/** Put together and shown before it goes anywhere; it is kept in memory only. */
export interface ProblemReport {
  readonly id: string;
  /** The whole report, as it is saved and copied. */
  readonly text: string;
}

/** Names and addresses of hubs are left out unless the person wants them in. */
export const problemReportInput = z.strictObject({ withAddresses: z.boolean() });
export const problemReportIdInput = z.strictObject({ reportId: z.string().min(1).max(100) });
