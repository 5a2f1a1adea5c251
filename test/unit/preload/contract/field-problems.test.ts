import { expect, it } from 'vitest';
import type { z } from 'zod';
import * as inputs from '#contract/inputs.ts';
import { fieldProblems } from '#contract/field-problems.ts';

function problemsOf(schema: z.ZodType, input: unknown) {
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : fieldProblems(parsed.error.issues);
}

const form = {
  systemUrl: 'https://system.example',
  applicationName: 'Application',
  applicationLabel: 'Application',
  description: '',
  platform: 'Other',
  productionLevel: 3,
};
const registering = (changes: object) => ({ hubId: 'hub-1', form: { ...form, ...changes } });

it.each([
  [{ applicationName: ' ' }, 'applicationName', 'required'],
  [{ applicationName: 'x'.repeat(300) }, 'applicationName', 'tooLong'],
  [{ platform: 'a\u0007b' }, 'platform', 'controlCharacters'],
  [{ systemUrl: 'nonsense' }, 'systemUrl', 'malformedUrl'],
  [{ systemUrl: 'https://user:word@system.example' }, 'systemUrl', 'urlWithCredentials'],
  [{ productionLevel: 2.5 }, 'productionLevel', 'notWhole'],
  [{ productionLevel: 9 }, 'productionLevel', 'outOfRange'],
  [{ productionLevel: '3' }, 'productionLevel', 'required'],
  [{ description: 7 }, 'description', 'invalid'],
  [{ secret: 'x' }, 'secret', 'unknownKey'],
] as const)('of a registration %j is told as the problem of its own field', (changes, field, problem) => {
  expect(problemsOf(inputs.registerInput, registering(changes))).toEqual([{ field, problem }]);
});

it('an address of a choice of addresses keeps its own problem', () => {
  const draft = { draftId: 'draft', baseUrl: 'http://hub.example', clientAuthentication: 'body' };
  expect(problemsOf(inputs.draftConnectionInput, { ...draft, hubAddress: 'nonsense' })).toEqual([
    { field: 'baseUrl', problem: 'insecureUrl' },
    { field: 'hubAddress', problem: 'malformedUrl' },
  ]);
});

it('only the first problem of a field is told, and of several fields all', () => {
  const problems = problemsOf(
    inputs.registerInput,
    registering({ platform: `${'x'.repeat(300)}\u0007`, applicationName: '' }),
  );
  expect(problems).toEqual([
    { field: 'applicationName', problem: 'required' },
    { field: 'platform', problem: 'tooLong' },
  ]);
});

it('an input that is nothing of the kind is a problem of no field', () => {
  expect(problemsOf(inputs.hubIdInput, 'hub-1')).toEqual([{ field: '', problem: 'invalid' }]);
  expect(problemsOf(inputs.nothing, {})).toEqual([{ field: '', problem: 'invalid' }]);
});

it('nothing of what was sent comes back, and an unknown key no longer than a label', () => {
  const secret = 'fake-secret-77';
  const problems = problemsOf(inputs.hubIdInput, { hubId: { secret }, ['k'.repeat(5000)]: secret });
  expect(JSON.stringify(problems)).not.toContain(secret);
  expect(JSON.stringify(problems).length).toBeLessThan(250);
});
