// The inputs of the activity log.
import { z } from 'zod';
import { id } from './inputs.ts';
import { lifeCycleAction } from './life-cycle-inputs.ts';

export const activityFilter = z.strictObject({
  /** Every word must be in some field, case aside; '' for all. */
  text: z.string().max(500),
  hubId: id.nullable(),
  action: z
    .enum(['token', 'pairCheck', 'handOff', 'plainExport', 'register', 'edit', ...lifeCycleAction.options])
    .nullable(),
  outcome: z.enum(['done', 'written', 'refused', 'notSent', 'unknown', 'found', 'pending']).nullable(),
});
export type ActivityFilter = z.infer<typeof activityFilter>;

export const activityListInput = z.strictObject({
  filter: activityFilter,
  offset: z.number().int().nonnegative(),
  limit: z.number().int().min(1).max(500),
});
export const activityIdInput = z.strictObject({ entryId: id });
export const exportActivityInput = z.strictObject({ filter: activityFilter, format: z.enum(['csv', 'json']) });
