// The report of a problem, shown whole before it is saved or copied.
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { queryKeys } from '../../app/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog, DialogBody, DialogFoot, DialogOutcome } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import { problemWords as words } from '../../words/problem-words.ts';
import { uiWords } from '../../words/ui-words.ts';
import './problems.css';

interface ReportDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ReportDialog({ isOpen, onClose }: ReportDialogProps): ReactElement {
  return (
    <Dialog title={words.title} size="large" isOpen={isOpen} onClose={onClose}>
      <Report onClose={onClose} />
    </Dialog>
  );
}

function Report({ onClose }: Pick<ReportDialogProps, 'onClose'>): ReactElement {
  const bridge = useBridge();
  const [withAddresses, setWithAddresses] = useState(false);
  const report = useQuery({
    queryKey: [...queryKeys.problemReport, withAddresses],
    queryFn: () => ask(bridge.problems.report({ withAddresses })),
    // Main keeps only the last one: an earlier one could not be saved any more.
    gcTime: 0,
    staleTime: 0,
  });
  const failure = failureOf(report.error);
  return (
    <>
      <DialogBody>
        <p className="muted">{words.lead}</p>
        <Checkbox isSelected={withAddresses} onChange={setWithAddresses}>
          {words.withAddresses}
        </Checkbox>
        {failure !== null && <FailureNotice failure={failure} />}
        {report.isPending && <ProgressBar label={words.collecting} />}
        {report.data !== undefined && (
          <pre className="report-text code selectable" role="region" aria-label={words.text} tabIndex={0}>
            {report.data.text}
          </pre>
        )}
      </DialogBody>
      <Ways key={report.data?.id} reportId={report.data?.id ?? null} onClose={onClose} />
    </>
  );
}

interface WaysProps {
  /** null until there is one. */
  readonly reportId: string | null;
  readonly onClose: () => void;
}

function Ways({ reportId, onClose }: WaysProps): ReactElement {
  const bridge = useBridge();
  const id = { reportId: reportId ?? '' };
  const save = useMutation({ mutationFn: () => ask(bridge.problems.save(id)) });
  const copy = useMutation({ mutationFn: () => ask(bridge.problems.copy(id)) });
  const failure = failureOf(save.error) ?? failureOf(copy.error);
  return (
    <>
      <DialogOutcome>
        {failure !== null && <FailureNotice failure={failure} />}
        <p role="status">{outcomeOf(save.data?.fileName ?? null, copy.isSuccess)}</p>
      </DialogOutcome>
      <DialogFoot>
        <Button onPress={onClose}>{uiWords.close}</Button>
        <Button isDisabled={reportId === null} isPending={copy.isPending} onPress={() => copy.mutate()}>
          {words.copy}
        </Button>
        <Button look="primary" isDisabled={reportId === null} isPending={save.isPending} onPress={() => save.mutate()}>
          {words.save}
        </Button>
      </DialogFoot>
    </>
  );
}

function outcomeOf(fileName: string | null, isCopied: boolean): string {
  return [isCopied ? words.copied : '', fileName === null ? '' : words.saved(fileName)].join(' ').trim();
}
