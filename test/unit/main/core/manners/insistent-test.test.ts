import { expect, test } from 'vitest';
import { fail } from '#contract/result.ts';
import { insistentTest } from '../../../../../main/core/manners/insistent-test.ts';
import { clientAccess } from '../tokens/client-access.ts';

const BASE = 'https://hub.example/prweb/api/ppf/v1';

function setUp() {
  const happened: unknown[] = [];
  const note = (name: string) => () => {
    happened.push(name);
    return Promise.resolve(fail({ code: 'hubMissing' } as const));
  };
  const tester = insistentTest({
    test: { testDraft: note('draft tested'), testSaved: note('saved tested') },
    manners: { tryNow: (addresses) => void happened.push(addresses) },
    book: { findCredential: () => null },
  });
  return { tester, happened };
}

test('a test of a draft asks both its hosts at once', async () => {
  const { tester, happened } = setUp();
  const access = clientAccess();
  await tester.testDraft(access, BASE);
  expect(happened).toEqual([[access.tokenEndpoint, BASE], 'draft tested']);
});

test('a test of a saved credential asks its hub at once', async () => {
  const { tester, happened } = setUp();
  await tester.testSaved('c1', BASE);
  expect(happened).toEqual([[BASE], 'saved tested']);
});
