// The inputs of handing credentials on: which ones, for whom, and what opens a file that was handed on.
import { z } from 'zod';
import { id, problem } from './inputs.ts';

/** Of each kind. More than anybody has: a file must stay small enough to be read whole. */
export const HANDED_LIMIT = 10_000;
const RECIPIENTS_LIMIT = 50;
/** Also what keeps a passphrase typed into the wrong field from being one. */
export const SHORTEST_PASSPHRASE = 10;
const LONGEST_PASSPHRASE = 1024;
const LONGEST_NOTE = 500;

/** What must be typed before a secret is written in clear. */
export const PLAIN_CONFIRMATION = 'plain text';

/** An age public key as it looks: X25519 only, which every tool knows. Main checks its checksum too. */
const agePublicKey = z
  .string()
  .trim()
  .regex(/^age1[02-9ac-hj-np-z]{58}$/, problem('invalid'));

const newPassphrase = z
  .string()
  .min(1, problem('required'))
  .min(SHORTEST_PASSPHRASE, problem('tooShort'))
  .max(LONGEST_PASSPHRASE, problem('tooLong'));

const chosen = {
  credentialIds: z.array(id).max(HANDED_LIMIT, problem('tooLong')).readonly(),
  pairIds: z.array(id).max(HANDED_LIMIT, problem('tooLong')).readonly(),
};

/** For whom: whoever knows a passphrase, or whoever has the key of one of these public keys. */
const handOffLock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passphrase'), passphrase: newPassphrase }),
  z.strictObject({
    kind: z.literal('recipients'),
    recipients: z.array(agePublicKey).min(1, problem('required')).max(RECIPIENTS_LIMIT, problem('tooLong')).readonly(),
  }),
]);
export type HandOffLock = z.infer<typeof handOffLock>;

export const writeHandOffInput = z.strictObject({
  ...chosen,
  lock: handOffLock,
  note: z.string().trim().max(LONGEST_NOTE, problem('tooLong')),
  /** Also all hubs and settings: then the file is a whole backup. */
  withBackup: z.boolean(),
});
export type WriteHandOffInput = z.infer<typeof writeHandOffInput>;

export const writePlainInput = z.strictObject({
  of: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('credential'), credentialId: id }),
    z.strictObject({ kind: z.literal('pair'), pairId: id }),
  ]),
  confirmation: z.literal(PLAIN_CONFIRMATION, problem('invalid')),
});
export type WritePlainInput = z.infer<typeof writePlainInput>;

export const openHandOffInput = z.strictObject({
  handOffId: id,
  /** null: with the person's own key. */
  passphrase: z.string().min(1, problem('required')).max(LONGEST_PASSPHRASE, problem('tooLong')).nullable(),
});
export type OpenHandOffInput = z.infer<typeof openHandOffInput>;

export const handOffIdInput = z.strictObject({ handOffId: id });
export const handedItemInput = z.strictObject({
  handOffId: id,
  index: z
    .number()
    .int()
    .min(0)
    .max(2 * HANDED_LIMIT),
});

export const planIdInput = z.strictObject({ planId: id });
export const applyBackupInput = z.strictObject({
  planId: id,
  /** Whether settings that differ become the backup's. */
  takesSettings: z.boolean(),
  /** Whether its proxies and the authorities it believes are taken over where none are set here. */
  takesTrust: z.boolean(),
});
export type ApplyBackupInput = z.infer<typeof applyBackupInput>;
