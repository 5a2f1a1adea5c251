// The registrations that only one side has.
import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Registration } from '#contract/registration.ts';
import { Section } from '../../ui/parts.tsx';
import { Portion } from '../../ui/portion.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { wholeNumber } from '../../words/numbers.ts';
import { fieldLabels } from '../../words/registration-words.ts';
import { PORTION, type ShownSide } from './shown-side.ts';

interface OnlyTableProps {
  readonly title: string;
  readonly side: ShownSide;
  readonly registrations: readonly Registration[];
}

export function OnlyTable({ title, side, registrations }: OnlyTableProps): ReactElement {
  return (
    <Section title={`${title} (${wholeNumber(registrations.length)})`}>
      <Portion items={registrations} size={PORTION}>
        {(shown) => (
          <table className="compare-table compare-only" aria-label={title}>
            <thead>
              <tr>
                <th scope="col">{fieldLabels.applicationName}</th>
                <th scope="col">{fieldLabels.applicationLabel}</th>
                <th scope="col">{fieldLabels.platform}</th>
                <th scope="col">{fieldLabels.status}</th>
                <th scope="col">{fieldLabels.systemUrl}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((registration) => (
                <OnlyRow key={registration.id} registration={registration} onOpen={side.onOpen} />
              ))}
            </tbody>
          </table>
        )}
      </Portion>
    </Section>
  );
}

interface OnlyRowProps {
  readonly registration: Registration;
  readonly onOpen: ShownSide['onOpen'];
}

function OnlyRow({ registration, onOpen }: OnlyRowProps): ReactElement {
  const { id, applicationName, applicationLabel, platform, status, systemUrl } = registration;
  const name = applicationName === '' ? id : applicationName;
  return (
    <tr>
      <th scope="row">
        {onOpen === null ? (
          <span className="truncate">{name}</span>
        ) : (
          <Button className="compare-open" onPress={() => onOpen(id)}>
            <span className="truncate">{name}</span>
          </Button>
        )}
      </th>
      <td className="truncate" title={applicationLabel}>
        {applicationLabel}
      </td>
      <td className="truncate">{platform}</td>
      <td>
        <StatusMark status={status} />
      </td>
      <td className="truncate code" title={systemUrl}>
        {systemUrl}
      </td>
    </tr>
  );
}
