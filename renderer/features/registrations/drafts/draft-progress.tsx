// How far a draft is on its way to the Hub, and the one thing to do next.
import { Search, Send } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Draft } from '#contract/drafts.ts';
import type { Failure } from '#contract/failure.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress.tsx';
import { describeFailure } from '../../../words/describe-failure.ts';
import { draftOutcomeWords, draftTitle, draftWords as words } from '../../../words/draft-words.ts';
import { PlanView } from './draft-plan.tsx';
import { canSend, type DraftStep, type Planned } from './draft-step.ts';
import type { Drafts } from './use-drafts.ts';

interface DraftProgressProps {
  readonly draft: Draft;
  readonly step: DraftStep;
  readonly drafts: Drafts;
  readonly canAsk: boolean;
}

export function DraftProgress(props: DraftProgressProps): ReactElement | null {
  const { draft, step, drafts, canAsk } = props;
  switch (step.kind) {
    case 'kept':
      return step.failure === null ? null : <FailureNotice failure={step.failure} />;
    case 'planning':
      return <ProgressBar label={words.planning} />;
    case 'sending':
      return <ProgressBar label={words.sending} />;
    case 'unknown':
      return <InDoubt failure={step.failure} canAsk={canAsk} onLookUp={() => drafts.lookUp(draft)} />;
    case 'planned':
      return <PlanToSend {...props} step={step} />;
  }
}

interface InDoubtProps {
  readonly failure: Failure;
  readonly canAsk: boolean;
  readonly onLookUp: () => void;
}

/** It may have arrived: what the draft would do now tells. */
function InDoubt({ failure, canAsk, onLookUp }: InDoubtProps): ReactElement {
  return (
    <Notice
      kind="caution"
      isLive
      title={draftOutcomeWords.unknown}
      actions={
        <Button size="small" icon={Search} isDisabled={!canAsk} onPress={onLookUp}>
          {draftOutcomeWords.lookUp}
        </Button>
      }
    >
      <p>{describeFailure(failure).sentence}</p>
      <p>{draftOutcomeWords.unknownWhy}</p>
    </Notice>
  );
}

function PlanToSend({ draft, step, drafts, canAsk }: DraftProgressProps & { readonly step: Planned }): ReactElement {
  return (
    <div className="draft-plan" role="group" aria-label={words.planOf(draftTitle(draft))}>
      <PlanView draft={draft} step={step} onAccept={(field, isAccepted) => drafts.accept(draft, field, isAccepted)} />
      {step.failure !== null && (
        <FailureNotice failure={step.failure} doing={draft.kind === 'register' ? 'register' : 'other'} />
      )}
      {step.plan.kind !== 'gone' && (
        <Button
          look="primary"
          size="small"
          icon={Send}
          aria-label={words.sendOf(draftTitle(draft))}
          isDisabled={!canAsk || !canSend(step)}
          onPress={() => drafts.send(draft)}
        >
          {words.send}
        </Button>
      )}
    </div>
  );
}
