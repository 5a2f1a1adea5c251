// What came of bringing credentials in, told in place: why a file could not be read, or what saving replaced.
import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { connectWords } from '../../words/connect-words.ts';
import { savedSentence } from '../../words/review-words.ts';
import { positionOf } from './import-state.ts';
import type { ImportFlow } from './use-import.ts';

export function ImportNotice({ flow }: { readonly flow: ImportFlow }): ReactElement | null {
  const { step } = flow.state;
  if (step.kind === 'saved') {
    const sentence = savedSentence(step.outcome);
    return sentence === null ? null : <Notice kind="positive" isLive title={sentence} onDismiss={flow.goOn} />;
  }
  if (step.kind !== 'failed') return null;

  const position = positionOf(flow.state);
  return (
    <FailureNotice
      failure={step.failure}
      onDismiss={flow.state.waiting.length === 0 ? flow.goOn : undefined}
      actions={
        <>
          {position !== null && (
            <span className="muted tabular">{connectWords.position(position.position, position.total)}</span>
          )}
          <Button size="small" onPress={flow.chooseFile}>
            {connectWords.chooseAnother}
          </Button>
          {flow.state.waiting.length > 0 && (
            <Button size="small" onPress={flow.goOn}>
              {connectWords.nextFile}
            </Button>
          )}
        </>
      }
    />
  );
}
