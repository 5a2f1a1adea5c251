// One draft: what it is and when it was kept, then how far it is on its way.
import { FilePlus2, PencilLine, Search } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Draft } from '#contract/drafts.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Time } from '../../../ui/time.tsx';
import { draftDetail, draftTitle, draftWords as words } from '../../../words/draft-words.ts';
import { DraftProgress } from './draft-progress.tsx';
import type { Drafts } from './use-drafts.ts';

interface DraftItemProps {
  readonly draft: Draft;
  readonly drafts: Drafts;
  readonly canAsk: boolean;
  /** null where there is no form for it. */
  readonly onOpen: ((draft: Draft) => void) | null;
}

export function DraftItem({ draft, drafts, canAsk, onOpen }: DraftItemProps): ReactElement {
  const step = drafts.stepOf(draft);
  const title = draftTitle(draft);
  const isBusy = step.kind === 'sending';
  return (
    <li className="draft">
      <Icon of={draft.kind === 'register' ? FilePlus2 : PencilLine} />
      <div className="draft-words">
        <div className="draft-head">
          <strong className="truncate">{title}</strong>
          <span className="muted draft-when">
            {words.saved} <Time ofMs={draft.savedAtMs} />
          </span>
        </div>
        <span className="muted truncate">{draftDetail(draft)}</span>
        <div className="draft-actions">
          <Button
            size="small"
            icon={Search}
            aria-label={words.planOf(title)}
            isPending={step.kind === 'planning'}
            isDisabled={!canAsk || isBusy}
            onPress={() => drafts.plan(draft)}
          >
            {words.plan}
          </Button>
          {onOpen !== null && (
            <Button
              size="small"
              look="quiet"
              aria-label={words.openOf(title)}
              isDisabled={isBusy}
              onPress={() => onOpen(draft)}
            >
              {words.open}
            </Button>
          )}
          <Button
            size="small"
            look="quiet"
            aria-label={words.removeOf(title)}
            isDisabled={isBusy}
            onPress={() => drafts.remove(draft)}
          >
            {words.remove}
          </Button>
        </div>
        <DraftProgress draft={draft} step={step} drafts={drafts} canAsk={canAsk} />
      </div>
    </li>
  );
}
