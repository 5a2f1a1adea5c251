// What goes with a hub when it is taken off this machine, a line each.
import type { ActionPath } from '#contract/life-cycle.ts';
import type { ReachView } from '#contract/reach.ts';
import { counted } from './numbers.ts';

/** How much of each there is; undefined while it is not known, or never was there. */
export interface HubContentCounts {
  readonly credentials: number;
  readonly registrations: number | undefined;
  readonly pairs: number | undefined;
  readonly drafts: number | undefined;
  readonly reach: ReachView | undefined;
  readonly actionPaths: readonly ActionPath[] | undefined;
}

/** What there is none of is not mentioned. */
export function hubContents(counts: HubContentCounts): string[] {
  const { credentials, registrations, pairs, drafts, reach, actionPaths = [] } = counts;
  const ownPaths = actionPaths.filter(({ origin }) => origin !== 'assumed').length;
  return [
    ...some(
      credentials,
      (count) => `${counted(count, 'credential')} with the sealed ${count === 1 ? 'secret' : 'secrets'}`,
    ),
    ...some(registrations, (count) => `The saved copy of ${counted(count, 'registration')}, with all of its history`),
    ...some(
      pairs,
      (count) => `${counted(count, 'data-synchronization credential')}, which the Hub does not show again`,
    ),
    ...some(drafts, (count) => counted(count, 'draft')),
    ...(reach === undefined ? [] : reachContents(reach)),
    ...some(ownPaths, (count) => `${counted(count, 'path')} of its steps, found or set`),
  ];
}

function some(count: number | undefined, line: (count: number) => string): string[] {
  return count === undefined || count === 0 ? [] : [line(count)];
}

function reachContents({ proxy, certificates, clientCertificate }: ReachView): string[] {
  const hasPassword = proxy?.kind === 'manual' && proxy.password !== null;
  return [
    ...(clientCertificate === null
      ? []
      : [`The client certificate ${clientCertificate.fileName}, with its sealed key`]),
    ...(hasPassword ? ['The proxy of its own, with the sealed password'] : []),
    ...some(certificates.length, (count) => (count === 1 ? '1 trusted authority' : `${count} trusted authorities`)),
  ];
}
