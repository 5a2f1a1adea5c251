import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ReferenceDocument, ReferenceOperation } from '#contract/reference.ts';
import { fail, ok } from '#contract/result.ts';
import { BridgeContext } from '../../../renderer/app/bridge-context.tsx';
import { queryClient } from '../../../renderer/app/query-client.ts';
import { ReferenceScreen } from '../../../renderer/features/reference/reference-screen.tsx';
import { fakeBridge } from '../../doubles/fake-bridge.ts';
import { sampleHub } from '../../doubles/sample-hubs.ts';
import { axeProblems } from '../app/axe-problems.ts';

type Given = NonNullable<NonNullable<Parameters<typeof fakeBridge>[0]>['reference']>;

function operation(more: Partial<ReferenceOperation>): ReferenceOperation {
  return {
    id: 'listRegistrations',
    method: 'GET',
    path: '/registrations',
    group: 'Registrations',
    summary: 'List the registrations',
    description: 'One answer holds every registration.',
    evidence: 'READ',
    sources: 'R2',
    fields: [],
    requestExample: null,
    responses: [{ status: '200', description: 'All registrations.', example: '{\n  "registrations": []\n}' }],
    tryIt: 'list',
    ...more,
  };
}

const EDIT = operation({
  id: 'editRegistration',
  method: 'PATCH',
  path: '/registrations/{ID}',
  summary: 'Edit a registration',
  fields: [
    { name: 'ID', place: 'path', type: 'string', isRequired: true, description: 'The registration.' },
    { name: 'weighting', place: 'body', type: 'string | integer', isRequired: false, description: '' },
  ],
  requestExample: '{\n  "weighting": "2"\n}',
  tryIt: 'edit',
});
const ENABLE = operation({
  id: 'enableRegistration',
  method: 'POST',
  path: '/registrations/{ID}/actions/enable',
  group: 'Life cycle',
  summary: 'Enable a registration',
  evidence: 'INFERRED',
  tryIt: 'enable',
});
const TASKS = operation({
  id: 'publishTasks',
  method: 'POST',
  path: '/tasks/batch',
  group: 'Data synchronization',
  summary: 'Send tasks in a batch',
  tryIt: null,
});

const OURS: ReferenceDocument = {
  source: 'ours',
  address: null,
  title: 'Process Fabric Hub API',
  version: '10',
  description: '',
  operations: [operation({}), EDIT, ENABLE, TASKS],
};
const ADDRESS = 'https://claims.example.com/api.json';
const THEIRS: ReferenceDocument = {
  source: 'hub',
  address: ADDRESS,
  title: 'Claims API',
  version: '3',
  description: '',
  operations: [
    operation({ id: 'GET /registrations', group: '', summary: '', evidence: null, sources: '', description: '' }),
  ],
};

function show(given: Given = {}) {
  const tried: string[] = [];
  const bridge = fakeBridge({
    reference: {
      document: () => Promise.resolve(ok(OURS)),
      address: () => Promise.resolve(ok(null)),
      ...given,
    },
  });
  render(
    <BridgeContext value={bridge}>
      <QueryClientProvider client={queryClient()}>
        <ReferenceScreen hub={sampleHub()} onTryIt={(tryIt) => void tried.push(tryIt)} />
      </QueryClientProvider>
    </BridgeContext>,
  );
  return { user: userEvent.setup(), tried };
}

const calls = () => screen.findByRole('listbox', { name: 'Calls' });
const names = (list: HTMLElement) =>
  within(list)
    .getAllByRole('option')
    .map((option) => option.textContent);

