// The check of a connection with real names, connections and certificates, against the practice hub and a TLS server.
import { readFileSync } from 'node:fs';
import https from 'node:https';
import net from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Checkup } from '#contract/checkup.ts';
import type { Result } from '#contract/result.ts';
import { checkedHub } from './checked-hub.ts';

const hubId = 'h1';
const MINUTE_MS = 60_000;

async function made(run: Promise<Result<Checkup>>): Promise<Checkup> {
  const result = await run;
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

const short = ({ steps }: Checkup) => steps.map(({ name, outcome }) => `${name} ${outcome}`);
const failedIn = ({ steps }: Checkup) => steps.find(({ outcome }) => outcome === 'failed');

async function listen(server: net.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as net.AddressInfo).port;
}

describe('the check of a connection', () => {
  test('of a hub that answers finds all of it well', async () => {
    const { checkup } = await checkedHub();
    const checked = await made(checkup.run({ hubId }));
    expect(short(checked)).toEqual([
      'proxy passed',
      'name passed',
      'connection passed',
      'certificate skipped',
      'token passed',
      'clock passed',
      'role passed',
      'answer passed',
    ]);
    expect(checked.steps.map(({ finding }) => finding)).toContainEqual({ kind: 'registrations', count: 12 });
  });

  test.each([-10, 10])('names a computer’s clock that is %i minutes off', async (minutes) => {
    const { checkup, registrations } = await checkedHub({ clockOffsetMs: -minutes * MINUTE_MS });
    const checked = await made(checkup.run({ hubId }));
    const finding = checked.steps.find(({ name, outcome }) => name === 'clock' && outcome === 'warned')?.finding;
    expect(finding?.kind === 'clock' && Math.round((finding.aheadMs ?? 0) / MINUTE_MS)).toBe(minutes);
    // Its token works all the same.
    expect(await registrations.refresh({ hubId })).toMatchObject({ ok: true });
  });

  test('names a role that is another than usual', async () => {
    const { checkup } = await checkedHub({ operators: [{ operator: 'guest', accessGroup: 'PPF:Guests' }] });
    const checked = await made(checkup.run({ hubId }));
    expect(short(checked).slice(-2)).toEqual(['role warned', 'answer failed']);
    expect(failedIn(checked)?.failure).toMatchObject({ code: 'accessDenied', status: 403 });
  });

  test.each([
    ['token', { kind: 'html', match: { path: /\/token$/ } }, 'answerUnreadable'],
    ['answer', { kind: 'status', status: 500, match: { method: 'GET' } }, 'hubRefused'],
    ['answer', { kind: 'truncatedJson', match: { method: 'GET' } }, 'answerUnreadable'],
  ] as const)('stops at the %s when that goes wrong', async (name, fault, code) => {
    const { checkup } = await checkedHub({ faults: [fault] });
    expect(failedIn(await made(checkup.run({ hubId })))).toMatchObject({ name, failure: { code } });
  });

  test('stops at the connection of a hub that is not running, and sends no secret', async () => {
    const { checkup, hub, asked } = await checkedHub();
    await hub.close();
    const checked = await made(checkup.run({ hubId }));
    expect(failedIn(checked)).toMatchObject({ name: 'connection', failure: { cause: 'refused' } });
    expect(asked()).toBe(0);
  });

  test('stops at a name that nobody knows', async () => {
    const { checkup } = await checkedHub({ baseUrl: 'https://hub.invalid/prweb/api/ppf/v1' });
    expect(failedIn(await made(checkup.run({ hubId })))).toMatchObject({
      name: 'name',
      host: 'hub.invalid',
      failure: { code: 'hubUnreachable', cause: 'dns' },
    });
  });

  test('stops at a certificate that is not trusted, names it, and sends nothing', async () => {
    const fixture = (name: string) => readFileSync(new URL(`../../../../fixtures/tls/${name}`, import.meta.url));
    let requests = 0;
    const server = https.createServer({ cert: fixture('certificate.pem'), key: fixture('private-key.pem') }, () => {
      requests += 1;
    });
    const port = await listen(server);
    const { checkup, asked } = await checkedHub({ baseUrl: `https://localhost:${port}/prweb/api/ppf/v1` });
    const failed = failedIn(await made(checkup.run({ hubId })));
    expect(failed).toMatchObject({ name: 'certificate', failure: { code: 'certificateUntrusted' } });
    expect(failed?.finding?.kind === 'certificates' && failed.finding.chain).toHaveLength(1);
    expect([requests, asked()]).toEqual([0, 0]);
  });

  test('stops at a server that does not speak TLS', async () => {
    const port = await listen(
      net.createServer((socket) => void socket.on('error', () => undefined).end('no TLS here\n')),
    );
    const { checkup } = await checkedHub({ baseUrl: `https://localhost:${port}/prweb/api/ppf/v1` });
    expect(failedIn(await made(checkup.run({ hubId })))).toMatchObject({
      name: 'certificate',
      failure: { code: 'tlsUnusable', why: 'notTls' },
    });
  });
});
