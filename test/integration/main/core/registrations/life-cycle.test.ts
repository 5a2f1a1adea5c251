// The life-cycle table cell by cell against the practice hub over HTTP: what it allows succeeds, what it does not is
// refused. Then the operations of the Bridge, from the first step to the last.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Allowance } from '#contract/life-cycle.ts';
import type { LifeCycleAction, RegistrationAction } from '#contract/registration-actions.ts';
import type { Registration, StatusKind } from '#contract/registration.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import { gotHttpClient } from '../../../../../main/adapters/got-http-client.ts';
import { editBaseOf } from '../../../../../main/core/registrations/life-cycle/edit-fields.ts';
import { lifeCycleService } from '../../../../../main/core/registrations/life-cycle/life-cycle-service.ts';
import { LIFE_CYCLE_TABLE } from '../../../../../main/core/registrations/life-cycle/life-cycle-table.ts';
import { redactText } from '../../../../../main/core/redaction/redact-text.ts';
import { pathBook } from '../../../../../main/core/registrations/life-cycle/path-book.ts';
import { sendAction } from '../../../../../main/core/registrations/life-cycle/send-action.ts';
import { emptyStoredActionPaths } from '../../../../../main/core/registrations/life-cycle/stored-action-paths.ts';
import { openHub } from '../../../../../main/core/registrations/open-hub.ts';
import { registrationService } from '../../../../../main/core/registrations/registration-service.ts';
import { judgeWriteAnswer } from '../../../../../main/core/registrations/write-answer.ts';
import { tokenKeeper } from '../../../../../main/core/tokens/token-keeper.ts';
import { lastExchanges } from '../../../../../main/core/wire/last-exchanges.ts';
import type { PracticeHubOptions } from '../../../../../main/practice-hub/options.ts';
import { startPracticeHub } from '../../../../../main/practice-hub/practice-hub.ts';
import { memoryCopies } from '../../../../doubles/memory-copies.ts';
import { memoryRecordStore } from '../../../../doubles/memory-record-store.ts';
import { recordingActivity } from '../../../../doubles/recording-activity.ts';
import { recordingPairs } from '../../../../doubles/recording-pairs.ts';

const SYNC_MS = 1_000;
const HUB = { hubId: 'h1' };
const http = gotHttpClient({ userAgent: 'FabricRegistrar/test', trustedCertificates: () => [] });

