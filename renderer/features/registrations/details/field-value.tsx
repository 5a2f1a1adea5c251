// The value of one field in the details: a text, an ID or address that can be copied, or a moment.
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { Time } from '../../../ui/time.tsx';
import { detailsWords } from '../../../words/registration-words.ts';
import { exactTime } from '../../../words/time.ts';
import { CopyButton } from './copy-button.tsx';
import type { DetailsField } from './details-fields.ts';

export function FieldValue({ field }: { readonly field: DetailsField }): ReactElement {
  if (field.kind === 'moment') return <Moment atMs={field.atMs} operator={field.operator} />;
  if (field.text === '') return <span className="faint">{detailsWords.none}</span>;
  if (field.kind === 'text') return <span className="details-text">{field.text}</span>;
  return (
    <span className="details-code">
      <code>{breakable(field.text)}</code>
      <CopyButton name={field.name} text={field.text} />
    </span>
  );
}

function Moment({ atMs, operator }: { readonly atMs: number; readonly operator: string }): ReactElement {
  return (
    <span className="details-moment">
      <span>
        <Time ofMs={atMs} /> {operator !== '' && detailsWords.by(operator)}
      </span>
      <span className="faint tabular">{exactTime(atMs)}</span>
    </span>
  );
}

/** An address or ID that is broken where it has joints, not in the middle of a word. */
function breakable(text: string): ReactNode {
  return text.split(/(?<=[/.?&=_-])(?=\w)/).map((part, index) => (
    // The parts of one text never change places.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
