// The dialogs of the one import: the passphrase of a hand-off, what is in it, and the review of each credential.
import { useState, type ReactElement } from 'react';
import type { SaveOutcome } from '#contract/credentials.ts';
import { positionOf } from '../features/credentials/import-state.ts';
import { ReviewDialog } from '../features/credentials/review-dialog.tsx';
import type { ImportFlow } from '../features/credentials/use-import.ts';
import { BackupPlanDialog } from '../features/hand-off/backup-plan-dialog.tsx';
import { OpenedHandOffDialog } from '../features/hand-off/opened-hand-off-dialog.tsx';
import { PairReviewDialog } from '../features/hand-off/pair-review-dialog.tsx';
import { UnlockHandOffDialog } from '../features/hand-off/unlock-hand-off-dialog.tsx';
import { MoveDialog } from '../features/vault/move-dialog.tsx';
import { ProtectionOffer } from '../features/vault/protection-offer.tsx';

interface ImportDialogsProps {
  readonly flow: ImportFlow;
  readonly onSaved: (outcome: SaveOutcome) => void;
}

export function ImportDialogs({ flow, onSaved }: ImportDialogsProps): ReactElement | null {
  const { step } = flow.state;
  const [isProtecting, setProtecting] = useState(false);
  const protectedNow = (): void => setProtecting(false);
  if (step.kind === 'review') {
    return (
      <>
        <ReviewDialog
          key={step.draft.draftId}
          draft={step.draft}
          expected={step.expected}
          position={positionOf(flow.state)}
          offer={<ProtectionOffer onPress={() => setProtecting(true)} />}
          onCancel={flow.goOn}
          onSaved={(outcome) => {
            onSaved(outcome);
            flow.saved(outcome);
          }}
        />
        <MoveDialog level={isProtecting ? 'passphrase' : null} onClose={protectedNow} onMoved={protectedNow} />
      </>
    );
  }
  return <HandOffDialogs flow={flow} />;
}

function HandOffDialogs({ flow }: Pick<ImportDialogsProps, 'flow'>): ReactElement | null {
  const { step } = flow.state;
  if (step.kind === 'sealed') {
    const { handOffId, fileName } = step.sealed;
    return (
      <UnlockHandOffDialog
        key={handOffId}
        handOffId={handOffId}
        fileName={fileName}
        onOpened={flow.opened}
        onClose={flow.goOn}
      />
    );
  }
  if (step.kind === 'opened') {
    return <OpenedHandOffDialog handOff={step.handOff} onReview={flow.reviewHanded} onClose={flow.goOn} />;
  }
  if (step.kind === 'backup') return <BackupPlanDialog plan={step.plan} onClose={flow.goOn} />;
  if (step.kind !== 'pair') return null;
  return (
    <PairReviewDialog
      key={`${step.handOffId} ${step.item.index}`}
      handed={step}
      position={positionOf(flow.state)}
      onCancel={flow.goOn}
      onSaved={() => flow.saved(null)}
    />
  );
}
