import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ApiRequest } from '../../../../../main/core/tokens/authorized-send.ts';
import { requestOf } from '../../../../../main/core/registrations/registration-call.ts';
import { curlCommand, quoteForShell } from '../../../../../main/core/wire/shell-command.ts';

/** What a shell hands to the command in place of curl. */
function argumentsOf(command: string): readonly string[] {
  const script = command.replace(/^curl /, `printf '%s\\0' `);
  const env = { ACCESS_TOKEN: 'the token', PATH: process.env['PATH'] ?? '' };
  return execFileSync('sh', ['-c', script], { encoding: 'utf8', env }).split('\0').slice(0, -1);
}

function expectedOf({ method, url, body }: ApiRequest): readonly string[] {
  const headers = ['accept: application/json', 'authorization: Bearer the token'];
  if (body !== undefined) headers.push('content-type: application/json');
  const data = body === undefined ? [] : ['--data-raw', body];
  return ['--request', method, url, ...headers.flatMap((header) => ['--header', header]), ...data];
}

test('a request is a command for a person to read, with a variable for the token', () => {
  const request = requestOf('https://hub.example/prweb/api/ppf/v1', {
    kind: 'edit',
    registrationId: 'REG-1',
    changes: { description: "It's new" },
  })!;
  expect(curlCommand(request)).toBe(
    [
      "curl --request PATCH 'https://hub.example/prweb/api/ppf/v1/registrations/REG-1' \\",
      "  --header 'accept: application/json' \\",
      '  --header "authorization: Bearer $ACCESS_TOKEN" \\',
      "  --header 'content-type: application/json' \\",
      `  --data-raw '{"applicationDescription":"It'\\''s new"}'`,
    ].join('\n'),
  );
});

test('a shell takes the command for exactly the request, whatever is in it', () => {
  const nasty = fc.string({
    unit: fc.constantFrom(...'\'"\\$`!*?~#&|;<>()[]{} \n\t-äé漢😀a'.split('')),
    maxLength: 40,
  });
  const texts = fc.oneof(nasty, fc.string());
  fc.assert(
    fc.property(texts, texts, fc.constantFrom('actions/enable', null), (id, text, path) => {
      const base = 'https://hub.example/prweb/api';
      const calls = [
        requestOf(base, { kind: 'edit', registrationId: id, changes: { description: text, applicationName: text } }),
        requestOf(base, { kind: 'action', registrationId: id, action: 'enable', path }),
      ];
      for (const request of calls) {
        if (request !== null) expect(argumentsOf(curlCommand(request))).toEqual(expectedOf(request));
      }
    }),
    { numRuns: 60 },
  );
});

test('a quoted text is one argument, with every line and quote of it', () => {
  // A NUL cannot be an argument of any command.
  const texts = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', ''));
  fc.assert(
    fc.property(texts, (text) => {
      const whole = Buffer.from(text, 'utf8').toString('utf8');
      expect(argumentsOf(`curl ${quoteForShell(whole)}`)).toEqual([whole]);
    }),
    { numRuns: 60 },
  );
});
