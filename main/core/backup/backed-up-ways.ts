// What a backup holds of the way to a hub, or to all of them. A proxy's password and a client certificate have no place in it.
import { z } from 'zod';
import { hubUrl } from '#contract/inputs.ts';
import { actionPath } from '#contract/life-cycle-inputs.ts';
import { proxyInput, reachTimeouts } from '#contract/reach-inputs.ts';

const PEM_LIMIT = 65_536;
const CERTIFICATES_LIMIT = 1_000;

/** Checked as if it had been typed: a file must not name an address that could not be. */
const isTypeable = (proxy: { readonly address: string; readonly userName: string }): boolean =>
  proxyInput.safeParse({ kind: 'manual', ...proxy, password: null }).success;

const backedUpProxy = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('system') }).readonly(),
  z.object({ kind: z.literal('none') }).readonly(),
  z
    .object({ kind: z.literal('manual'), address: z.string(), userName: z.string() })
    .readonly()
    .refine(isTypeable),
]);
export type BackedUpProxy = z.infer<typeof backedUpProxy>;

/** Each is missing in older files, and empty where nothing is set. */
export const backedUpWays = {
  proxy: backedUpProxy.nullable().default(null),
  /** PEM; who they are is read out of them, never out of the file. */
  authorities: z.array(z.string().max(PEM_LIMIT)).max(CERTIFICATES_LIMIT).readonly().default([]),
  timeouts: reachTimeouts.nullable().default(null),
  /** The paths of the steps that no source gives a path for. */
  actionPaths: z
    .array(
      z
        .object({ action: z.enum(['enable', 'reactivate']), path: actionPath, origin: z.enum(['set', 'found']) })
        .readonly(),
    )
    .max(10)
    .readonly()
    .default([]),
  /** Where the hub serves its own API description. */
  referenceAddress: hubUrl.nullable().default(null),
};

const ways = z.object(backedUpWays).readonly();
export type BackedUpWays = z.infer<typeof ways>;

export const noWays: BackedUpWays = ways.parse({});

/** The same for all hubs: paths and descriptions are of single ones. */
export const waysOfAll = ways.prefault({});
