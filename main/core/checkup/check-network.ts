// The way to one host, step by step: by a proxy or directly, its name, the connection, the certificate.
import type { Failure, UnreachableCause } from '#contract/failure.ts';
import type { CertificateFacts } from '#contract/reach.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import { judgeTrouble } from '../answers/server-condition.ts';
import { addressOf, type Address } from '../reach/address.ts';
import type { OpenReach, SeenCertificates } from '../reach/reach-ports.ts';
import type { CheckProgress, StepResult } from './check-progress.ts';
import type { CheckupPorts } from './checkup-ports.ts';

type NetworkPorts = Pick<CheckupPorts, 'opener' | 'probe' | 'seeCertificates' | 'clock'>;

/** Where the connection leads first. */
interface Target extends Address {
  /** As people write it, with its port. */
  readonly label: string;
  /** What a trouble on the way to it is. */
  readonly failure: (cause: UnreachableCause) => Failure;
}

/** True when nothing stands in the way of a request to `url`. */
export async function checkNetwork(
  ports: NetworkPorts,
  progress: CheckProgress,
  { hubId, url }: { readonly hubId: string; readonly url: string },
): Promise<boolean> {
  const { host } = new URL(url);
  const opening = openWay(ports, hubId, url);
  await progress.take({ name: 'proxy', host }, async () => chosenWay(await opening));
  const opened = await opening;
  return opened.ok && checkAlong(ports, progress, { url, host, reach: opened.value });
}

/** The first way whose proxy answers, as a request finds it; the first one where none does. */
async function openWay({ opener, probe }: NetworkPorts, hubId: string, url: string): Promise<Result<OpenReach>> {
  const ways = await opener.ways(hubId, url);
  if (!ways.ok) return ways;
  const [first, ...others] = ways.value;
  if (first === undefined) return fail({ code: 'hubUnreachable', cause: 'proxy', host: new URL(url).host });
  if (others.length === 0) return ok(first);
  for (const way of ways.value) {
    const patienceMs = way.timeouts.connectSeconds * 1000;
    const isOpen = way.proxy === null || (await probe.connect(addressOf(way.proxy.address), patienceMs)).ok;
    if (isOpen) return ok(way);
  }
  return ok(first);
}

function chosenWay(opened: Result<OpenReach>): StepResult {
  if (!opened.ok) return { outcome: 'failed', failure: opened.failure };
  const { proxy } = opened.value;
  if (proxy === null) return { outcome: 'passed', finding: { kind: 'direct' } };
  return { outcome: 'passed', finding: { kind: 'byProxy', proxy: new URL(proxy.address).host } };
}

interface Way {
  readonly url: string;
  readonly host: string;
  readonly reach: OpenReach;
}

async function checkAlong(ports: NetworkPorts, progress: CheckProgress, way: Way): Promise<boolean> {
  const { host } = way;
  const target = targetOf(way);
  return (
    (await progress.take({ name: 'name', host }, () => checkName(ports, target, way))) &&
    (await progress.take({ name: 'connection', host }, () => checkConnection(ports, target, way))) &&
    (await progress.take({ name: 'certificate', host }, () => checkCertificate(ports, way)))
  );
}

function targetOf({ url, host, reach: { proxy } }: Way): Target {
  if (proxy === null) {
    return { ...addressOf(url), failure: (cause) => ({ code: 'hubUnreachable', cause, host }) };
  }
  const address = addressOf(proxy.address);
  return { ...address, failure: () => ({ code: 'proxyUnreachable', proxy: new URL(proxy.address).host }) };
}

async function checkName({ probe }: NetworkPorts, target: Target, way: Way): Promise<StepResult> {
  const found = await probe.lookUp(target.hostname, patienceOf(way));
  if (!found.ok) return { outcome: 'failed', failure: target.failure(found.failure) };
  return { outcome: 'passed', finding: { kind: 'addresses', of: target.hostname, addresses: found.value } };
}

async function checkConnection(ports: NetworkPorts, target: Target, way: Way): Promise<StepResult> {
  const connected = await ports.probe.connect(target, patienceOf(way));
  if (!connected.ok) return { outcome: 'failed', failure: target.failure(connected.failure) };
  return way.reach.proxy === null
    ? { outcome: 'passed', finding: { kind: 'connected', to: target.label } }
    : checkTunnel(ports, target, way);
}

/** The proxy takes connections: whether it leads on is asked of it here, or it would look as if a certificate were wrong. */
async function checkTunnel(ports: NetworkPorts, { label }: Target, { url, host, reach }: Way): Promise<StepResult> {
  const seen = await ports.seeCertificates(url, reach);
  if (!seen.ok && seen.failure.cause === 'proxy')
    return { outcome: 'failed', failure: judgeTrouble(seen.failure, host) };
  return { outcome: 'passed', finding: { kind: 'tunnelled', by: label, to: host } };
}

/** Milliseconds, as the person set them for this hub. */
function patienceOf({ reach }: Way): number {
  return reach.timeouts.connectSeconds * 1000;
}

async function checkCertificate(ports: NetworkPorts, { url, host, reach }: Way): Promise<StepResult> {
  if (new URL(url).protocol === 'http:') return { outcome: 'skipped', finding: { kind: 'unencrypted' } };
  const seen = await ports.seeCertificates(url, reach);
  if (!seen.ok) return { outcome: 'failed', failure: judgeTrouble(seen.failure, host) };
  const { chain } = seen.value;
  const finding = { kind: 'certificates', chain } as const;
  const failure = untrusted(seen.value, { host, nowMs: ports.clock.nowMs() });
  return failure === null ? { outcome: 'passed', finding } : { outcome: 'failed', failure, finding };
}

function untrusted(
  { chain, trouble }: SeenCertificates,
  { host, nowMs }: { readonly host: string; readonly nowMs: number },
): Failure | null {
  if (trouble === null) return null;
  const isByTime = trouble === 'expired' || trouble === 'notYetValid';
  const failing = (isByTime ? chain.find((one) => !isValidAt(one, nowMs)) : undefined) ?? chain[0];
  if (failing === undefined) return { code: 'hubUnreachable', cause: 'tls', host };
  return { code: 'certificateUntrusted', host, trouble, ...failing };
}

function isValidAt({ validFromMs, validToMs }: CertificateFacts, nowMs: number): boolean {
  return validFromMs <= nowMs && nowMs <= validToMs;
}
