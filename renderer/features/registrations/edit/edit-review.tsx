// What will be sent, field by field, before it is: only the difference, in one request.
import type { ReactElement } from 'react';
import { Button } from '../../../ui/button.tsx';
import { ChangeList } from '../../../ui/change-list.tsx';
import { DialogBody, DialogFoot, DialogOutcome } from '../../../ui/dialog.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress.tsx';
import { editDialogWords as words, editUnknownWords } from '../../../words/edit-words.ts';
import { ShowRequest } from '../wire/show-request.tsx';
import { TheAnswer } from '../wire/the-answer.tsx';
import type { EditDialogProps } from './edit-options.ts';
import type { EditStep } from './edit-step.ts';
import { KeepDraftButton, useKeepDraft, type KeepDraft } from './keep-draft.tsx';
import type { Editing } from './use-editing.ts';

type EditReviewProps = EditDialogProps & {
  readonly editing: Editing;
  readonly step: Extract<EditStep, { kind: 'reviewing' | 'sending' }>;
};

export function EditReview(props: EditReviewProps): ReactElement {
  const { hubId, registrationId, editing, step, canAsk } = props;
  const { changes, differences } = step.sendable;
  const isSending = step.kind === 'sending';
  const keep = useKeepDraft(props);
  const isNothing = differences.length === 0;
  return (
    <>
      <DialogBody>
        <section className="edit-review" aria-label={words.reviewTitle}>
          <h3>{words.reviewTitle}</h3>
          {isNothing ? (
            <p className="muted">{words.nothingChanged}</p>
          ) : (
            <>
              <p className="muted">{words.reviewDetail}</p>
              <ChangeList changes={differences} />
            </>
          )}
        </section>
        <ShowRequest subject={{ kind: 'edit', hubId, registrationId, changes }} />
      </DialogBody>
      <ReviewOutcome {...props} keep={keep} />
      <DialogFoot
        start={
          <Button look="quiet" isDisabled={isSending} onPress={editing.backToForm}>
            {words.back}
          </Button>
        }
      >
        {!isSending && <KeepDraftButton keep={keep} isDisabled={isNothing} look={canAsk ? 'plain' : 'primary'} />}
        <Button
          autoFocus
          look={canAsk ? 'primary' : 'plain'}
          isDisabled={!canAsk || isNothing}
          isPending={isSending}
          onPress={editing.send}
        >
          {words.send(differences.length)}
        </Button>
      </DialogFoot>
    </>
  );
}

function ReviewOutcome(props: EditReviewProps & { readonly keep: KeepDraft }): ReactElement {
  const { hubId, registrationId, step, canAsk, keep } = props;
  const failure = step.kind === 'reviewing' ? step.failure : null;
  return (
    <DialogOutcome>
      {!canAsk && <p className="muted">{words.offline}</p>}
      {step.kind === 'reviewing' && step.isKnownAbsent && (
        <Notice kind="info" isLive>
          {editUnknownWords.notArrived}
        </Notice>
      )}
      {step.kind === 'sending' && <ProgressBar label={words.sending} />}
      {failure !== null && (
        <>
          <FailureNotice failure={failure} />
          <TheAnswer hubId={hubId} registrationId={registrationId} call="edit" />
        </>
      )}
      {keep.failure !== null && <FailureNotice failure={keep.failure} />}
    </DialogOutcome>
  );
}
