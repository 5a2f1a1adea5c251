// What a call takes, field by field.
import type { ReactElement } from 'react';
import type { ReferenceField } from '#contract/reference.ts';
import { placeWord, referenceWords as words } from '../../words/reference-words.ts';

export function FieldsTable({ fields }: { readonly fields: readonly ReferenceField[] }): ReactElement {
  if (fields.length === 0) return <p className="muted">{words.noFields}</p>;
  return (
    <table className="reference-fields selectable">
      <thead>
        <tr>
          <th scope="col">{words.fieldName}</th>
          <th scope="col">{words.fieldPlace}</th>
          <th scope="col">{words.fieldType}</th>
          <th scope="col">{words.fieldMeaning}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <FieldRow key={`${field.place} ${field.name}`} field={field} />
        ))}
      </tbody>
    </table>
  );
}

function FieldRow({ field }: { readonly field: ReferenceField }): ReactElement {
  const { name, place, type, isRequired, description } = field;
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
        {isRequired && <span className="reference-required"> {words.required}</span>}
      </th>
      <td>{placeWord(place)}</td>
      <td>
        <code>{type}</code>
      </td>
      <td>{description}</td>
    </tr>
  );
}
