// What taking over a backup would do, before anything is done, and what it did.
import type { ReactElement } from 'react';
import type { BackupPlan as Plan } from '#contract/hand-off.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import {
  backupOutcome,
  backupWords as words,
  knownHub,
  plannedHub,
  settingName,
  settingValue,
  wayLines,
} from '../../words/backup-words.ts';
import { PlannedTrust } from './planned-trust.tsx';
import { isIdle, type BackupPlanning } from './use-backup-plan.ts';
import './hand-off.css';

export function BackupPlan({ planning }: { readonly planning: BackupPlanning }): ReactElement {
  const { plan, outcome, failure, takesSettings, setTakesSettings } = planning;
  if (outcome !== null) return <Notice kind="positive" isLive title={backupOutcome(outcome)} />;
  const addsCredentials = [...plan.newHubs, ...plan.knownHubs].some(({ credentials }) => credentials > 0);
  return (
    <div className="backup-plan">
      <p className="muted">{words.promise}</p>
      {isIdle(plan) && <p>{words.nothing}</p>}
      <Lines title={words.newHubs} lines={plan.newHubs.map(plannedHub)} />
      <Lines title={words.knownHubs} lines={plan.knownHubs.map(knownHub)} />
      <Lines title={words.newViews} lines={plan.newViews} />
      <Lines title={words.newWays} lines={plan.newWays.flatMap(wayLines)} />
      {plan.newTrust.length > 0 && <PlannedTrust planning={planning} />}
      {plan.differences.length > 0 && (
        <>
          <Differences plan={plan} />
          <Checkbox isSelected={takesSettings} onChange={setTakesSettings}>
            {words.takeSettings}
          </Checkbox>
        </>
      )}
      {addsCredentials && <p className="muted">{words.secretsMissing}</p>}
      {failure !== null && <FailureNotice failure={failure} />}
    </div>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): ReactElement | null {
  if (lines.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul className="plan-lines" aria-label={title}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

function Differences({ plan }: { readonly plan: Plan }): ReactElement {
  return (
    <div>
      <h3>{words.differences}</h3>
      <p className="muted">{words.stays}</p>
      <table className="plan-table">
        <thead>
          <tr>
            <th scope="col">{words.setting}</th>
            <th scope="col">{words.here}</th>
            <th scope="col">{words.inBackup}</th>
          </tr>
        </thead>
        <tbody>
          {plan.differences.map((difference) => (
            <tr key={difference.name}>
              <th scope="row">{settingName(difference)}</th>
              <td>{settingValue(difference, difference.here)}</td>
              <td>{settingValue(difference, difference.inBackup)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
