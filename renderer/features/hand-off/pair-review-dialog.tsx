// Reviews a handed-on data-sync pair: where it belongs, masked; it is kept only when the person says so.
import type { ReactElement } from 'react';
import type { HandedItem, OpenedHandOff } from '#contract/hand-off.ts';
import { useComingProtection } from '../../app/coming-protection.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFoot, DialogOutcome } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Badge, KeyValueList, type KeyValue } from '../../ui/parts.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import { ProtectionFact } from '../../ui/protection-fact.tsx';
import { Time } from '../../ui/time.tsx';
import { connectWords } from '../../words/connect-words.ts';
import { pairReviewWords as words } from '../../words/hand-off-words.ts';
import { protectionSentence } from '../../words/protection-words.ts';
import { uiWords } from '../../words/ui-words.ts';
import { usePairReview, type PairReview } from './use-pair-review.ts';

interface PairReviewDialogProps {
  readonly handed: Pick<OpenedHandOff, 'handOffId' | 'madeAtMs'> & { readonly item: HandedItem };
  readonly position: { readonly position: number; readonly total: number } | null;
  readonly onCancel: () => void;
  readonly onSaved: () => void;
}

export function PairReviewDialog({ handed, position, onCancel, onSaved }: PairReviewDialogProps): ReactElement {
  const { item } = handed;
  const review = usePairReview(handed, onSaved);
  return (
    <Dialog title={words.title} size="medium" isOpen onClose={onCancel}>
      <DialogBody isText>
        {position !== null && (
          <p>
            <Badge>{connectWords.position(position.position, position.total)}</Badge>
          </p>
        )}
        <KeyValueList pairs={factsOf(handed)} />
        {item.isKnown && <Notice kind="info">{words.replaces}</Notice>}
        {isOlder(handed) && <Notice kind="caution">{words.isOlder}</Notice>}
        <ComingProtection />
      </DialogBody>
      <DialogOutcome>
        {review.isChecking && <ProgressBar label={words.checking} />}
        {review.isSaving && <ProgressBar label={words.saving} />}
        {review.failure !== null && <FailureNotice failure={review.failure} />}
      </DialogOutcome>
      <PairReviewFoot review={review} isKnown={item.isKnown} onCancel={onCancel} />
    </Dialog>
  );
}

/** Whether the file was made before the secret came that is here; a file that does not say when is not called older. */
function isOlder({ item: { knownSinceMs }, madeAtMs }: PairReviewDialogProps['handed']): boolean {
  return knownSinceMs !== null && madeAtMs !== null && madeAtMs < knownSinceMs;
}

function factsOf({ item, madeAtMs }: PairReviewDialogProps['handed']): readonly KeyValue[] {
  const { hubName, baseUrl, label, clientId, secretMask, knownSinceMs } = item;
  return [
    { key: words.hub, value: hubName },
    { key: words.baseUrl, value: baseUrl, isCode: true },
    { key: words.application, value: label },
    { key: words.clientId, value: clientId, isCode: true },
    { key: words.secret, value: secretMask, isCode: true },
    ...(madeAtMs === null ? [] : [{ key: words.made, value: <Time ofMs={madeAtMs} /> }]),
    ...(knownSinceMs === null ? [] : [{ key: words.here, value: <Time ofMs={knownSinceMs} /> }]),
  ];
}

function ComingProtection(): ReactElement | null {
  const protection = useComingProtection();
  if (protection === null) return null;
  const fact = <ProtectionFact protection={protection} sentence={protectionSentence(protection)} />;
  return protection.level === 'sessionOnly' ? <Notice kind="caution">{fact}</Notice> : <p className="muted">{fact}</p>;
}

interface PairReviewFootProps {
  readonly review: PairReview;
  readonly isKnown: boolean;
  readonly onCancel: () => void;
}

/** A secret that works now is replaced after a check of the new one, unless the person wants it otherwise. */
function PairReviewFoot({ review, isKnown, onCancel }: PairReviewFootProps): ReactElement {
  const { save, isSaving, checkAndSave, isChecking } = review;
  const apart = (
    <Button isPending={isSaving} onPress={save}>
      {words.replaceUnchecked}
    </Button>
  );
  return (
    <DialogFoot {...(isKnown ? { start: apart } : {})}>
      <Button onPress={onCancel}>{uiWords.cancel}</Button>
      <Button look="primary" isPending={isSaving || isChecking} onPress={isKnown ? checkAndSave : save}>
        {isKnown ? words.checkAndReplace : words.save}
      </Button>
    </DialogFoot>
  );
}
