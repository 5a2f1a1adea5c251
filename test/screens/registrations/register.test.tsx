import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Failure } from '#contract/failure.ts';
import type { RegistrationForm } from '#contract/inputs.ts';
import type { RegisterOutcome, Registration } from '#contract/registration.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { deferred } from '../../doubles/deferred.ts';
import { axeProblems } from '../app/axe-problems.ts';
import { columnOf, findList, renderRegistrations, rowOf } from './render-registrations.tsx';
import { sampleCopy, sampleRegistration, threeRegistrations } from './sample-registrations.ts';

const form: RegistrationForm = {
  systemUrl: 'https://desk9.uplustelco.com',
  applicationName: 'SalesDesk9',
  applicationLabel: 'Sales Desk 9',
  description: 'Sells.',
  platform: 'Own build',
  productionLevel: 2,
};
const made = sampleRegistration({
  ID: 'REG-22999',
  applicationName: form.applicationName,
  applicationLabel: form.applicationLabel,
  status: 'Pending-Activation',
});
const timeout: Failure = { code: 'outcomeUnknown', cause: 'timeout' };

type Setting = NonNullable<Parameters<typeof renderRegistrations>[0]>;
type Registrations = NonNullable<Setting['registrations']>;

/** Opens the form; `register` answers with one result after the other. */
async function openForm(answers: readonly Result<RegisterOutcome>[], registrations: Registrations = {}) {
  const sent: RegistrationForm[] = [];
  const running = renderRegistrations({
    registrations: {
      register: (input) => {
        sent.push(input.form);
        return Promise.resolve(answers[sent.length - 1] ?? fail({ code: 'unexpected', reference: 'too many' }));
      },
      ...registrations,
    },
  });
  await findList();
  await running.user.click(screen.getByRole('button', { name: 'Register application' }));
  return { ...running, sent, dialog: screen.getByRole('dialog', { name: 'Register application' }) };
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const platform = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Platform' });
const level = () => screen.getByRole('button', { name: /Production level/ });
const press = (user: UserEvent, name: string) => user.click(screen.getByRole('button', { name }));

/** Fills a field at once: what single keys do has its own tests. */
async function paste(user: UserEvent, into: HTMLElement, text: string): Promise<void> {
  into.focus();
  await user.paste(text);
}

async function fillIn(user: UserEvent): Promise<void> {
  await paste(user, field('System URL'), form.systemUrl);
  await paste(user, field('Application name'), form.applicationName);
  await paste(user, field('Application label'), form.applicationLabel);
  await paste(user, field('Description'), form.description);
  await paste(user, platform(), form.platform);
  await user.click(level());
  await user.click(screen.getByRole('option', { name: '2 Development' }));
  await waitFor(() => expect(document.activeElement).toBe(level()));
}

function expectAllTyped(): void {
  expect(field('System URL').value).toBe(form.systemUrl);
  expect(field('Application name').value).toBe(form.applicationName);
  expect(field('Application label').value).toBe(form.applicationLabel);
  expect(field('Description').value).toBe(form.description);
  expect(platform().value).toBe(form.platform);
  expect(level().textContent).toContain('2 Development');
}

describe('registering an application', () => {
  it('sends the six fields once, selects the new row and says so in one sentence', async () => {
    const { user, sent } = await openForm([ok({ registration: made })]);
    await fillIn(user);
    await press(user, 'Register');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent).toEqual([form]);
    expect(screen.getByText('Registered Sales Desk 9 as REG-22999.').closest('[role="status"]')).not.toBeNull();
    expect(rowOf(await findList(), 'SalesDesk9').getAttribute('aria-selected')).toBe('true');
    await press(user, 'Dismiss');
    expect(screen.queryByText(/^Registered/)).toBeNull();
  });

  it('shows the new row even where a filter would hide it', async () => {
    const { user } = renderRegistrations({
      registrations: { register: () => Promise.resolve(ok({ registration: made })) },
    });
    await findList();
    await user.type(screen.getByRole('searchbox', { name: 'Search' }), 'motor');
    await press(user, 'Register application');
    await fillIn(user);
    await press(user, 'Register');
    expect(await screen.findByText(/^Registered/)).toBeDefined();
    expect(rowOf(await findList(), 'SalesDesk9')).toBeDefined();
  });

  it('reads the list where the Hub took it without a word, and shows what it made', async () => {
    let registrations: readonly Registration[] = threeRegistrations;
    const { user } = await openForm([], {
      register: () => {
        registrations = [...threeRegistrations, made];
        return Promise.resolve(ok({ registration: null }));
      },
      refresh: () => Promise.resolve(ok(sampleCopy(registrations))),
    });
    await fillIn(user);
    await press(user, 'Register');
    expect(await screen.findByText('Registered Sales Desk 9 as REG-22999.')).toBeDefined();
    expect(rowOf(await findList(), 'SalesDesk9').getAttribute('aria-selected')).toBe('true');
  });

  it('says that it was taken even if the list does not show it yet', async () => {
    const { user } = await openForm([ok({ registration: null })]);
    await fillIn(user);
    await press(user, 'Register');
    expect(await screen.findByText(/^The Hub accepted Sales Desk 9\./)).toBeDefined();
  });

  it('waits visibly, sends only once however often it is pressed, and may be closed meanwhile', async () => {
    const answer = deferred<Result<RegisterOutcome>>();
    let asked = 0;
    const { user } = await openForm([], {
      register: () => {
        asked += 1;
        return answer.promise;
      },
    });
    await fillIn(user);
    await press(user, 'Register');
    expect(await screen.findByRole('progressbar', { name: 'Waiting for the Hub’s answer' })).toBeDefined();
    await user.keyboard('{Enter}');
    expect(asked).toBe(1);
    await press(user, 'Close');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    answer.resolve(fail({ code: 'accessDenied', status: 403, message: null }));
    expect(await screen.findByRole('alert')).toBeDefined();
    expectAllTyped();
  });
});

