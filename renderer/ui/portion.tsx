// A long list in portions: the first ones at once, the next at a press, so that ten thousand never stand there at once.
import { useState, type ReactElement, type ReactNode } from 'react';
import { uiWords } from '../words/ui-words.ts';
import { Button } from './button.tsx';
import './portion.css';

interface PortionProps<Item> {
  readonly items: readonly Item[];
  /** How many a press adds. */
  readonly size: number;
  /** The list itself, of what is shown. */
  readonly children: (shown: readonly Item[]) => ReactNode;
}

export function Portion<Item>({ items, size, children }: PortionProps<Item>): ReactElement {
  const [limit, setLimit] = useState(size);
  const rest = items.length - limit;
  return (
    <>
      {children(rest > 0 ? items.slice(0, limit) : items)}
      {rest > 0 && (
        <div className="portion-more">
          <Button size="small" onPress={() => setLimit(limit + size)}>
            {uiWords.showMore(Math.min(size, rest))}
          </Button>
          <span className="muted tabular">{uiWords.shownOf(limit, items.length)}</span>
        </div>
      )}
    </>
  );
}
