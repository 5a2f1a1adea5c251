// A chart of bars that are buttons: each shows its part of the list. The numbers stand beside them, so that nothing is
// told by length or colour alone.
import type { ReactElement, ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Section, Spoken } from '../../ui/parts.tsx';
import { wholeNumber } from '../../words/numbers.ts';
import { overviewWords as words } from '../../words/overview-words.ts';
import './bar-chart.css';

export interface Bar {
  readonly key: string;
  readonly label: string;
  /** A mark before the label. */
  readonly mark?: ReactNode;
  readonly count: number;
  /** What a press does, in words. */
  readonly does: string;
  readonly onPress: () => void;
}

interface BarChartProps {
  readonly title: string;
  /** What all bars together count. */
  readonly total: number;
  readonly bars: readonly Bar[];
}

export function BarChart({ title, total, bars }: BarChartProps): ReactElement {
  const longest = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <Section title={title}>
      <ul className="bars">
        {bars.map(({ key, label, mark, count, does, onPress }) => (
          <li key={key}>
            <Button className="bar" onPress={onPress}>
              <span className="bar-label">
                {mark}
                <span className="truncate">{label}</span>
              </span>
              <span className="bar-track">
                <span className="bar-fill" style={{ width: `${(count / longest) * 100}%` }} />
              </span>
              <span className="bar-count tabular">{wholeNumber(count)}</span>
              <span className="bar-share muted tabular">{words.share((count / total) * 100)}</span>
              <Spoken>{does}</Spoken>
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