describe('the form', () => {
  it('says under each field what is missing, and leads to the first', async () => {
    const { user, sent, dialog } = await openForm([]);
    await press(user, 'Register');
    expect(within(dialog).getAllByText('Fill this in.')).toHaveLength(5);
    expect(document.activeElement).toBe(field('System URL'));
    expect(sent).toEqual([]);
    expect(await axeProblems()).toEqual([]);
    await user.type(field('System URL'), 'h');
    expect(within(dialog).getAllByText('Fill this in.')).toHaveLength(4);
  });

  it('hints under a field when it is left, not while it is typed in', async () => {
    const { user } = await openForm([]);
    await user.type(field('System URL'), 'desk9');
    expect(field('System URL').getAttribute('aria-invalid')).toBeNull();
    await user.tab();
    expect(screen.getByText('Enter a whole address, such as https://app.example.com.')).toBeDefined();
    expect(field('System URL').getAttribute('aria-invalid')).toBe('true');
    await user.type(field('System URL'), '{Home}https://');
    expect(field('System URL').getAttribute('aria-invalid')).toBeNull();
  });

  it('proposes the platforms of the list when asked, and takes any other text', async () => {
    const { user } = await openForm([]);
    platform().focus();
    await user.keyboard('{ArrowDown}');
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'uPlusTelco',
      'Pega',
      'Salesforce',
    ]);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(platform().value).toBe('Pega');
    await user.clear(platform());
    await user.type(platform(), 'Own build');
    await user.tab();
    expect(platform().value).toBe('Own build');
  });

  it('closes only the proposals at the first Escape', async () => {
    const { user } = await openForm([]);
    platform().focus();
    await user.keyboard('{ArrowDown}{Escape}');
    expect(screen.queryByRole('option')).toBeNull();
    expect(screen.getByRole('dialog')).toBeDefined();
  });

  it('offers the five production levels in Pega’s words', async () => {
    const { user } = await openForm([]);
    await user.click(level());
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      '1 Sandbox',
      '2 Development',
      '3 Quality assurance',
      '4 Staging',
      '5 Production',
    ]);
  });

  it('shows the request as it would be sent now, with what can be sent already', async () => {
    const previewed: unknown[] = [];
    const { user } = renderRegistrations({
      wire: {
        preview: (subject) => {
          previewed.push(subject);
          return Promise.resolve(
            ok({ method: 'POST', url: 'https://hub/registrations', headers: [], body: '{}', curl: 'curl' }),
          );
        },
      },
    });
    await findList();
    await press(user, 'Register application');
    await paste(user, field('System URL'), 'no address');
    await paste(user, field('Application name'), form.applicationName);
    await press(user, 'Show request');
    expect((await screen.findByLabelText('Request')).textContent).toContain('POST https://hub/registrations');
    expect(previewed).toEqual([
      { kind: 'register', hubId: 'hub-1', form: { applicationName: form.applicationName, description: '' } },
    ]);
  });

  it('hints that a name is registered already, but is no wall', async () => {
    const { user, sent } = await openForm([ok({ registration: made })]);
    await fillIn(user);
    await user.clear(field('Application name'));
    await user.type(field('Application name'), 'motorclaims');
    expect(screen.getByText(/^MotorClaims is registered already \(REG-22952, Active\)/)).toBeDefined();
    await press(user, 'Register');
    await waitFor(() => expect(sent).toHaveLength(1));
  });

  it('keeps what was typed when it is closed, until one starts over', async () => {
    const { user } = await openForm([]);
    await fillIn(user);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await press(user, 'Register application');
    expectAllTyped();
    await press(user, 'Start over');
    expect(field('System URL').value).toBe('');
    expect(level().textContent).toContain('Choose a level');
  });
});

