// What can be done with a registration now: the steps its status allows, those nobody knows of, and why not the others.
import type { Allowance, ForbiddenReason, LifeCycleTable } from '#contract/life-cycle.ts';
import type { LifeCycleAction, RegistrationAction } from '#contract/registration-actions.ts';
import type { StatusKind } from '#contract/registration.ts';
import type { StepWay } from './acting-step.ts';

export type OpenStep =
  | { readonly kind: 'edit'; readonly isCertain: boolean }
  /** `way` is the steps in their order: two where something has to be done first. */
  | { readonly kind: 'move'; readonly way: StepWay; readonly isCertain: boolean };

export interface ClosedStep {
  readonly action: RegistrationAction;
  readonly reason: ForbiddenReason;
  readonly first: LifeCycleAction | null;
}

export interface Steps {
  readonly open: readonly OpenStep[];
  readonly closed: readonly ClosedStep[];
}

/** From the first step of a life to the last. */
const IN_ORDER: readonly RegistrationAction[] = [
  'enableSync',
  'disable',
  'enable',
  'deactivate',
  'reactivate',
  'edit',
  'delete',
];

/** The steps of a status, by the table of the life cycle (hub-contract 2.3). */
export function stepsOf(table: LifeCycleTable, kind: StatusKind): Steps {
  const row = table[kind];
  const judged = IN_ORDER.map((action) => judge(action, row));
  return {
    open: judged.flatMap((step) => ('kind' in step ? [step] : [])),
    closed: judged.flatMap((step) => ('kind' in step ? [] : [step])),
  };
}

function judge(action: RegistrationAction, row: LifeCycleTable[StatusKind]): OpenStep | ClosedStep {
  const allowance = row[action];
  if (allowance.verdict !== 'notAllowed') return step(action, allowance);
  const { reason, first } = allowance;
  // The one way that is offered as a whole: out of use first, then gone.
  if (action === 'delete' && first === 'deactivate' && row.deactivate.verdict !== 'notAllowed') {
    return { kind: 'move', way: ['deactivate', 'delete'], isCertain: row.deactivate.verdict === 'allowed' };
  }
  return { action, reason, first };
}

function step(action: RegistrationAction, { verdict }: Allowance): OpenStep {
  const isCertain = verdict === 'allowed';
  return action === 'edit' ? { kind: 'edit', isCertain } : { kind: 'move', way: [action], isCertain };
}
