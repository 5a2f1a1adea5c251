import type { Status } from '../registrations/registration-rules.ts';
import type { RegistrationFields } from '../registrations/registration.ts';

/** A seeded registration before it gets its ID, its pair and its dates. */
export interface SeedSketch extends RegistrationFields {
  readonly status: Status;
  readonly syncErrors: number;
  readonly createdBy: string;
  /** How many days before the first start it was created, changed, and had its last task; `null` for never. */
  readonly daysAgo: { readonly created: number; readonly updated: number; readonly lastTask: number | null };
}
