import { expect, it } from 'vitest';
import { describeForLog } from '../../../../main/adapters/describe-for-log.ts';

const SECRET = 'fake-secret-0815';

it('an error is described by its name, its code and where it happened, never by its message', () => {
  const error = Object.assign(new TypeError(`Cannot read ${SECRET}`), { code: 'ERR_SOMETHING' });
  const described = describeForLog(error);
  expect(described).toMatchObject({ name: 'TypeError', code: 'ERR_SOMETHING' });
  expect(described['at']).toMatch(/^describe-for-log\.test\.ts:\d+:\d+/);
  expect(JSON.stringify(described)).not.toContain(SECRET);
});

it('what JSON.parse quotes of a text does not reach the log', () => {
  try {
    JSON.parse(`{"client_secret": ${SECRET}`);
  } catch (error: unknown) {
    expect((error as Error).message).toContain('fake');
    expect(JSON.stringify(describeForLog(error))).not.toContain('fake');
  }
  expect.assertions(2);
});

it.each([SECRET, { secret: SECRET }, null, undefined, 42, [SECRET]])('anything can be thrown (%o)', (thrown) => {
  const described = describeForLog(thrown);
  expect(described).toEqual({ name: typeof thrown, code: null, at: null });
});

it('a name, a code and a stack that hold other words are left out', () => {
  const error = Object.assign(new Error(SECRET), { code: `E ${SECRET}`, name: `Error of ${SECRET}` });
  error.stack = `Error: ${SECRET}\n    at ${SECRET}\n  and ${SECRET}.ts more`;
  expect(describeForLog(error)).toEqual({ name: 'Error', code: null, at: null });
});
