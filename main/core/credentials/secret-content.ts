// What is sealed: the secret together with the hosts it is for, so that editing the stored file cannot redirect it.
import { z } from 'zod';
import { fail, ok, type Result } from '#contract/result.ts';
import { readJson } from '../answers/json-reading.ts';
import type { OpenFailure } from '../ports.ts';

const secretContent = z.object({ clientSecret: z.string().min(1), boundOrigins: z.array(z.string()).readonly() });

/** A secret and the origins (`https://host[:port]`) that were fixed when it was imported. */
export type SecretContent = Readonly<z.infer<typeof secretContent>>;

/** The text that goes into the secret box. */
export function formatSecretContent({ clientSecret, boundOrigins }: SecretContent): string {
  return JSON.stringify({ clientSecret, boundOrigins });
}

/** The text that came out of it. What opens but is not ours is as useless as what does not open. */
export function parseSecretContent(text: string): Result<SecretContent, OpenFailure> {
  const json = readJson(text);
  const content = secretContent.safeParse(json.ok ? json.value : null);
  return content.success ? ok(content.data) : fail({ code: 'secretUnreadable' });
}
