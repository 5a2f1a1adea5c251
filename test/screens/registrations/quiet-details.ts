// What the details of a registration ask main by themselves, answered so that nothing happens.
import type { Registration } from '#contract/registration.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { LIFE_CYCLE_TABLE } from '../../../main/core/registrations/life-cycle/life-cycle-table.ts';

/** The Hub has these registrations as they are, gave no pair, and nothing of them was seen to change. */
export function quietDetails(registrations: readonly Registration[]) {
  return {
    registrations: {
      read: ({ registrationId }: { readonly registrationId: string }): Promise<Result<Registration>> => {
        const known = registrations.find(({ id }) => id === registrationId);
        return Promise.resolve(known === undefined ? fail({ code: 'registrationGone' }) : ok(known));
      },
    },
    lifeCycle: { table: () => Promise.resolve(ok(LIFE_CYCLE_TABLE)) },
    pairs: { list: () => Promise.resolve(ok([])) },
    review: { history: () => Promise.resolve(ok([])) },
    drafts: { list: () => Promise.resolve(ok([])) },
    activity: { list: () => Promise.resolve(ok({ entries: [], matching: 0, total: 0, unknown: 0 })) },
    wire: { last: () => Promise.resolve(ok(null)) },
  };
}
