// What a draft would do now, as the Hub is at this moment: what stands in its way, what it would change, what others changed.
import type { ReactElement } from 'react';
import type { RegistrationDraftFields } from '#contract/draft-inputs.ts';
import type { Draft } from '#contract/drafts.ts';
import type { FieldProblem } from '#contract/failure.ts';
import type { FieldChange } from '#contract/life-cycle.ts';
import type { Registration } from '#contract/registration.ts';
import { ChangeList } from '../../../ui/change-list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { describeProblem } from '../../../words/describe-problem.ts';
import { planWords as words } from '../../../words/draft-words.ts';
import { fieldWord } from '../../../words/field-words.ts';
import { sendablePart } from '../register/registration-draft.ts';
import { ShowRequest } from '../wire/show-request.tsx';
import { changesToSend, formField, typedFields } from './draft-fields.ts';
import { canSend, contested, leftToTheHub, type EditPlan, type Planned } from './draft-step.ts';
import { FieldConflict } from './field-conflict.tsx';

interface PlanViewProps {
  readonly draft: Draft;
  readonly step: Planned;
  readonly onAccept: (formField: string, isAccepted: boolean) => void;
}

export function PlanView({ draft, step, onAccept }: PlanViewProps): ReactElement {
  const { plan } = step;
  if (plan.kind === 'gone') return <Notice kind="caution" isLive title={words.gone} />;
  return (
    <>
      {step.isNews && <Notice kind="info" isLive title={words.changedAgain} />}
      <Problems problems={plan.problems} />
      {plan.kind === 'register' ? (
        <Registers draft={draft} twins={plan.twins} hasProblems={plan.problems.length > 0} />
      ) : (
        <Edits plan={plan} step={step} onAccept={onAccept} />
      )}
      <Request draft={draft} step={step} />
    </>
  );
}

/** What would go over the wire: a new registration whole, an edit only what was changed. */
function Request({ draft, step }: Omit<PlanViewProps, 'onAccept'>): ReactElement | null {
  const { hubId } = draft;
  if (draft.kind === 'register') {
    return <ShowRequest subject={{ kind: 'register', hubId, form: sendablePart(typedFields(draft.fields)) }} />;
  }
  const { registrationId } = draft.edit;
  const changes = changesToSend(draft.edit, leftToTheHub(step));
  return changes === null ? null : <ShowRequest subject={{ kind: 'edit', hubId, registrationId, changes }} />;
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
  readonly draft: Draft;
  readonly twins: readonly Registration[];
  readonly hasProblems: boolean;
}

function Registers({ draft, twins, hasProblems }: RegistersProps): ReactElement {
  return (
    <>
      {twins.length > 0 && <Notice kind="caution" isLive title={words.twins(twins)} />}
      {twins.length === 0 && !hasProblems && <p role="status">{words.registers}</p>}
      {draft.kind === 'register' && <ChangeList changes={additions(draft.fields)} />}
    </>
  );
}

/** Everything that would be new. */
function additions(fields: RegistrationDraftFields): readonly FieldChange[] {
  return Object.entries(fields).flatMap(([field, after]) => (after === '' ? [] : [{ field, before: null, after }]));
}

function Edits({ plan, step, onAccept }: Omit<PlanViewProps, 'draft'> & { readonly plan: EditPlan }): ReactElement {
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