describe('the API reference', () => {
  it('lists the calls by group and shows the first one', async () => {
    show();
    const list = await calls();
    expect(names(list)).toEqual([
      'List the registrationsGET /registrations',
      'Edit a registrationPATCH /registrations/{ID}',
      'Enable a registrationPOST …/{ID}/actions/enable',
      'Send tasks in a batchPOST /tasks/batch',
    ]);
    expect(within(list).getByRole('group', { name: 'Life cycle' })).toBeDefined();
    expect(screen.getByRole('status').textContent).toBe('4 calls');
    expect(screen.getByRole('article', { name: 'List the registrations' })).toBeDefined();
    expect(screen.getByText('Process Fabric Hub API 10, from the app')).toBeDefined();
  });

  it('shows what a call takes and answers, and how well it is known', async () => {
    const { user } = show();
    await user.click(within(await calls()).getByRole('option', { name: /^Edit a registration/ }));
    const details = screen.getByRole('article', { name: 'Edit a registration' });
    const rows = within(details)
      .getAllByRole('row')
      .map((row) => row.textContent);
    expect(rows).toEqual([
      'FieldInTypeMeaning',
      'ID requiredaddressstringThe registration.',
      'weightingbodystring | integer',
    ]);
    expect(details.textContent).toContain('{\n  "weighting": "2"\n}');
    expect(details.textContent).toContain('{\n  "registrations": []\n}');
    expect(within(details).getByText('Documented')).toBeDefined();
    expect(within(details).getByText('Sources: R2')).toBeDefined();
  });

  it('goes from call to call with the arrow keys', async () => {
    const { user } = show();
    await calls();
    await user.click(screen.getByRole('option', { name: /^List the registrations/ }));
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('article', { name: 'Edit a registration' })).toBeDefined();
  });

  it('explains the marks', async () => {
    const { user } = show();
    await calls();
    await user.click(screen.getByRole('button', { name: 'What the marks mean' }));
    expect(screen.getByText('A conclusion from what is known. The Hub may do it differently.')).toBeDefined();
  });

  it('finds calls by words of anything that is said of them', async () => {
    const { user } = show();
    const list = await calls();
    await user.type(screen.getByRole('searchbox', { name: 'Find a call' }), 'weig patch');
    expect(names(list)).toEqual(['Edit a registrationPATCH /registrations/{ID}']);
    expect(screen.getByRole('status').textContent).toBe('1 of 4 calls');
    expect(screen.getByRole('article', { name: 'Edit a registration' })).toBeDefined();
    await user.keyboard('x');
    expect(screen.getByText('No call matches.')).toBeDefined();
    expect(screen.queryByRole('article')).toBeNull();
  });

  it('leads to the form that makes the call, where there is one', async () => {
    const { user, tried } = show();
    const list = await calls();
    await user.click(within(list).getByRole('option', { name: /^Enable a registration/ }));
    expect(screen.getByText(/choose one, then this step of its life cycle/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Try it' }));
    expect(tried).toEqual(['enable']);
    await user.click(within(list).getByRole('option', { name: /^Send tasks/ }));
    expect(screen.queryByRole('button', { name: 'Try it' })).toBeNull();
    expect(screen.getByText('The app has no form for this call.')).toBeDefined();
  });

  it('has no accessibility problems', async () => {
    const { user } = show();
    await user.click(within(await calls()).getByRole('option', { name: /^Edit a registration/ }));
    await user.click(screen.getByRole('button', { name: 'What the marks mean' }));
    await user.click(screen.getByRole('button', { name: 'The Hub’s own description' }));
    expect(await axeProblems()).toEqual([]);
  });
});

describe('the Hub’s own description', () => {
  /** A hub that keeps the address it is given and answers with its own description there. */
  function keeping(first: string | null, document: () => ReturnType<NonNullable<Given['document']>>): Given {
    let address = first;
    return {
      address: () => Promise.resolve(ok(address)),
      setAddress: (input) => {
        address = input.address;
        return Promise.resolve(ok(null));
      },
      document: () => (address === null ? Promise.resolve(ok(OURS)) : document()),
      ours: () => Promise.resolve(ok(OURS)),
    };
  }
  const unfold = async (user: ReturnType<typeof userEvent.setup>) => {
    await user.click(await screen.findByRole('button', { name: 'The Hub’s own description' }));
    return screen.getByRole('textbox', { name: 'Address of the document' });
  };

  it('is shown instead of the app’s once its address is entered', async () => {
    const { user } = show(keeping(null, () => Promise.resolve(ok(THEIRS))));
    const field = await unfold(user);
    expect(screen.queryByRole('button', { name: 'Use the app’s own' })).toBeNull();
    await user.click(field);
    await user.paste(ADDRESS);
    await user.click(screen.getByRole('button', { name: 'Show it' }));
    expect(await screen.findByText(`Claims API 3, from ${ADDRESS}`)).toBeDefined();
    expect(names(await calls())).toEqual(['/registrationsGET /registrations']);
    expect(screen.getByRole('group', { name: 'Other' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'What the marks mean' })).toBeNull();
  });

  it('gives way to the app’s when its address is taken away', async () => {
    const { user } = show(keeping(ADDRESS, () => Promise.resolve(ok(THEIRS))));
    const field = await unfold(user);
    expect(field).toHaveProperty('value', ADDRESS);
    await user.click(screen.getByRole('button', { name: 'Use the app’s own' }));
    expect(await screen.findByText('Process Fabric Hub API 10, from the app')).toBeDefined();
    expect(field).toHaveProperty('value', '');
    await waitFor(() => expect(document.activeElement).toBe(field));
  });

  it('is not asked for at an address that may not get a token', async () => {
    const { user } = show();
    await user.click(await unfold(user));
    await user.paste('http://claims.example.com/api.json');
    await user.click(screen.getByRole('button', { name: 'Show it' }));
    const field = screen.getByRole('textbox', { name: 'Address of the document' });
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  it('that cannot be read is told with the reason, and the app’s is shown meanwhile', async () => {
    let answers = 0;
    const document = () => {
      answers += 1;
      return Promise.resolve(
        answers === 1 ? fail({ code: 'referenceUnreadable', host: 'claims.example.com' } as const) : ok(THEIRS),
      );
    };
    const { user } = show(keeping(ADDRESS, document));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('claims.example.com');
    expect(await screen.findByText('Process Fabric Hub API 10, from the app')).toBeDefined();
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(`Claims API 3, from ${ADDRESS}`)).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is kept only if it can be saved', async () => {
    const refused = fail({ code: 'storageFailed', cause: 'full' } as const);
    const { user } = show({ setAddress: () => Promise.resolve(refused) });
    await user.click(await unfold(user));
    await user.paste(ADDRESS);
    await user.click(screen.getByRole('button', { name: 'Show it' }));
    expect((await screen.findByRole('alert')).textContent).toContain('disk is full');
  });
});
