// One data-sync pair: masked, with where it is kept, and the three things that can be done with it.
import { Check, Copy } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { DataSyncPair } from '#contract/life-cycle.ts';
import { failureOf } from '../../../app/ask.ts';
import { SecretStateNotice } from '../../../app/secret-state-notice.tsx';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { KeyValueList } from '../../../ui/parts.tsx';
import { ProtectionFact } from '../../../ui/protection-fact.tsx';
import { ProgressBar } from '../../../ui/progress.tsx';
import { Time } from '../../../ui/time.tsx';
import { pairWords as words } from '../../../words/pair-words.ts';
import { isLost } from '../../../words/secret-state-words.ts';
import { CopyButton } from '../details/copy-button.tsx';
import { PairReplacedSecret } from './pair-replaced-secret.tsx';
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
  const isGone = isLost(pair.secretState);
  return (
    <div className="pair" role="group" aria-label={words.item(pair.clientId)}>
      <PairFacts pair={pair} />
      <SecretStateNotice
        kind="pair"
        state={pair.secretState}
        protection={pair.protection}
        {...(canAsk ? { tryAgain: { isPending: use.check.isPending, onPress: () => use.check.mutate() } } : {})}
      />
      <PairReplacedSecret pair={pair} />
      <div className="pair-actions">
        <Button
          size="small"
          icon={use.copy.isSuccess ? Check : Copy}
          isPending={use.copy.isPending}
          isDisabled={isGone}
          onPress={() => use.copy.mutate()}
        >
          {words.copySecret}
        </Button>
        <Button
          size="small"
          isPending={use.check.isPending}
          isDisabled={isGone || !canAsk}
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
        { key: words.protection, value: <PairProtection pair={pair} /> },
        { key: words.received, value: <Time ofMs={pair.receivedAtMs} /> },
      ]}
    />
  );
}

function PairProtection({ pair: { protection } }: { readonly pair: DataSyncPair }): ReactElement {
  return (
    <>
      <ProtectionFact protection={protection} />
      <span className="protection-scope">
        {protection.level === 'sessionOnly' ? words.copyBefore : words.neverShown}
      </span>
    </>
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
