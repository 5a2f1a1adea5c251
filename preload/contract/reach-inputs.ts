// The inputs of a hub's reach. `hubId` null means what holds for every hub that has nothing of its own.
import { z } from 'zod';
import { id, problem } from './inputs.ts';

const scope = id.nullable();
const fingerprint = z.string().regex(/^[0-9A-F]{2}(:[0-9A-F]{2}){31}$/);

export const reachScopeInput = z.strictObject({ hubId: scope });

function isProxyAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, pathname, search, hash } = new URL(text);
  const isBare = username === '' && password === '' && pathname === '/' && search === '' && hash === '';
  return /^https?:$/.test(protocol) && hostname !== '' && isBare;
}

/** `http://host:port`; where only `host:port` was typed, that. */
const proxyAddress = z
  .string()
  .trim()
  .min(1, problem('required'))
  .max(300, problem('tooLong'))
  .transform((typed) => (typed.includes('://') ? typed : `http://${typed}`))
  .refine(isProxyAddress, problem('malformedProxy'));

/** A name or a password of a proxy. Basic authentication has no way to say a line break. */
const word = z
  .string()
  .max(256, problem('tooLong'))
  .refine((text) => !/[\u0000-\u001f\u007f]/.test(text), problem('controlCharacters'));

export const proxyInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('system') }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('manual'),
    address: proxyAddress,
    // RFC 7617: the name ends at the first colon.
    userName: word.refine((name) => !name.includes(':'), problem('invalid')),
    /** null keeps the password that is saved for the same address and name. */
    password: word.nullable(),
  }),
]);
export type ProxyInput = z.infer<typeof proxyInput>;

const seconds = (most: number): z.ZodNumber =>
  z.number().int(problem('notWhole')).min(1, problem('invalid')).max(most, problem('invalid'));

export const reachTimeouts = z.strictObject({ connectSeconds: seconds(120), answerSeconds: seconds(600) }).readonly();

/** null goes back to what holds for all hubs, and there to the app's own choice. */
export const setProxyInput = z.strictObject({ hubId: scope, proxy: proxyInput.nullable() });
export const setTimeoutsInput = z.strictObject({ hubId: scope, timeouts: reachTimeouts.nullable() });

export const certificateInput = z.strictObject({ hubId: scope, fingerprint256: fingerprint });
export const trustIssuerInput = z.strictObject({ hubId: id, fingerprint256: fingerprint });
export const clientCertificateInput = z.strictObject({
  hubId: id,
  passphrase: z.string().max(1024, problem('tooLong')),
});
