// What the log is narrowed to: words, a hub, an action, an outcome.
import type { ReactElement } from 'react';
import { activityFilter, type ActivityFilter } from '#contract/activity-inputs.ts';
import type { Hub } from '#contract/credentials.ts';
import { Select } from '../../ui/choice.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { activityName, activityWords as words, outcomeKinds } from '../../words/activity-words.ts';

interface ActivityFiltersProps {
  readonly hubs: readonly Hub[];
  readonly filter: ActivityFilter;
  readonly onNarrow: (changes: Partial<ActivityFilter>) => void;
}

/** No ID of a hub, no action and no outcome is called so. */
const ALL = '*';
const all = { id: ALL, label: words.all };

const { action: actionField, outcome: outcomeField } = activityFilter.shape;
const actions = actionField.unwrap().options.map((id) => ({ id, label: activityName(id) }));
const outcomes = outcomeField.unwrap().options.map((id) => ({ id, label: outcomeKinds[id] }));

export function ActivityFilters({ hubs, filter, onNarrow }: ActivityFiltersProps): ReactElement {
  return (
    <div className="activity-filters">
      <SearchField label={words.filter} value={filter.text} maxLength={500} onChange={(text) => onNarrow({ text })} />
      <Select
        label={words.hub}
        options={[all, ...hubs.map(({ id, name }) => ({ id, label: name }))]}
        value={filter.hubId ?? ALL}
        onChange={(key) => onNarrow({ hubId: hubs.find(({ id }) => id === key)?.id ?? null })}
      />
      <Select
        label={words.action}
        options={[all, ...actions]}
        value={filter.action ?? ALL}
        onChange={(key) => onNarrow({ action: actions.find(({ id }) => id === key)?.id ?? null })}
      />
      <Select
        label={words.outcome}
        options={[all, ...outcomes]}
        value={filter.outcome ?? ALL}
        onChange={(key) => onNarrow({ outcome: outcomes.find(({ id }) => id === key)?.id ?? null })}
      />
    </div>
  );
}
