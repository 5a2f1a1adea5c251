// The shape of every operation's input: main refuses by it and the forms hint by it.
import { z } from 'zod';
import type { FieldProblemCode } from './failure.ts';
import { CREDENTIALS_LIMIT_BYTES, HAND_OFF_LIMIT_BYTES } from './limits.ts';
import { momentMs } from './moments.ts';

/** Longest text accepted in a one-line field. The Hub documents no limits (hub-contract 3.3): these keep out accidents. */
const LINE_LIMIT = 256;
const TEXT_LIMIT = 4000;
const URL_LIMIT = 2048;

// zod's messages are our problem codes: the sentences are in renderer/words.
export const problem = (code: FieldProblemCode): { message: FieldProblemCode } => ({ message: code });

const CONTROL_CHARACTERS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const CONTROL_CHARACTERS_BUT_LINES = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/;

const line = (limit = LINE_LIMIT): z.ZodString =>
  z
    .string()
    .trim()
    .max(limit, problem('tooLong'))
    .refine((text) => !CONTROL_CHARACTERS.test(text), problem('controlCharacters'));
export const requiredLine = (limit = LINE_LIMIT): z.ZodString => line(limit).min(1, problem('required'));

/** Some lines of a person's own. */
export const someLines = z
  .string()
  .trim()
  .max(TEXT_LIMIT, problem('tooLong'))
  .refine((text) => !CONTROL_CHARACTERS_BUT_LINES.test(text), problem('controlCharacters'));

/** True for addresses that never leave this machine, where plain `http:` is allowed. */
function isLoopbackHost(hostname: string): boolean {
  return /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/** Why an address may not be given a secret or a token; null when it may. */
export function hubUrlProblem(text: string): FieldProblemCode | null {
  if (!URL.canParse(text)) return 'malformedUrl';
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'urlWithCredentials';
  if (url.protocol === 'https:') return null;
  if (url.protocol !== 'http:') return 'malformedUrl';
  return isLoopbackHost(url.hostname) ? null : 'insecureUrl';
}

function checkUrl(context: z.core.ParsePayload<string>, found: FieldProblemCode | null): void {
  if (found !== null) context.issues.push({ code: 'custom', message: found, input: context.value });
}

const checkHubUrl = (context: z.core.ParsePayload<string>): void => {
  if (context.value !== '') checkUrl(context, hubUrlProblem(context.value));
};
/** The address of a hub's endpoint: https, or http on loopback. */
export const hubUrl = requiredLine(URL_LIMIT).check(checkHubUrl);
const hubUrlOrNothing = line(URL_LIMIT).check(checkHubUrl);

/** The address of an application's system: any http or https address (hub-contract 3.3: HTTPS is only expected). */
const systemUrl = requiredLine(URL_LIMIT).check((context) => {
  if (context.value === '') return;
  const found = hubUrlProblem(context.value);
  checkUrl(context, found === 'insecureUrl' ? null : found);
});

export const id = z.string().min(1).max(100);
export const hubIdInput = z.strictObject({ hubId: id });
export const credentialIdInput = z.strictObject({ credentialId: id });
export const draftIdInput = z.strictObject({ draftId: id });
export const nothing = z.undefined();

/** How the client identifies itself at the token endpoint (RFC 6749 section 2.3.1). */
export const clientAuthentication = z.enum(['body', 'basic']);
export type ClientAuthentication = z.infer<typeof clientAuthentication>;

/** A credentials file: its path, or its bytes where the drop had no path. */
export const credentialsFileInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('path'), path: z.string().min(1).max(32_767) }),
  z.strictObject({
    kind: z.literal('bytes'),
    fileName: z.string().max(1024),
    // One byte more than allowed is enough to know that it is too large.
    bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= HAND_OFF_LIMIT_BYTES + 1, problem('tooLong')),
    sizeBytes: z.number().int().nonnegative(),
  }),
]);
export type CredentialsFileInput = z.infer<typeof credentialsFileInput>;

export const credentialsTextInput = z.strictObject({ text: z.string().max(CREDENTIALS_LIMIT_BYTES) });

/** What the review dialog adds to a draft. `hubAddress` counts only when the file named no token endpoint. */
const draftConnectionFields = {
  baseUrl: hubUrl,
  hubAddress: hubUrlOrNothing.optional(),
  clientAuthentication,
};
export const draftConnectionInput = z.strictObject({ draftId: id, ...draftConnectionFields });
export type DraftConnectionInput = z.infer<typeof draftConnectionInput>;
export const saveDraftInput = z.strictObject({
  draftId: id,
  hubName: requiredLine(80),
  credentialLabel: requiredLine(80),
  ...draftConnectionFields,
  /** As the draft suggests it where it is left out. */
  note: someLines.optional(),
  /** The same; null for none. */
  expiresAtMs: momentMs.nullable().optional(),
});
export type SaveDraftInput = z.infer<typeof saveDraftInput>;

export const renameHubInput = z.strictObject({ hubId: id, name: requiredLine(80) });
/** The six fields of a registration (hub-contract 3.1). Levels 1 to 5 are Pega's general production-level scale. */
export const registrationForm = z.strictObject({
  systemUrl,
  applicationName: requiredLine(),
  applicationLabel: requiredLine(),
  description: someLines,
  platform: requiredLine(),
  productionLevel: z
    .number(problem('required'))
    .int(problem('notWhole'))
    .min(1, problem('outOfRange'))
    .max(5, problem('outOfRange')),
});
export type RegistrationForm = z.infer<typeof registrationForm>;

export const registerInput = z.strictObject({ hubId: id, form: registrationForm });
export const registrationInput = z.strictObject({ hubId: id, registrationId: z.string().min(1).max(1024) });
export const lookUpInput = z.strictObject({ hubId: id, applicationName: requiredLine() });

export const noticeInput = z.strictObject({ noticeId: id });
export const linkInput = z.strictObject({ link: z.enum(['registrationApis', 'lifeCycle', 'oauthClientRegistration']) });
export const copyTextInput = z.strictObject({ text: z.string().max(20_000) });
