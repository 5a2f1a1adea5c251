// What can be done with the whole list, in the head beside the search.
import { Plus, RefreshCw } from 'lucide-react';
import { memo, type ReactElement } from 'react';
import type { Draft } from '#contract/drafts.ts';
import type { Registration } from '#contract/registration.ts';
import { Button } from '../../ui/button.tsx';
import { filterInWords } from '../../words/list-view-words.ts';
import { listWords as words } from '../../words/registration-words.ts';
import { DraftsButton } from './drafts/drafts-button.tsx';
import type { Edits } from './edit/use-edits.ts';
import { ExportMenu } from './export/export-menu.tsx';
import type { HubList } from './use-list.ts';
import type { Screen } from './use-screen.ts';

interface HeadActionsProps {
  readonly hubId: string;
  readonly registrations: readonly Registration[];
  /** May be a moment behind. */
  readonly list: HubList;
  readonly screen: Screen;
  readonly edits: Edits;
}

function Actions({ hubId, registrations, list, screen, edits }: HeadActionsProps): ReactElement {
  const { view, settings, contact, canAsk } = list;
  const editedBy = (draft: Draft): Registration | undefined =>
    draft.kind === 'edit' ? registrations.find(({ id }) => id === draft.edit.registrationId) : undefined;
  return (
    <>
      <DraftsButton
        hubId={hubId}
        canAsk={canAsk}
        canOpen={(draft) => draft.kind === 'register' || editedBy(draft) !== undefined}
        onOpen={(draft) => {
          const registration = editedBy(draft);
          if (draft.kind === 'register') {
            screen.registering.load(draft);
            screen.openForm();
          } else if (registration !== undefined) {
            edits.openDraft(registration, draft);
          }
        }}
      />
      {registrations.length > 0 && (
        <ExportMenu
          hubId={hubId}
          registrations={view.shown}
          columns={view.columns.map(({ id }) => ({ id, heading: words.columns[id] }))}
          narrowedTo={filterInWords(view.filter, settings.staleAfterDays)}
        />
      )}
      <Button
        icon={RefreshCw}
        isPending={contact.isReading}
        isDisabled={!canAsk}
        onPress={() => void contact.readNow()}
      >
        {words.refresh}
      </Button>
      <Button look="primary" icon={Plus} onPress={screen.openForm}>
        {words.register}
      </Button>
    </>
  );
}

/** Drawn anew only when one of its parts is another one. */
export const HeadActions = memo(Actions);
