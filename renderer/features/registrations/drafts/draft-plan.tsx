// What a draft would do now, as the Hub is at this moment: what stands in its way, what it would change, what others changed.
import type { ReactElement } from 'react';
import type { FieldProblem } from '#contract/failure.ts';
import type { Registration } from '#contract/registration.ts';
import { ChangeList } from '../../../ui/change-list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { describeProblem } from '../../../words/describe-problem.ts';
import { planWords as words } from '../../../words/draft-words.ts';
import { fieldWord } from '../../../words/field-words.ts';
import { formField } from './draft-fields.ts';
import { canSend, contested, type EditPlan, type Planned } from './draft-step.ts';
import { FieldConflict } from './field-conflict.tsx';

interface PlanViewProps {
  readonly step: Planned;
  readonly onAccept: (formField: string, isAccepted: boolean) => void;
}

export function PlanView({ step, onAccept }: PlanViewProps): ReactElement {
  const { plan } = step;
  if (plan.kind === 'gone') return <Notice kind="caution" isLive title={words.gone} />;
  return (
    <>
      {step.isNews && <Notice kind="info" isLive title={words.changedAgain} />}
      <Problems problems={plan.problems} />
      {plan.kind === 'register' ? (
        <Registers twins={plan.twins} hasProblems={plan.problems.length > 0} />
      ) : (
        <Edits plan={plan} step={step} onAccept={onAccept} />
      )}
    </>
  );
}

function Problems({ problems }: { readonly problems: readonly FieldProblem[] }): ReactElement | null {
  if (problems.length === 0) return null;
  return (
    <Notice kind="caution" isLive title={words.problems}>
      <ul>
        {problems.map((problem) => (
          <li key={problem.field}>
            {fieldWord(formField(problem.field))}: {describeProblem(problem)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

interface RegistersProps {
  readonly twins: readonly Registration[];
  readonly hasProblems: boolean;
}

function Registers({ twins, hasProblems }: RegistersProps): ReactElement | null {
  if (twins.length > 0) return <Notice kind="caution" isLive title={words.twins(twins)} />;
  return hasProblems ? null : <p role="status">{words.registers}</p>;
}

function Edits({ plan, step, onAccept }: PlanViewProps & { readonly plan: EditPlan }): ReactElement {
  const inConflict = contested(plan);
  const fields = new Set(inConflict.map(({ field }) => field));
  const plain = plan.changes.filter(({ field }) => !fields.has(formField(field)));
  if (plan.changes.length === 0) return <p role="status">{words.nothing}</p>;
  return (
    <>
      {plain.length > 0 && (
        <>
          <p role="status">{words.changes}</p>
          <ChangeList changes={plain} />
        </>
      )}
      {inConflict.length > 0 && (
        <Notice kind="caution" title={words.conflicts}>
          <div className="draft-conflicts">
            {inConflict.map((conflict) => (
              <FieldConflict
                key={conflict.field}
                conflict={conflict}
                isAccepted={step.accepted.has(conflict.field)}
                onAccept={(isAccepted) => onAccept(conflict.field, isAccepted)}
              />
            ))}
          </div>
        </Notice>
      )}
      {plan.problems.length === 0 && !canSend(step) && <p role="status">{words.nothingLeft}</p>}
    </>
  );
}