describe('a registration that is not accepted', () => {
  it('has the Hub’s message under the field it names, until that field changes', async () => {
    const refusal: Failure = {
      code: 'hubRefused',
      status: 400,
      message: null,
      fields: [{ field: 'applicationName', problem: 'refusedByHub', message: 'Name is taken by REG-22951' }],
    };
    const { user, dialog } = await openForm([fail(refusal), ok({ registration: made })]);
    await fillIn(user);
    await press(user, 'Register');
    expect(await within(dialog).findByText('The Hub says: Name is taken by REG-22951')).toBeDefined();
    expect(within(dialog).queryByRole('alert')).toBeNull();
    expectAllTyped();
    await waitFor(() => expect(document.activeElement).toBe(field('Application name')));
    await user.type(field('Application name'), 'x');
    expect(within(dialog).queryByText(/^The Hub says/)).toBeNull();
    await press(user, 'Register');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('has main’s own refusal under its field in the same way', async () => {
    const { user } = await openForm([
      fail({ code: 'inputInvalid', fields: [{ field: 'platform', problem: 'controlCharacters' }] }),
    ]);
    await fillIn(user);
    await press(user, 'Register');
    expect(await screen.findByText('Take out line breaks and invisible characters.')).toBeDefined();
    expectAllTyped();
  });

  it.each<Failure>([
    { code: 'hubUnreachable', cause: 'refused', host: 'claims.example.com' },
    { code: 'accessDenied', status: 403, message: 'Insufficient privilege' },
    { code: 'hubRefused', status: 409, message: 'Duplicate', fields: [] },
    { code: 'tokenRefused', status: 401, error: 'invalid_client', description: null },
    { code: 'hubBusy', status: 429, retryAfterSeconds: 30 },
    { code: 'secretLocked' },
    { code: 'hubMissing' },
  ])('tells $code beside the button and loses nothing', async (failure) => {
    const { user, dialog } = await openForm([fail(failure), ok({ registration: made })]);
    await fillIn(user);
    await press(user, 'Register');
    expect((await within(dialog).findByRole('alert')).textContent).toContain(failure.code);
    expectAllTyped();
    await press(user, 'Register');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('a registration whose outcome is unknown', () => {
  const sendAgain = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Send again' });

  async function sendIntoTheDark(answers: readonly Result<RegisterOutcome>[], registrations: Registrations) {
    const running = await openForm(answers, registrations);
    await fillIn(running.user);
    await press(running.user, 'Register');
    expect(await screen.findByText('It is not known whether the Hub registered SalesDesk9')).toBeDefined();
    return running;
  }

  it('is looked up, and where the Hub has it, opened', async () => {
    const asked: string[] = [];
    const { user, sent } = await sendIntoTheDark([fail(timeout)], {
      lookUp: ({ applicationName }) => {
        asked.push(applicationName);
        return Promise.resolve(ok([made]));
      },
    });
    expect(sendAgain().disabled).toBe(true);
    expect(await axeProblems()).toEqual([]);
    await press(user, 'Look it up');
    expect(await screen.findByText('The Hub has SalesDesk9: it was registered.')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Send again' })).toBeNull();
    await press(user, 'Open REG-22999');
    expect(await screen.findByRole('complementary', { name: 'Details of Sales Desk 9' })).toBeDefined();
    expect(asked).toEqual(['SalesDesk9']);
    expect(sent).toHaveLength(1);
  });

  it('can be sent again only after the Hub turned out not to have it', async () => {
    const { user, sent } = await sendIntoTheDark([fail(timeout), ok({ registration: made })], {
      lookUp: () => Promise.resolve(ok([])),
    });
    expect(sendAgain().disabled).toBe(true);
    await press(user, 'Look it up');
    expect(await screen.findByText('The Hub has no new registration named SalesDesk9')).toBeDefined();
    await user.click(sendAgain());
    expect(await screen.findByText('Registered Sales Desk 9 as REG-22999.')).toBeDefined();
    expect(sent).toEqual([form, form]);
  });

  it('is not taken for an older registration of the same name', async () => {
    const older = sampleRegistration({ ID: 'REG-22951', applicationName: 'SalesDesk9', status: 'Active' });
    const { user } = await sendIntoTheDark([fail(timeout)], { lookUp: () => Promise.resolve(ok([older])) });
    await press(user, 'Look it up');
    expect(await screen.findByText(/was there before: REG-22951, Active/)).toBeDefined();
    expect(sendAgain().disabled).toBe(false);
  });

  it('stays unknown when it cannot be looked up', async () => {
    const { user } = await sendIntoTheDark([fail(timeout)], {
      lookUp: () => Promise.resolve(fail({ code: 'hubUnreachable', cause: 'timeout', host: 'claims.example.com' })),
    });
    await press(user, 'Look it up');
    expect((await screen.findByRole('alert')).textContent).toContain('did not answer in time');
    expect(sendAgain().disabled).toBe(true);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Look it up' }).disabled).toBe(false);
  });

  it('is still there after the dialog was closed, and the form comes back whole after a look-up', async () => {
    const { user } = await sendIntoTheDark([fail(timeout)], { lookUp: () => Promise.resolve(ok([])) });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await press(user, 'Register application');
    expect(screen.queryByRole('textbox', { name: 'System URL' })).toBeNull();
    await press(user, 'Look it up');
    await user.click(await screen.findByRole('button', { name: 'Back to the form' }));
    expectAllTyped();
  });

  it('is assumed where the app itself failed half way', async () => {
    await sendIntoTheDark([fail({ code: 'unexpected', reference: 'a1' })], {});
    expect(sendAgain().disabled).toBe(true);
  });
});

describe('the list after a registration', () => {
  it('holds each registration once, however it was learned of', async () => {
    let registrations: readonly Registration[] = threeRegistrations;
    const { user, bridge } = await openForm([], {
      saved: () => Promise.resolve(ok(sampleCopy(registrations))),
      register: () => {
        registrations = [...threeRegistrations, made];
        bridge.emit('registrationsChanged', { hubId: 'hub-1' });
        return Promise.resolve(ok({ registration: made }));
      },
    });
    await fillIn(user);
    await press(user, 'Register');
    await screen.findByText(/^Registered/);
    await waitFor(async () =>
      expect(columnOf(await findList(), 'Name')).toEqual(['CardDisputes', 'MotorClaims', 'SalesDesk9', 'SalesDesk3']),
    );
  });
});
