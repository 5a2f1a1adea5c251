// The way to the drafts of a hub: a button that counts them, and their dialog.
import { FilePenLine } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { Draft } from '#contract/drafts.ts';
import { Button } from '../../../ui/button.tsx';
import { draftWords as words } from '../../../words/draft-words.ts';
import { DraftsDialog } from './drafts-dialog.tsx';
import { useDrafts } from './use-drafts.ts';

interface DraftsButtonProps {
  readonly hubId: string;
  /** False while the Hub cannot be asked. */
  readonly canAsk: boolean;
  /** False where there is no form for it: its registration is not in the list. */
  readonly canOpen: (draft: Draft) => boolean;
  /** The person wants to go on with it in its form. */
  readonly onOpen: (draft: Draft) => void;
}

/** Nothing while there is no draft; nothing is ever sent by itself. */
export function DraftsButton({ hubId, canAsk, canOpen, onOpen }: DraftsButtonProps): ReactElement | null {
  const drafts = useDrafts(hubId);
  const [isOpen, setOpen] = useState(false);
  const count = drafts.drafts?.length ?? 0;
  if (count === 0 && drafts.failure === null && !isOpen) return null;
  return (
    <>
      <Button icon={FilePenLine} onPress={() => setOpen(true)}>
        {words.button(count)}
      </Button>
      <DraftsDialog
        isOpen={isOpen}
        drafts={drafts}
        canAsk={canAsk}
        canOpen={canOpen}
        onClose={() => {
          drafts.dismiss();
          setOpen(false);
        }}
        onOpen={(draft) => {
          setOpen(false);
          onOpen(draft);
        }}
      />
    </>
  );
}
