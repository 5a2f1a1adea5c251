// Settles in the activity log what became of a call without a clear answer, before its outcome is told from here.
import type { ActivityEntry } from '#contract/activity.ts';
import type { WindowBridge } from '#contract/bridge.ts';
import { settle } from '../../app/ask.ts';

/** A call as the log names it; a registration that was only to be made has no ID yet, but a name. */
export type Unsettled = Pick<ActivityEntry, 'hubId' | 'action'> &
  (Pick<ActivityEntry, 'registrationId'> | Pick<ActivityEntry, 'applicationName'>);

/** The newest ones are enough: it was just sent. */
const LOOKED_THROUGH = 20;

/**
 * Has main look at the Hub what became of the newest such call, and write it down. Whether it was done; null where the log
 * knows of nothing to look up, or the Hub cannot be asked: whoever looks next meets that failure.
 */
export async function settleUnknown(bridge: WindowBridge, call: Unsettled): Promise<boolean | null> {
  const { hubId, action } = call;
  const text = 'registrationId' in call ? call.registrationId : call.applicationName;
  const filter = { text, hubId, action, outcome: null };
  const page = await settle(bridge.activity.list({ filter, offset: 0, limit: LOOKED_THROUGH }));
  const entry = page.ok ? page.value.entries.find((entry) => isOf(entry, call)) : undefined;
  if (entry === undefined || !isOpen(entry)) return null;
  const checked = await settle(bridge.activity.check({ entryId: entry.id }));
  return checked.ok && checked.value.outcome.kind === 'found' ? checked.value.outcome.happened : null;
}

/** What was not found done may only be late: it is looked up once more. */
function isOpen({ outcome }: ActivityEntry): boolean {
  return outcome.kind === 'unknown' || outcome.kind === 'found';
}

function isOf(entry: ActivityEntry, call: Unsettled): boolean {
  return 'registrationId' in call
    ? entry.registrationId === call.registrationId
    : entry.applicationName === call.applicationName;
}
