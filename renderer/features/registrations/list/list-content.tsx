// What stands where the list is: the list, or why there is none and what to do.
import { Plus } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { ListFilter } from '#contract/settings.ts';
import { hasFacets } from '../../../app/facets.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/parts.tsx';
import { describeFailure } from '../../../words/describe-failure.ts';
import type { FailureWords } from '../../../words/failure-words.ts';
import { filterInWords } from '../../../words/list-view-words.ts';
import { listWords as words } from '../../../words/registration-words.ts';
import { savedCopyWords } from '../../../words/saved-copy-words.ts';
import type { HubContact } from '../connectivity.ts';
import { EmptyListPicture } from './empty-list-picture.tsx';
import { ListSkeleton } from './list-skeleton.tsx';

/** Before anything was ever read from the hub: what is being done about it, or why nothing is. */
export function NothingRead({ contact }: { readonly contact: HubContact }): ReactElement {
  const { connectivity } = contact;
  if (connectivity.kind === 'checking' || connectivity.kind === 'reached') return <ListSkeleton />;
  const isUnasked = connectivity.kind === 'unasked';
  return (
    <div role="status" className="list-empty">
      <EmptyState
        picture={<EmptyListPicture />}
        title={words.neverReadTitle}
        action={
          connectivity.kind !== 'blocked' && (
            <Button isPending={contact.isReading} onPress={() => void contact.readNow()}>
              {isUnasked ? savedCopyWords.readNow : savedCopyWords.tryNow}
            </Button>
          )
        }
      >
        {isUnasked ? savedCopyWords.unasked : inOneLine(describeFailure(connectivity.failure))}
      </EmptyState>
    </div>
  );
}

function inOneLine({ sentence, wayOut }: FailureWords): string {
  return `${sentence} ${wayOut}`;
}

/** The Hub has none yet: an invitation. */
export function NothingRegistered({ onRegister }: { readonly onRegister: () => void }): ReactElement {
  return (
    <EmptyState
      picture={<EmptyListPicture />}
      title={words.emptyTitle}
      action={
        <Button icon={Plus} onPress={onRegister}>
          {words.registerFirst}
        </Button>
      }
    >
      {words.empty}
    </EmptyState>
  );
}

interface NothingMatchesProps {
  readonly filter: ListFilter;
  readonly staleAfterDays: number;
  readonly count: number;
  readonly onClear: () => void;
}

export function NothingMatches({ filter, staleAfterDays, count, onClear }: NothingMatchesProps): ReactNode {
  return (
    <EmptyState
      title={words.noMatchTitle}
      action={
        <Button
          onPress={({ target }) => {
            // The button goes with what it says: on to the search.
            target.closest('.registrations')?.querySelector('input')?.focus();
            onClear();
          }}
        >
          {words.clearFilter}
        </Button>
      }
    >
      {hasFacets(filter)
        ? words.noMatchNarrowed(filterInWords(filter, staleAfterDays), count)
        : words.noMatch(filter.text.trim(), count)}
    </EmptyState>
  );
}
