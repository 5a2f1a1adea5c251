// Review credentials: what was read, where it will be used, what will hold the secret. Nothing is stored before Save.
import type { ReactElement, ReactNode } from 'react';
import { Form } from 'react-aria-components/Form';
import type { CredentialsDraft, CredentialSummary, SaveOutcome } from '#contract/credentials.ts';
import { validationErrors } from '../../app/form-problems.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFoot, DialogOutcome } from '../../ui/dialog.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import { rotationWords } from '../../words/credential-words.ts';
import { reviewWords as words } from '../../words/review-words.ts';
import { uiWords } from '../../words/ui-words.ts';
import { AuthenticationChoice } from './authentication-choice.tsx';
import { ConnectionReport } from './connection-report.tsx';
import { DraftFacts, DraftNotes } from './draft-facts.tsx';
import { NotedFields } from './noted-fields.tsx';
import { ReviewFields } from './review-fields.tsx';
import { useReview, type Review } from './use-review.ts';
import './review.css';

interface ReviewDialogProps {
  readonly draft: CredentialsDraft;
  /** Whose new secret was asked for; null when any credentials will do. */
  readonly expected: CredentialSummary | null;
  /** Which of several dropped files this is. */
  readonly position: { readonly position: number; readonly total: number } | null;
  /** The way to a better protection, shown where nothing would be stored. */
  readonly offer?: ReactNode;
  readonly onCancel: () => void;
  readonly onSaved: (outcome: SaveOutcome) => void;
}

export function ReviewDialog(props: ReviewDialogProps): ReactElement {
  const { draft, expected, position, offer, onCancel, onSaved } = props;
  const review = useReview(draft, onSaved);
  // Where nothing that works can be lost, nothing has to be tested first.
  const isRotation = draft.replaces?.isUsable === true;
  return (
    <Dialog title={words.title} size="medium" isOpen onClose={onCancel}>
      <Form
        validationBehavior="aria"
        validationErrors={validationErrors(review.problems)}
        onSubmit={(event) => {
          event.preventDefault();
          if (isRotation) review.testAndSave();
          else review.save();
        }}
      >
        <DialogBody>
          <DraftFacts draft={draft} position={position} />
          <ReviewFields draft={draft} form={review.form} onChange={review.change} />
          <NotedFields draft={draft} form={review.form} onChange={review.change} />
          <DraftNotes draft={draft} expected={expected} offer={offer} />
          <Disclosure title={words.advanced}>
            <AuthenticationChoice
              value={review.form.clientAuthentication}
              onChange={(clientAuthentication) => review.change({ ...review.form, clientAuthentication })}
            />
          </Disclosure>
        </DialogBody>
        <DialogOutcome>
          {review.isTesting && <ProgressBar label={words.testing} />}
          {review.isSaving && <ProgressBar label={words.saving} />}
          {review.report !== undefined && <ConnectionReport report={review.report} />}
          {review.failure !== null && (
            <FailureNotice failure={review.failure} doing={draft.replaces === null ? 'firstTest' : 'other'} />
          )}
        </DialogOutcome>
        <ReviewFoot review={review} isRotation={isRotation} onCancel={onCancel} />
      </Form>
    </Dialog>
  );
}

interface ReviewFootProps {
  readonly review: Review;
  readonly isRotation: boolean;
  readonly onCancel: () => void;
}

/** A secret that works now is replaced after a test of the new one, unless the person wants it otherwise. */
function ReviewFoot({ review, isRotation, onCancel }: ReviewFootProps): ReactElement {
  const apart = isRotation ? (
    <Button isPending={review.isSaving} onPress={review.save}>
      {rotationWords.replaceUntested}
    </Button>
  ) : (
    <Button isPending={review.isTesting} onPress={review.test}>
      {words.test}
    </Button>
  );
  return (
    <DialogFoot start={apart}>
      <Button onPress={onCancel}>{uiWords.cancel}</Button>
      <Button look="primary" type="submit" isPending={review.isSaving || (isRotation && review.isTesting)}>
        {isRotation ? rotationWords.testAndReplace : words.save}
      </Button>
    </DialogFoot>
  );
}
