import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Failure, FieldProblemCode, FoundContent, StorageCause } from '#contract/failure.ts';
import { FailureNotice } from '../../../renderer/ui/failure-notice.tsx';
import { describeFailure } from '../../../renderer/words/describe-failure.ts';
import { describeProblem } from '../../../renderer/words/describe-problem.ts';
import { sampleFailures, unreachableCauses } from './sample-failures.ts';

/** What is said of whether anything was lost; the rest are about things that were never at stake. */
const KEPT =
  /nothing (else )?was (lost|stored|sent|changed|written)|no secret was moved|stays saved|still there|No passphrase is set|nothing changed|untouched|still in|still listed|not sent|sent again|Look it up/i;

const foundContents: readonly FoundContent[] = [
  'nothing',
  'html',
  'brokenJson',
  'otherJson',
  'text',
  'pdf',
  'image',
  'archive',
];

const variants: readonly Failure[] = [
  ...Object.values(unreachableCauses).flatMap((cause): Failure[] => [
    { code: 'hubUnreachable', cause, host: 'hub.example.com' },
    { code: 'outcomeUnknown', cause },
    { code: 'outcomeUnknown', cause, status: 502 },
  ]),
  ...foundContents.flatMap((found): Failure[] => [
    { code: 'fileBinary', fileName: 'a', found },
    { code: 'notCredentials', fileName: '', found },
    { code: 'answerUnreadable', status: 200, found },
  ]),
  { code: 'fileBinary', fileName: 'a', found: null },
  { code: 'fileNotRegular', fileName: 'a', found: 'other' },
  ...(['full', 'denied', 'other'] as const satisfies readonly StorageCause[]).map((cause): Failure => ({
    code: 'storageFailed',
    cause,
  })),
  ...([null, 302, 401, 403, 407, 502] as const).map((status): Failure => ({
    code: 'proxyRefused',
    proxy: 'proxy.example.com:8080',
    status,
    signIns: ['Negotiate', 'NTLM'],
  })),
  ...(['notTls', 'tooOld'] as const).map((why): Failure => ({ code: 'tlsUnusable', host: 'hub.example.com', why })),
  { code: 'tokenRefused', status: 400, error: 'unsupported_grant_type', description: null },
  { code: 'tokenRefused', status: 401, error: null, description: null },
  { code: 'hubBusy', status: 503, retryAfterSeconds: null },
  { code: 'hubRefused', status: 404, message: null, fields: [] },
  { code: 'hubRefused', status: 409, message: 'x'.repeat(1000), fields: [] },
  { code: 'accessDenied', status: 401, message: null },
];

describe('the words of a failure', () => {
  it.each(Object.values(sampleFailures))(
    '$code is told with its way out, and its code is one press away',
    (failure) => {
      render(<FailureNotice failure={failure} />);
      const notice = screen.getByRole('alert');
      const { sentence, wayOut } = describeFailure(failure);
      expect(notice.textContent).toContain(sentence);
      expect(notice.textContent).toContain(wayOut);
      expect(screen.getByText(`code: ${failure.code}`, { exact: false })).toBeDefined();
    },
  );

  it.each([...Object.values(sampleFailures), ...variants])('%o is plain, short and says what was kept', (failure) => {
    const { sentence, wayOut } = describeFailure(failure);
    for (const words of [sentence, wayOut]) {
      expect(words).toMatch(/^[A-Z“a-z][^!]*\.$/u);
      expect(words).not.toMatch(/undefined|null|\[object|oops|sorry| {2}/i);
      expect(words.length).toBeLessThan(460);
    }
    expect(`${sentence} ${wayOut}`).toMatch(KEPT);
  });

  it('leads a refused token to the cause the server named', () => {
    const refused = (error: string) =>
      describeFailure({ code: 'tokenRefused', status: 400, error, description: null }).wayOut;
    expect(refused('invalid_client')).toContain('regenerated');
    expect(refused('unsupported_grant_type')).toContain('Client credentials grant');
    expect(refused('invalid_request')).toContain('form body or Basic');
    expect(refused('toString')).toContain('regenerated');
  });

  it('says of an open outcome whether an answer came, and which', () => {
    const sentence = (answer: { status?: number; message?: string }) =>
      describeFailure({ code: 'outcomeUnknown', cause: 'other', ...answer }).sentence;
    expect(sentence({})).toContain('no answer came back');
    expect(sentence({ status: 200 })).toBe(
      'The Hub answered with status 200, which leaves open whether it acted on it.',
    );
    expect(sentence({ status: 500, message: 'Out of\nmemory' })).toBe(
      'The Hub answered with status 500 (“Out of memory”), which leaves open whether it acted on it.',
    );
  });

  it('ends a sentence once where the Hub’s own words end with it', () => {
    const refused = (message: string) =>
      describeFailure({ code: 'hubRefused', status: 409, message, fields: [] }).sentence;
    expect(refused('It is Disabled.')).toContain('(status 409): “It is Disabled.” Nothing was changed.');
    expect(refused('Busy')).toContain('(status 409): “Busy”. Nothing was changed.');
  });

  it('gives advice about existing registrations only to somebody who registers', () => {
    const conflict = { code: 'hubRefused', status: 409, message: null, fields: [] } as const;
    expect(describeFailure(conflict, 'register').wayOut).toContain('exists already');
    expect(describeFailure(conflict, 'step').wayOut).toContain('See which steps are open now.');
    expect(describeFailure(conflict).wayOut).toBe('See what the Hub has now: refresh the list.');
  });

  it('quotes a message of the Hub on one line, cut where it gets long', () => {
    const { sentence } = describeFailure({
      code: 'accessDenied',
      status: 403,
      message: `first\n\n  second ${'x'.repeat(1000)}`,
    });
    expect(sentence).toContain('“first second xxx');
    expect(sentence).toContain('…”.');
    expect(sentence.length).toBeLessThan(420);
  });
});

describe('the words under a field', () => {
  const codes: { readonly [Code in FieldProblemCode]: Code } = {
    required: 'required',
    tooLong: 'tooLong',
    tooShort: 'tooShort',
    malformedUrl: 'malformedUrl',
    insecureUrl: 'insecureUrl',
    urlWithCredentials: 'urlWithCredentials',
    malformedProxy: 'malformedProxy',
    controlCharacters: 'controlCharacters',
    notWhole: 'notWhole',
    outOfRange: 'outOfRange',
    unknownKey: 'unknownKey',
    refusedByHub: 'refusedByHub',
    invalid: 'invalid',
  };

  it.each(Object.values(codes))('%s is one plain sentence', (problem) => {
    expect(describeProblem({ problem })).toMatch(/^[A-Z][^!]*\.$/);
  });

  it('says what the Hub said as the Hub said it', () => {
    expect(describeProblem({ problem: 'refusedByHub', message: 'Name already taken' })).toBe(
      'The Hub says: Name already taken',
    );
  });

  it('does not say the field’s own name once more', () => {
    const said = (field: string, message: string) => describeProblem({ field, problem: 'refusedByHub', message });
    expect(said('systemUrl', 'systemURL: must be an address')).toBe('The Hub says: must be an address');
    expect(said('description', '.applicationDescription: is too long')).toBe('The Hub says: is too long');
    expect(said('systemUrl', 'platform: must agree with it')).toBe('The Hub says: platform: must agree with it');
    expect(said('systemUrl', 'systemURL:')).toBe('The Hub says: systemURL:');
  });
});
