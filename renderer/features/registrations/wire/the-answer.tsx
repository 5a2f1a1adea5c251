// What came back from a call that was just made, folded away under what it means.
import type { ReactElement } from 'react';
import type { LastExchangeInput } from '#contract/life-cycle-inputs.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { wireWords as words } from '../../../words/wire-words.ts';
import { useLastExchange } from './last-exchange.ts';
import { AnswerText } from './wire-text.tsx';

/** Nothing where no such call was made in this run. */
export function TheAnswer(call: LastExchangeInput): ReactElement | null {
  const last = useLastExchange(call);
  if (last.data === null || last.data === undefined) return null;
  return (
    <Disclosure title={words.answer}>
      <AnswerText exchange={last.data} />
    </Disclosure>
  );
}