async function setUp(options: PracticeHubOptions = {}) {
  let nowMs = Date.UTC(2026, 5, 1);
  let made = 0;
  const hub = await startPracticeHub({
    clock: () => nowMs,
    synchronizeMs: SYNC_MS,
    tokenLifetimeSeconds: 1e6,
    ...options,
  });
  const clock = { nowMs: () => Date.now() };
  const activity = recordingActivity();
  const tokens = tokenKeeper({
    http,
    clock,
    knock: () => Promise.resolve(ok(null)),
    openCredential: () =>
      Promise.resolve(
        ok({
          clientId: hub.clientId,
          clientSecret: hub.clientSecret,
          tokenEndpoint: hub.tokenEndpoint,
          clientAuthentication: 'body' as const,
          boundOrigins: [hub.origin],
        }),
      ),
    activity: recordingActivity(),
    hubIdOf: () => 'h1',
    onChanged: () => undefined,
  });
  const copies = memoryCopies(clock);
  const pairs = recordingPairs();
  const paths = pathBook(memoryRecordStore(emptyStoredActionPaths));
  const exchanges = lastExchanges(redactText);
  const hubOf = () => ({ baseUrl: hub.baseUrl, credentialInUseId: 'c1' });
  const ports = { hubOf, tokens, clock, activity, exchanges, copies, pairs, paths };
  const registrations = registrationService(ports);
  const service = lifeCycleService(ports);
  const perform = (registrationId: string, action: LifeCycleAction) =>
    service.perform({ ...HUB, registrationId, action });
  const read = (registrationId: string) => registrations.read({ ...HUB, registrationId });

  /** Registers an application and gives its ID. */
  async function register(systemUrl = 'https://desk.example'): Promise<string> {
    made += 1;
    const applicationName = `Subject${made}`;
    const form = {
      systemUrl,
      applicationName,
      applicationLabel: 'L',
      description: '',
      platform: 'P',
      productionLevel: 2,
    };
    const registered = await registrations.register({ ...HUB, form });
    if (!registered.ok || registered.value.registration === null) throw new Error('It was not registered');
    return registered.value.registration.id;
  }

  const finishSynchronization = () => {
    nowMs += SYNC_MS;
  };

  /** Brings a fresh registration into a status, by the operations of the app alone. */
  async function subjectIn(kind: StatusKind): Promise<string> {
    // One of those that the practice hub starts with: deleted, and shown to nobody.
    if (kind === 'resolved') return 'REG-22963';
    const id = await register(kind === 'failure' ? 'https://desk.invalid' : 'https://desk.example');
    if (kind === 'pending') return id;
    await perform(id, 'enableSync');
    if (kind === 'synchronizing') return id;
    finishSynchronization();
    if (kind === 'hidden') await perform(id, 'disable');
    if (kind === 'stopped') await perform(id, 'deactivate');
    return id;
  }

  /** Sends an action without asking the table first. */
  async function sendUnasked(registrationId: string, action: RegistrationAction): Promise<Result<unknown>> {
    const opened = openHub(ports, 'h1');
    if (!opened.ok) return opened;
    const step = { hub: opened.value, registrationId, applicationName: '' };
    if (action !== 'edit') return sendAction({ copies, pairs, paths }, { ...step, action });
    const call = { kind: 'edit', registrationId, changes: { weighting: '2' } } as const;
    return (await step.hub.write({ call, applicationName: '', take: judgeWriteAnswer })).judged;
  }

  const asked = () => hub.requests.reduce((sum, { count }) => sum + count, 0);
  const parts = { hub, registrations, service, perform, read, register, subjectIn, sendUnasked };
  return { ...parts, finishSynchronization, pairs, paths, activity, exchanges, asked };
}

type Practice = Awaited<ReturnType<typeof setUp>>;

const STATUSES = ['pending', 'synchronizing', 'active', 'hidden', 'stopped', 'failure', 'resolved'] as const;
const ACTIONS = ['edit', 'enableSync', 'disable', 'enable', 'deactivate', 'reactivate', 'delete'] as const;

/** What the practice hub chose where the contract knows nothing (docs/practice-hub.md, Statuses). */
const CHOSEN: Readonly<Record<string, 'allowed' | 'notAllowed'>> = {
  'deactivate in pending': 'notAllowed',
  'enableSync in synchronizing': 'notAllowed',
  'deactivate in synchronizing': 'notAllowed',
  'enableSync in active': 'notAllowed',
  'enableSync in hidden': 'notAllowed',
  'deactivate in hidden': 'allowed',
  'enableSync in failure': 'allowed',
  'deactivate in failure': 'notAllowed',
};

/** Where a step leads; null where the registration is gone. */
const LEADS_TO: Readonly<Record<LifeCycleAction, StatusKind | null>> = {
  enableSync: 'synchronizing',
  disable: 'hidden',
  enable: 'active',
  deactivate: 'stopped',
  reactivate: 'synchronizing',
  delete: null,
};

const cells = STATUSES.flatMap((status) =>
  ACTIONS.map((action) => {
    const { verdict } = LIFE_CYCLE_TABLE[status][action];
    const outcome: Allowance['verdict'] | undefined =
      verdict === 'notKnown' ? CHOSEN[`${action} in ${status}`] : verdict;
    return { status, action, verdict, outcome };
  }),
);

