// The proxies and authorities of a backup, named before they are taken over: whom the app would ask, and whom it would believe.
import type { ReactElement } from 'react';
import { Checkbox } from '../../ui/checkbox.tsx';
import { authorityLine, backupWords as words, proxyLine } from '../../words/backup-words.ts';
import type { BackupPlanning } from './use-backup-plan.ts';

export function PlannedTrust({ planning }: { readonly planning: BackupPlanning }): ReactElement {
  const { plan, takesTrust, setTakesTrust } = planning;
  return (
    <div className="backup-plan">
      <h3>{words.newTrust}</h3>
      <p className="muted">{words.trustDetail}</p>
      <ul className="plan-lines" aria-label={words.newTrust}>
        {plan.newTrust.map(({ hubName, proxy, authorities }) => (
          <li key={hubName ?? ''}>
            {proxyLine(hubName, proxy)}
            {authorities.map((facts) => (
              <div key={facts.fingerprint256} className="selectable">
                {authorityLine(facts)}
                <div className="code plan-fingerprint">SHA-256 {facts.fingerprint256}</div>
              </div>
            ))}
          </li>
        ))}
      </ul>
      <Checkbox isSelected={takesTrust} onChange={setTakesTrust}>
        {words.takeTrust}
      </Checkbox>
    </div>
  );
}
