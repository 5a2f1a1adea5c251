// What is on both sides and differs: under each application its fields, both values side by side.
import type { ReactElement } from 'react';
import type { Difference } from '#contract/review.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/parts.tsx';
import { Portion } from '../../ui/portion.tsx';
import { ValueText } from '../../ui/value-text.tsx';
import { compareWords as words } from '../../words/compare-words.ts';
import { fieldWord } from '../../words/field-words.ts';
import { wholeNumber } from '../../words/numbers.ts';
import { PORTION, type ShownSide } from './shown-side.ts';

interface DifferenceTableProps {
  readonly differences: readonly Difference[];
  readonly left: ShownSide;
  readonly right: ShownSide;
}

export function DifferenceTable({ differences, left, right }: DifferenceTableProps): ReactElement {
  return (
    <Section title={`${words.different} (${wholeNumber(differences.length)})`}>
      <Portion items={differences} size={PORTION}>
        {(shown) => (
          <table className="compare-table compare-differences" aria-label={words.different}>
            <thead>
              <tr>
                <th scope="col">{words.field}</th>
                <th scope="col">{left.name}</th>
                <th scope="col">{right.name}</th>
              </tr>
            </thead>
            {shown.map((difference) => (
              <DifferentFields key={difference.key} difference={difference} left={left} right={right} />
            ))}
          </table>
        )}
      </Portion>
    </Section>
  );
}

type DifferentFieldsProps = Pick<DifferenceTableProps, 'left' | 'right'> & { readonly difference: Difference };

function DifferentFields({ difference, left, right }: DifferentFieldsProps): ReactElement {
  const { key, fields } = difference;
  const label = difference.left.applicationLabel;
  return (
    <tbody>
      <tr className="compare-group">
        <th scope="rowgroup">
          <span className="compare-name">{key}</span> {label !== key && <span className="muted">{label}</span>}
        </th>
        <td>
          <OpenSide side={left} name={key} registrationId={difference.left.id} />
        </td>
        <td>
          <OpenSide side={right} name={key} registrationId={difference.right.id} />
        </td>
      </tr>
      {fields.map(({ field, ...values }) => (
        <tr key={field}>
          <th scope="row">{fieldWord(field)}</th>
          <td className="selectable">
            <ValueText field={field} value={values.left} />
          </td>
          <td className="selectable">
            <ValueText field={field} value={values.right} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

interface OpenSideProps {
  readonly side: ShownSide;
  readonly name: string;
  readonly registrationId: string;
}

function OpenSide({ side, name, registrationId }: OpenSideProps): ReactElement | null {
  const { onOpen } = side;
  if (onOpen === null) return null;
  return (
    <Button look="quiet" size="small" aria-label={words.open(name, side.name)} onPress={() => onOpen(registrationId)}>
      {words.openShort}
    </Button>
  );
}