describe('the life-cycle table and the practice hub', () => {
  let practice: Practice;
  beforeAll(async () => {
    // Reactivating by the path of enabling would leave open which of the two was refused.
    practice = await setUp({ actionPaths: { reactivate: 'reactivate' } });
    practice.paths.set({ ...HUB, action: 'reactivate', path: 'actions/reactivate' });
  });
  afterAll(() => practice.hub.close());

  test('leave no cell open', () => {
    expect(cells).toHaveLength(49);
    expect(cells.filter(({ outcome }) => outcome === undefined)).toEqual([]);
    expect(cells.filter(({ verdict }) => verdict === 'notKnown')).toHaveLength(Object.keys(CHOSEN).length);
  });

  test.each(cells)('agree: $action in $status is $verdict, and the hub says $outcome', async (cell) => {
    const { status, action, verdict, outcome } = cell;
    const id = await practice.subjectIn(status);
    const before = await practice.read(id);
    expect(kindOf(before)).toBe(status === 'resolved' ? 'registrationGone' : status);

    const sent = await practice.sendUnasked(id, action);

    const after = kindOf(await practice.read(id));
    if (outcome === 'allowed') {
      expect(sent.ok).toBe(true);
      expect(after).toBe(action === 'edit' ? status : (LEADS_TO[action] ?? 'registrationGone'));
    } else {
      expect(sent).toMatchObject({
        failure: status === 'resolved' ? {} : { code: 'hubRefused', status: 409 },
      });
      expect(after).toBe(kindOf(before));
    }
    if (verdict !== 'notAllowed' || action === 'edit' || status === 'resolved') return;
    // And the app does not even send it: one look, and nothing else.
    const [asked, written] = [practice.asked(), practice.activity.entries.length];
    await practice.registrations.refresh(HUB);
    expect(await practice.perform(id, action)).toMatchObject({ failure: { code: 'statusForbids', action } });
    expect(practice.asked()).toBe(asked + 2);
    expect(practice.activity.entries).toHaveLength(written);
  });

  test('agree on editing: what is forbidden is not sent', async () => {
    const id = await practice.subjectIn('synchronizing');
    const record = await practice.read(id);
    if (!record.ok) throw new Error('It cannot be read');
    const base = editBaseOf(record.value);
    expect(await practice.service.edit({ ...HUB, registrationId: id, base, changes: { weighting: '2' } })).toEqual(
      fail({ code: 'statusForbids', action: 'edit', status: 'Open-SyncProgress' }),
    );
  });
});

function kindOf(read: Result<Registration>): string {
  return read.ok ? read.value.status.kind : read.failure.code;
}

