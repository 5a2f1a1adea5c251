// What every status says of every action (hub-contract 2.3), as one pure table.
import type { Allowance, ForbiddenReason, LifeCycleTable } from '#contract/life-cycle.ts';
import type { LifeCycleAction } from '#contract/registration-actions.ts';

const yes: Allowance = { verdict: 'allowed' };
/** A `?` in the contract: it is offered, and the Hub's answer decides. */
const perhaps: Allowance = { verdict: 'notKnown' };
const no = (reason: ForbiddenReason, first: LifeCycleAction | null = null): Allowance => ({
  verdict: 'notAllowed',
  reason,
  first,
});

/**
 * The matrix of hub-contract 2.3 by the statuses that a list can tell apart. Its cell "enablesync in Disabled-Sync
 * Stopped" is what the documentation calls Reactivate: an action of its own here, although the path may be the same.
 */
export const LIFE_CYCLE_TABLE: LifeCycleTable = {
  pending: {
    edit: yes,
    enableSync: yes,
    disable: no('notActivatedYet', 'enableSync'),
    enable: no('onlyWhenHidden'),
    deactivate: perhaps,
    reactivate: no('notActivatedYet', 'enableSync'),
    delete: yes,
  },
  synchronizing: {
    edit: no('notWhileSynchronizing'),
    enableSync: perhaps,
    disable: no('notWhileSynchronizing'),
    enable: no('onlyWhenHidden'),
    deactivate: perhaps,
    reactivate: no('alreadySynchronizing'),
    delete: no('notWhileSynchronizing'),
  },
  active: {
    edit: yes,
    enableSync: perhaps,
    disable: yes,
    enable: no('onlyWhenHidden'),
    deactivate: yes,
    reactivate: no('onlyWhenStopped', 'deactivate'),
    delete: no('deactivateFirst', 'deactivate'),
  },
  hidden: {
    edit: yes,
    enableSync: perhaps,
    disable: no('onlyWhenActive', 'enable'),
    enable: yes,
    deactivate: perhaps,
    reactivate: no('onlyWhenStopped', 'deactivate'),
    delete: no('deactivateFirst', 'deactivate'),
  },
  stopped: {
    edit: yes,
    enableSync: no('alreadyStopped', 'reactivate'),
    disable: no('onlyWhenActive', 'reactivate'),
    enable: no('onlyWhenHidden', 'reactivate'),
    deactivate: no('alreadyStopped'),
    reactivate: yes,
    delete: yes,
  },
  failure: {
    edit: yes,
    enableSync: perhaps,
    disable: no('onlyWhenActive', 'enableSync'),
    enable: no('onlyWhenHidden'),
    deactivate: perhaps,
    reactivate: no('onlyWhenStopped'),
    delete: yes,
  },
  resolved: {
    edit: no('closed'),
    enableSync: no('closed'),
    disable: no('closed'),
    enable: no('closed'),
    deactivate: no('closed'),
    reactivate: no('closed'),
    delete: no('closed'),
  },
  unknown: {
    edit: perhaps,
    enableSync: perhaps,
    disable: perhaps,
    enable: perhaps,
    deactivate: perhaps,
    reactivate: perhaps,
    delete: perhaps,
  },
};
