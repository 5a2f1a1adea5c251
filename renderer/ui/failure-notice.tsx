// A failure beside the button that caused it: what happened, the way out, and the details one click away.
import type { ReactElement, ReactNode } from 'react';
import type { Failure } from '#contract/failure.ts';
import { describeFailure } from '../words/describe-failure.ts';
import type { Doing } from '../words/failure-words.ts';
import { uiWords } from '../words/ui-words.ts';
import { Disclosure } from './disclosure.tsx';
import { Notice } from './notice.tsx';

interface FailureNoticeProps {
  readonly failure: Failure;
  /** What was being done: some ways out depend on it. */
  readonly doing?: Doing;
  /** Said after the way out. */
  readonly advice?: ReactNode;
  readonly actions?: ReactNode;
  readonly onDismiss?: (() => void) | undefined;
}

export function FailureNotice({ failure, doing, advice, actions, onDismiss }: FailureNoticeProps): ReactElement {
  const { sentence, wayOut } = describeFailure(failure, doing);
  return (
    <Notice kind="danger" isLive title={sentence} actions={actions} onDismiss={onDismiss}>
      <p>{wayOut}</p>
      {advice}
      <Disclosure title={uiWords.details}>
        <pre className="details code">{detailsOf(failure)}</pre>
      </Disclosure>
    </Notice>
  );
}

/** One line per fact of the failure; a Failure never holds a secret (contract/failure.ts). */
function detailsOf(failure: Failure): string {
  return Object.entries(failure)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('\n');
}
