// The inputs of history, comparison and export.
import { z } from 'zod';
import { id } from './inputs.ts';

const atMs = z.number().int().nonnegative();
const registrationId = z.string().min(1).max(1024);

export const historyInput = z.strictObject({ hubId: id, registrationId });
const moment = z.strictObject({ hubId: id, atMs: atMs.nullable() });
export const compareInput = z.strictObject({
  left: moment,
  right: moment,
  matchBy: z.enum(['applicationName', 'applicationLabel', 'systemUrl', 'id']),
});
export type CompareInput = z.infer<typeof compareInput>;

const exportFormat = z.enum(['csv', 'json', 'pdf']);
export type ExportFormat = z.infer<typeof exportFormat>;

/** What is shown: these registrations in this order, these columns, and what the person narrowed it to, in words. */
export const exportRegistrationsInput = z.strictObject({
  hubId: id,
  format: exportFormat,
  registrationIds: z.array(registrationId).max(200_000),
  columns: z.array(z.strictObject({ id: z.string().min(1).max(100), heading: z.string().max(200) })).max(100),
  narrowedTo: z.string().max(2000),
});
export type ExportRegistrationsInput = z.infer<typeof exportRegistrationsInput>;
