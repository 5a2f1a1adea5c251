// The head of the screen: how many there are, the search, and what can be done with the list.
import {
  useEffect,
  useRef,
  type KeyboardEvent as ReactKeyboardEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react';
import type { SavedCopy } from '#contract/registration.ts';
import type { ListFilter } from '#contract/settings.ts';
import { ViewHead } from '../../../ui/parts.tsx';
import { ProgressBar } from '../../../ui/progress.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { listedCount, listWords as words } from '../../../words/registration-words.ts';
import type { ListView } from './use-list-view.ts';

interface ListHeaderProps {
  readonly copy: SavedCopy | null;
  readonly view: ListView;
  /** True while the registrations are read from the Hub. */
  readonly isReading: boolean;
  readonly onNarrow: (change: Partial<ListFilter>) => void;
  /** Leads from the search to the rows: Enter, the arrow down, and Escape in an empty field. */
  readonly onLeaveSearch: (key: string) => void;
  /** What can be done with the list. */
  readonly children: ReactNode;
}

export function ListHeader(props: ListHeaderProps): ReactElement {
  const { copy, view, isReading, onNarrow, onLeaveSearch, children } = props;
  const searchRef = useSlashKey();
  const aside = copy !== null && <span role="status">{listedCount(view.shown.length, copy.registrations.length)}</span>;
  return (
    <div className="registrations-head">
      <ViewHead title={words.title} aside={aside}>
        <div
          ref={searchRef}
          className="registrations-filter"
          onKeyDownCapture={(event) => leaveSearch(event, view.filter.text, onLeaveSearch)}
        >
          <SearchField
            label={words.search}
            value={view.filter.text}
            onChange={(text) => onNarrow({ text })}
            maxLength={500}
            aria-keyshortcuts="/"
          />
        </div>
        {children}
      </ViewHead>
      {isReading && <ProgressBar label={words.reading} />}
    </div>
  );
}

/** The first Escape empties the field, which is its own doing; the next one leaves it. */
function leaveSearch(event: ReactKeyboardEvent, text: string, onLeave: (key: string) => void): void {
  const isWay = event.key === 'ArrowDown' || event.key === 'Enter' || (event.key === 'Escape' && text === '');
  if (!isWay || event.nativeEvent.isComposing) return;
  event.preventDefault();
  onLeave(event.key);
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
