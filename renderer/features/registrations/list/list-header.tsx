// The head of the screen: how many there are, how fresh they are, the filter, and the two things the Hub is needed for.
import { Plus, RefreshCw } from 'lucide-react';
import { useEffect, useRef, type ReactElement, type RefObject } from 'react';
import type { SavedCopy } from '#contract/registration.ts';
import { Button } from '../../../ui/button.tsx';
import { ViewHead } from '../../../ui/parts.tsx';
import { ProgressBar } from '../../../ui/progress.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { listedCount, listWords as words } from '../../../words/registration-words.ts';
import type { HubContact } from '../connectivity.ts';
import type { ListView } from './use-list-view.ts';

interface ListHeaderProps {
  readonly copy: SavedCopy | null;
  readonly view: ListView;
  readonly contact: HubContact;
  readonly canAsk: boolean;
  readonly onRegister: () => void;
}

export function ListHeader({ copy, view, contact, canAsk, onRegister }: ListHeaderProps): ReactElement {
  const filterRef = useSlashKey();
  const aside = copy !== null && <span role="status">{listedCount(view.shown.length, copy.registrations.length)}</span>;
  return (
    <div className="registrations-head">
      <ViewHead title={words.title} aside={aside}>
        <div ref={filterRef} className="registrations-filter">
          <SearchField label={words.filter} value={view.filter} onChange={view.setFilter} aria-keyshortcuts="/" />
        </div>
        <Button
          icon={RefreshCw}
          isPending={contact.isReading}
          isDisabled={!canAsk}
          onPress={() => void contact.readNow()}
        >
          {words.refresh}
        </Button>
        <Button look="primary" icon={Plus} isDisabled={!canAsk} onPress={onRegister}>
          {words.register}
        </Button>
      </ViewHead>
      {contact.isReading && <ProgressBar label={words.reading} />}
    </div>
  );
}

/** `/` puts the focus into the search field within the returned ref, unless something is being typed elsewhere. */
function useSlashKey(): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== '/' || hasModifier(event) || isTyping(event.target)) return;
      event.preventDefault();
      ref.current?.querySelector('input')?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return ref;
}

function hasModifier({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [role="dialog"]') !== null;
}
