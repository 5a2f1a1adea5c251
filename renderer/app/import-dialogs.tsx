// The dialogs of the one import: the passphrase of a hand-off, what is in it, and the review of each credential.
import type { ReactElement } from 'react';
import type { SaveOutcome } from '#contract/credentials.ts';
import { positionOf } from '../features/credentials/import-state.ts';
import { ReviewDialog } from '../features/credentials/review-dialog.tsx';
import type { ImportFlow } from '../features/credentials/use-import.ts';
import { OpenedHandOffDialog } from '../features/hand-off/opened-hand-off-dialog.tsx';
import { ProtectionOffer } from '../features/vault/protection-offer.tsx';
import { PairReviewDialog } from '../features/hand-off/pair-review-dialog.tsx';
import { UnlockHandOffDialog } from '../features/hand-off/unlock-hand-off-dialog.tsx';

interface ImportDialogsProps {
  readonly flow: ImportFlow;
  readonly onSaved: (outcome: SaveOutcome) => void;
}

export function ImportDialogs({ flow, onSaved }: ImportDialogsProps): ReactElement | null {
  const { step } = flow.state;
  const position = positionOf(flow.state);
  switch (step.kind) {
    case 'sealed':
      return (
        <UnlockHandOffDialog {...step.sealed} key={step.sealed.handOffId} onOpened={flow.opened} onClose={flow.goOn} />
      );
    case 'opened':
      return <OpenedHandOffDialog handOff={step.handOff} onReview={flow.reviewHanded} onClose={flow.goOn} />;
    case 'pair':
      return (
        <PairReviewDialog
          key={`${step.handOffId} ${step.item.index}`}
          handOffId={step.handOffId}
          item={step.item}
          position={position}
          onCancel={flow.goOn}
          onSaved={() => flow.saved(null)}
        />
      );
    case 'review':
      return (
        <ReviewDialog
          offer={<ProtectionOffer />}
          key={step.draft.draftId}
          draft={step.draft}
          position={position}
          onCancel={flow.goOn}
          onSaved={(outcome) => {
            onSaved(outcome);
            flow.saved(outcome);
          }}
        />
      );
    case 'idle':
    case 'reading':
    case 'failed':
    case 'saved':
      return null;
  }
}
