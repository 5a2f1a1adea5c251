// One data-sync pair: masked, with where it is kept, and the three things that can be done with it.
import { Check, Copy } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { DataSyncPair } from '#contract/life-cycle.ts';
import { failureOf } from '../../../app/ask.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { KeyValueList } from '../../../ui/parts.tsx';
import { ProgressBar } from '../../../ui/progress.tsx';
import { Time } from '../../../ui/time.tsx';
import { pairProtectionSentence, pairStateWords, pairWords as words } from '../../../words/pair-words.ts';
import { CopyButton } from '../details/copy-button.tsx';
import { PairReportNotice } from './pair-report.tsx';
import { RemovePairDialog } from './remove-pair-dialog.tsx';
import { usePair, type PairUse } from './use-pair.ts';
import './pairs.css';

interface PairCardProps {
  readonly pair: DataSyncPair;
  readonly canAsk: boolean;
}

export function PairCard({ pair, canAsk }: PairCardProps): ReactElement {
  const use = usePair(pair.id);
  const [isRemoving, setRemoving] = useState(false);
  const problem = pairStateWords(pair);
  const isLost = pair.secretState === 'forgotten' || pair.secretState === 'unreadable';
  return (
    <div className="pair" role="group" aria-label={words.item(pair.clientId)}>
      <PairFacts pair={pair} />
      {problem !== null && <Notice kind="caution">{problem}</Notice>}
      <div className="pair-actions">
        <Button
          size="small"
          icon={use.copy.isSuccess ? Check : Copy}
          isPending={use.copy.isPending}
          isDisabled={isLost}
          onPress={() => use.copy.mutate()}
        >
          {words.copySecret}
        </Button>
        <Button
          size="small"
          isPending={use.check.isPending}
          isDisabled={isLost || !canAsk}
          onPress={() => use.check.mutate()}
        >
          {words.check}
        </Button>
        <Button size="small" look="quiet" onPress={() => setRemoving(true)}>
          {words.remove}
        </Button>
      </div>
      <PairOutcomes use={use} />
      <RemovePairDialog pair={pair} isOpen={isRemoving} onClose={() => setRemoving(false)} />
    </div>
  );
}

function PairFacts({ pair }: { readonly pair: DataSyncPair }): ReactElement {
  const { clientId } = pair;
  return (
    <KeyValueList
      pairs={[
        {
          key: words.clientId,
          value:
            clientId === '' ? (
              <span className="faint">{words.noClientId}</span>
            ) : (
              <span className="details-code">
                <code>{clientId}</code>
                <CopyButton name={words.copyClientId} text={clientId} />
              </span>
            ),
        },
        { key: words.secret, value: <code>{pair.secretMask}</code> },
        { key: words.protection, value: pairProtectionSentence(pair) },
        { key: words.received, value: <Time ofMs={pair.receivedAtMs} /> },
      ]}
    />
  );
}

/** What came of the buttons above. */
function PairOutcomes({ use: { copy, check } }: { readonly use: PairUse }): ReactElement {
  const failure = failureOf(copy.error) ?? failureOf(check.error);
  return (
    <>
      {copy.data !== undefined && (
        <Notice kind="positive" isLive onDismiss={copy.reset}>
          {words.copied(copy.data.clearsAfterMs)}
        </Notice>
      )}
      {check.isPending && <ProgressBar label={words.checking} />}
      {check.data !== undefined && <PairReportNotice report={check.data} onDismiss={check.reset} />}
      {failure !== null && (
        <FailureNotice
          failure={failure}
          onDismiss={() => {
            copy.reset();
            check.reset();
          }}
        />
      )}
    </>
  );
}
