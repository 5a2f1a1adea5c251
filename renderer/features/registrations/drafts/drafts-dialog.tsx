// The drafts of a hub: what each is, what it would do now, and the ways on.
import type { ReactElement } from 'react';
import type { Draft } from '#contract/drafts.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogBody, DialogFoot, DialogOutcome } from '../../../ui/dialog.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress.tsx';
import { draftWords as words } from '../../../words/draft-words.ts';
import { uiWords } from '../../../words/ui-words.ts';
import { DraftItem } from './draft-item.tsx';
import type { Told } from './draft-way.ts';
import type { Drafts } from './use-drafts.ts';
import './drafts.css';

interface DraftsDialogProps {
  readonly isOpen: boolean;
  readonly drafts: Drafts;
  readonly canAsk: boolean;
  readonly canOpen: (draft: Draft) => boolean;
  readonly onClose: () => void;
  readonly onOpen: (draft: Draft) => void;
}

export function DraftsDialog(props: DraftsDialogProps): ReactElement {
  const { isOpen, drafts, canAsk, onClose } = props;
  const { told, dismiss } = drafts;
  return (
    <Dialog title={words.title} size="large" isOpen={isOpen} onClose={onClose}>
      <DialogBody isText>
        <p className="muted">{canAsk ? words.lead : words.offline}</p>
        <DraftList {...props} />
      </DialogBody>
      <DialogOutcome>{told !== null && <ToldNotice told={told} onDismiss={dismiss} />}</DialogOutcome>
      <DialogFoot>
        <Button onPress={onClose}>{uiWords.close}</Button>
      </DialogFoot>
    </Dialog>
  );
}

type DraftListProps = Pick<DraftsDialogProps, 'drafts' | 'canAsk' | 'canOpen' | 'onOpen'>;

function DraftList({ drafts, canAsk, canOpen, onOpen }: DraftListProps): ReactElement {
  if (drafts.failure !== null) return <FailureNotice failure={drafts.failure} />;
  if (drafts.drafts === undefined) return <ProgressBar label={words.reading} />;
  if (drafts.drafts.length === 0) return <p>{words.none}</p>;
  return (
    <ul className="drafts" aria-label={words.title}>
      {drafts.drafts.map((draft) => (
        <DraftItem
          key={draft.id}
          draft={draft}
          drafts={drafts}
          canAsk={canAsk}
          onOpen={canOpen(draft) ? onOpen : null}
        />
      ))}
    </ul>
  );
}

function ToldNotice({ told, onDismiss }: { readonly told: Told; readonly onDismiss: () => void }): ReactElement {
  if (told.kind === 'failed') {
    return (
      <>
        {told.sentence !== null && <Notice kind="caution" isLive title={told.sentence} />}
        <FailureNotice failure={told.failure} onDismiss={onDismiss} />
      </>
    );
  }
  const { sentence, undo } = told;
  return (
    <Notice
      kind="positive"
      isLive
      title={sentence}
      onDismiss={onDismiss}
      {...(undo === null
        ? {}
        : {
            actions: (
              <Button size="small" onPress={undo}>
                {words.undo}
              </Button>
            ),
          })}
    />
  );
}
