// The bar under the head: menus that narrow the list, what it is narrowed to, and what is shown of it.
import { X } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Toolbar } from 'react-aria-components/Toolbar';
import type { Registration } from '#contract/registration.ts';
import type { ListFilter } from '#contract/settings.ts';
import { isStale, isWithSyncErrors, staleBefore } from '../../../app/facets.ts';
import { Button } from '../../../ui/button.tsx';
import { ChoiceMenu, type MenuChoice } from '../../../ui/choice-menu.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { StatusShape } from '../../../ui/status-mark.tsx';
import { listViewWords as words, statusOfKey } from '../../../words/list-view-words.ts';
import { facetChoices, type Facet } from './facet-choices.ts';
import { filterChips, NO_FACETS } from './filter-chips.ts';
import './filter-bar.css';

interface FilterBarProps {
  readonly registrations: readonly Registration[];
  readonly takenAtMs: number;
  readonly staleAfterDays: number;
  readonly filter: ListFilter;
  readonly onNarrow: (change: Partial<ListFilter>) => void;
  /** What stands at the end: columns and views. */
  readonly children: ReactNode;
}

const FACETS: readonly { readonly facet: Facet; readonly label: string }[] = [
  { facet: 'statuses', label: words.status },
  { facet: 'platforms', label: words.platform },
  { facet: 'productionLevels', label: words.productionLevel },
];

export function FilterBar(props: FilterBarProps): ReactElement {
  const { registrations, staleAfterDays, filter, onNarrow, children } = props;
  const chips = filterChips(filter, staleAfterDays);
  return (
    <Toolbar aria-label={words.bar} className="filter-bar">
      {FACETS.map(({ facet, label }) => (
        <ChoiceMenu
          key={facet}
          label={label}
          choices={() => facetChoices(facet, registrations, filter[facet]).map(facet === 'statuses' ? marked : plain)}
          chosen={filter[facet]}
          onChoose={(chosen) => onNarrow({ [facet]: [...chosen] })}
        />
      ))}
      <SynchronizationMenu {...props} />
      {chips.map(({ key, word, without }) => (
        <AriaButton
          key={key}
          className="chip"
          aria-label={words.remove(word)}
          onPress={({ target }) => {
            focusFirst(target);
            onNarrow(without);
          }}
        >
          <span className="truncate">{word}</span>
          <Icon of={X} size={12} />
        </AriaButton>
      ))}
      {chips.length > 0 && (
        <Button
          look="quiet"
          size="small"
          onPress={({ target }) => {
            focusFirst(target);
            onNarrow(NO_FACETS);
          }}
        >
          {words.clear}
        </Button>
      )}
      <span className="filter-bar-space" />
      {children}
    </Toolbar>
  );
}

/** A chip goes when it is pressed: the focus goes on to the start of the bar. */
function focusFirst(target: Element): void {
  target.closest('[role="toolbar"]')?.querySelector('button')?.focus();
}

function plain(choice: MenuChoice): MenuChoice {
  return choice;
}

function marked(choice: MenuChoice): MenuChoice {
  const { kind } = statusOfKey(choice.id);
  return {
    ...choice,
    mark: (
      <span className={`status status-${kind}`}>
        <StatusShape kind={kind} />
      </span>
    ),
  };
}

function SynchronizationMenu(props: FilterBarProps): ReactElement {
  const { registrations, takenAtMs, staleAfterDays, filter, onNarrow } = props;
  const choices = (): readonly MenuChoice[] => {
    const before = staleBefore(takenAtMs, staleAfterDays);
    return [
      { id: 'syncErrors', label: words.syncErrors, count: registrations.filter(isWithSyncErrors).length },
      {
        id: 'stale',
        label: words.stale(staleAfterDays),
        count: registrations.filter((registration) => isStale(registration, before)).length,
      },
    ];
  };
  return (
    <ChoiceMenu
      label={words.synchronization}
      choices={choices}
      chosen={[filter.hasSyncErrors ? 'syncErrors' : '', filter.isStale ? 'stale' : ''].filter(Boolean)}
      onChoose={(chosen) =>
        onNarrow({ hasSyncErrors: chosen.includes('syncErrors'), isStale: chosen.includes('stale') })
      }
    />
  );
}
