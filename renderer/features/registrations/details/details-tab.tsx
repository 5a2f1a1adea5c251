// Everything the Hub sent about one registration, and the credentials it gave.
import type { ReactElement } from 'react';
import type { Registration } from '#contract/registration.ts';
import { KeyValueList, type KeyValue } from '../../../ui/parts.tsx';
import { detailsWords as words } from '../../../words/registration-words.ts';
import { PairSection } from '../pairs/pair-section.tsx';
import { knownFields, otherFields, type DetailsField } from './details-fields.ts';
import { FieldValue } from './field-value.tsx';

interface DetailsTabProps {
  readonly hubId: string;
  readonly registration: Registration;
  readonly canAsk: boolean;
}

export function DetailsTab({ hubId, registration, canAsk }: DetailsTabProps): ReactElement {
  const { withheldFields } = registration;
  const others = otherFields(registration);
  return (
    <div className="details-tab">
      <KeyValueList pairs={knownFields(registration).map(pairOf)} />
      <PairSection hubId={hubId} registration={registration} canAsk={canAsk} />
      {(others.length > 0 || withheldFields.length > 0) && (
        <section className="details-part" aria-label={words.otherFields}>
          <h3>{words.otherFields}</h3>
          <KeyValueList pairs={[...others.map(pairOf), ...withheldFields.map(withheldPair)]} />
        </section>
      )}
    </div>
  );
}

function pairOf(field: DetailsField): KeyValue {
  return { key: field.name, value: <FieldValue field={field} /> };
}

function withheldPair(name: string): KeyValue {
  return { key: name, value: <span className="muted">{words.withheld}</span> };
}
