// How well a call is known: a badge in words, and what each mark means.
import type { ReactElement } from 'react';
import type { EvidenceMark } from '#contract/reference.ts';
import { Badge } from '../../ui/parts.tsx';
import { markWords } from '../../words/reference-words.ts';

const MARKS: readonly EvidenceMark[] = ['READ', 'SEED', 'CODE', 'INFERRED', 'UNKNOWN'];

export function Evidence({ mark }: { readonly mark: EvidenceMark }): ReactElement {
  return <Badge kind={mark === 'INFERRED' || mark === 'UNKNOWN' ? 'caution' : 'neutral'}>{markWords[mark].name}</Badge>;
}

/** Every mark with its meaning. */
export function EvidenceLegend(): ReactElement {
  return (
    <dl className="reference-marks">
      {MARKS.map((mark) => (
        <div key={mark}>
          <dt>
            <Evidence mark={mark} />
          </dt>
          <dd>{markWords[mark].meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