describe('the operations of the life cycle', () => {
  let practice: Practice | null = null;
  afterEach(() => practice?.hub.close());
  const start = async (options?: PracticeHubOptions) => (practice = await setUp(options));

  test('lead from the registration to its end', async () => {
    const { register, perform, finishSynchronization, read, pairs, activity, service } = await start();
    const id = await register();
    const told: (readonly [LifeCycleAction, unknown])[] = [];
    for (const action of [
      'enableSync',
      'disable',
      'enable',
      'deactivate',
      'reactivate',
      'deactivate',
      'delete',
    ] as const) {
      const performed = await perform(id, action);
      told.push([action, performed.ok ? (performed.value.registration?.status.kind ?? null) : performed.failure]);
      if (action === 'enableSync' || action === 'reactivate') finishSynchronization();
    }
    expect(told).toEqual([
      ['enableSync', 'synchronizing'],
      ['disable', 'hidden'],
      ['enable', 'active'],
      ['deactivate', 'stopped'],
      ['reactivate', 'synchronizing'],
      ['deactivate', 'stopped'],
      ['delete', null],
    ]);
    expect(await read(id)).toEqual(fail({ code: 'registrationGone' }));
    const [first, second] = pairs.received;
    expect(pairs.received).toHaveLength(2);
    expect(first).toMatchObject({ registrationId: id, applicationName: 'Subject1', clientId: second?.clientId });
    expect(first?.clientSecret).not.toBe(second?.clientSecret);
    expect(activity.entries.map(({ action, outcome }) => [action, outcome?.kind])).toEqual(
      ['register', ...told.map(([action]) => action)].map((action) => [action, 'done']),
    );
    expect(await service.actionPaths(HUB)).toMatchObject({
      value: [
        { path: 'actions/enable', origin: 'found' },
        { path: 'actions/enablesync', origin: 'found' },
      ],
    });
  });

  test('find a path that is not the first, and keep a pair that comes under another name', async () => {
    const { subjectIn, perform, service, pairs } = await start({
      actionPaths: { enable: 'enableregistration' },
      syncSecretField: 'Client Secret',
    });
    const id = await subjectIn('hidden');
    expect(await perform(id, 'enable')).toMatchObject(ok({ registration: { status: { kind: 'active' } } }));
    expect(await service.actionPaths(HUB)).toMatchObject({
      value: [{ path: 'actions/enableregistration', origin: 'found' }, {}],
    });
    expect(pairs.received).toHaveLength(1);
  });

  test('say that no path is known, and go where they are sent', async () => {
    const { subjectIn, perform, service } = await start({ actionPaths: { enable: 'show' } });
    const id = await subjectIn('hidden');
    expect(await perform(id, 'enable')).toEqual(fail({ code: 'actionPathUnknown', action: 'enable' }));
    await service.setActionPath({ ...HUB, action: 'enable', path: 'actions/show' });
    expect(await perform(id, 'enable')).toMatchObject(ok({ registration: { status: { kind: 'active' } } }));
  });

  test('tell plainly that a Hub sent no secret', async () => {
    const { register, perform, pairs } = await start({ syncSecretField: null });
    expect(await perform(await register(), 'enableSync')).toMatchObject(ok({ pair: { kind: 'absent' } }));
    expect(pairs.received).toEqual([]);
  });

  test('leave the decision to the Hub in a status that no source names', async () => {
    const { subjectIn, perform } = await start({ statusWords: { active: 'In-Good-Health' } });
    const id = await subjectIn('active');
    expect(await perform(id, 'delete')).toMatchObject({ failure: { code: 'hubRefused', status: 409 } });
    expect(await perform(id, 'deactivate')).toMatchObject(ok({ registration: { status: { kind: 'stopped' } } }));
  });

  test('do not call an answer refused that broke off, and show the next one without its secret', async () => {
    const { hub, register, perform, pairs, exchanges } = await start({ syncSecretField: 'a client secret' });
    const id = await register();
    hub.setFaults([{ kind: 'cutOff', at: 'midBody', match: { method: 'POST', path: /enablesync$/ } }]);
    expect(await perform(id, 'enableSync')).toMatchObject({ failure: { code: 'outcomeUnknown', cause: 'cut' } });
    const other = await register();
    hub.setFaults([]);
    expect(await perform(other, 'enableSync')).toMatchObject(ok({ pair: { kind: 'kept' } }));
    const shown = exchanges.last({ ...HUB, registrationId: other, call: 'enableSync' });
    expect(shown?.body).toContain('"a client secret": "•••"');
    expect(JSON.stringify(shown)).not.toContain(pairs.received[0]?.clientSecret);
  });

  test('edit what they are given, and overwrite nothing', async () => {
    const { register, read, service } = await start();
    const id = await register();
    const record = await read(id);
    if (!record.ok) throw new Error('It cannot be read');
    const place = { ...HUB, registrationId: id, base: editBaseOf(record.value) };
    expect(await service.edit({ ...place, changes: { weighting: '7', productionLevel: 4 } })).toMatchObject(
      ok({ kind: 'saved', registration: { weighting: '7', productionLevel: '4' } }),
    );
    expect(await service.edit({ ...place, changes: { description: 'Another' } })).toMatchObject(
      ok({
        kind: 'changedMeanwhile',
        changes: [
          { field: 'productionLevel', before: '2', after: '4' },
          { field: 'weighting', before: '1', after: '7' },
        ],
      }),
    );
    const base = { ...place.base, weighting: '7', productionLevel: '4' };
    expect(await service.edit({ ...place, base, changes: { weighting: '7' } })).toMatchObject(
      ok({ kind: 'nothingToChange' }),
    );
    expect(await service.edit({ ...place, base, changes: { applicationName: 'New', weighting: '101' } })).toMatchObject(
      {
        failure: { code: 'hubRefused', fields: [{ field: 'applicationName' }, { field: 'weighting' }] },
      },
    );
  });
});
