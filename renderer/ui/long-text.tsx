// A text that is shown in its first part while it is long, and whole at one press.
import { useState, type ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import { uiWords } from '../words/ui-words.ts';
import './long-text.css';

/** Longest text that is shown whole, in characters. */
const LIMIT = 160;
/** What is shown of a longer one: enough less that pressing is worth it. */
const HEAD = 120;

export function LongText({ text }: { readonly text: string }): ReactElement {
  const [isWhole, setWhole] = useState(false);
  if (text.length <= LIMIT) return <span className="long-text">{text}</span>;
  return (
    <span className="long-text">
      {isWhole ? text : `${text.slice(0, HEAD).trimEnd()}…`}{' '}
      <Button className="long-text-button" onPress={() => setWhole(!isWhole)}>
        {isWhole ? uiWords.showLess : uiWords.showAll}
      </Button>
    </span>
  );
}
