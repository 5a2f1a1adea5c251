// Overview: where a hub's registrations stand, counted from the saved copy, so that it works without a network. Every
// number leads to the rows it counts.
import { useMemo, type ReactElement, type ReactNode } from 'react';
import type { Hub } from '#contract/credentials.ts';
import type { SavedCopy } from '#contract/registration.ts';
import type { ListFilter } from '#contract/settings.ts';
import { failureOf } from '../../app/ask.ts';
import { useSavedCopy, useSettings } from '../../app/queries.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { EmptyState, ViewHead } from '../../ui/parts.tsx';
import { StatusShape } from '../../ui/status-mark.tsx';
import { Time } from '../../ui/time.tsx';
import { platformWord, statusKeyWord, statusOfKey } from '../../words/list-view-words.ts';
import { counted } from '../../words/numbers.ts';
import { overviewWords as words } from '../../words/overview-words.ts';
import { AttentionList } from './attention-list.tsx';
import { BarChart, type Bar } from './bar-chart.tsx';
import { overviewCounts, type OverviewCounts } from './overview-counts.ts';
import './overview.css';

interface OverviewScreenProps {
  readonly hub: Hub;
  /** Shows the list, narrowed to this; to nothing when it is empty. */
  readonly onShow: (filter: Partial<ListFilter>) => void;
  /** What happened since the last visit: another feature's part, put in by the frame. */
  readonly children?: ReactNode;
}

export function OverviewScreen({ hub, onShow, children }: OverviewScreenProps): ReactElement {
  const saved = useSavedCopy(hub.id);
  const copy = saved.data ?? null;
  const failure = failureOf(saved.error);
  return (
    <div className="overview">
      <ViewHead title={words.title} aside={copy !== null && <Aside copy={copy} />} />
      {failure !== null && <FailureNotice failure={failure} />}
      {!saved.isPending && (
        <Content copy={copy} onShow={onShow}>
          {children}
        </Content>
      )}
    </div>
  );
}

interface ContentProps extends Pick<OverviewScreenProps, 'onShow' | 'children'> {
  readonly copy: SavedCopy | null;
}

function Content({ copy, onShow, children }: ContentProps): ReactElement {
  if (copy !== null && copy.registrations.length > 0) {
    return (
      <Counts copy={copy} onShow={onShow}>
        {children}
      </Counts>
    );
  }
  return (
    <EmptyState
      title={copy === null ? words.neverReadTitle : words.emptyTitle}
      action={<Button onPress={() => onShow({})}>{words.goToList}</Button>}
    >
      {copy === null ? words.neverRead : words.empty}
    </EmptyState>
  );
}

function Aside({ copy }: { readonly copy: SavedCopy }): ReactElement {
  return (
    <>
      {counted(copy.registrations.length, 'registration')}, {words.read} <Time ofMs={copy.takenAtMs} />
    </>
  );
}

interface CountsProps extends Pick<OverviewScreenProps, 'onShow' | 'children'> {
  readonly copy: SavedCopy;
}

function Counts({ copy, onShow, children }: CountsProps): ReactElement {
  const { staleAfterDays } = useSettings();
  const counts = useMemo(() => overviewCounts(copy, staleAfterDays), [copy, staleAfterDays]);
  return (
    <div className="overview-scroll">
      <div className="overview-parts">
        <div className="overview-counts">
          <AttentionList counts={counts} staleAfterDays={staleAfterDays} onShow={onShow} />
          <BarChart title={words.byStatus} total={counts.total} bars={statusBars(counts, onShow)} />
          <BarChart title={words.byPlatform} total={counts.total} bars={platformBars(counts, onShow)} />
        </div>
        {children !== undefined && <div className="overview-side">{children}</div>}
      </div>
    </div>
  );
}

function statusBars({ statuses }: OverviewCounts, onShow: OverviewScreenProps['onShow']): readonly Bar[] {
  return statuses.map(({ key, count }) => {
    const label = statusKeyWord(key);
    const { kind } = statusOfKey(key);
    return {
      key,
      label,
      mark: (
        <span className={`status status-${kind}`}>
          <StatusShape kind={kind} />
        </span>
      ),
      count,
      // Our word within a sentence; the Hub's own stands as it came.
      does: words.show(count, kind === 'unknown' ? label : label.toLowerCase()),
      onPress: () => onShow({ statuses: [key] }),
    };
  });
}

function platformBars(counts: OverviewCounts, onShow: OverviewScreenProps['onShow']): readonly Bar[] {
  const { platforms, otherPlatforms } = counts;
  const bars = platforms.map(({ key, count }) => ({
    key,
    label: platformWord(key),
    count,
    does: words.showOnPlatform(count, platformWord(key)),
    onPress: () => onShow({ platforms: [key] }),
  }));
  if (otherPlatforms.count === 0) return bars;
  const label = words.otherPlatforms(otherPlatforms.keys.length);
  return [
    ...bars,
    {
      key: 'all other platforms',
      label,
      count: otherPlatforms.count,
      does: words.showOnPlatform(otherPlatforms.count, label),
      onPress: () => onShow({ platforms: [...otherPlatforms.keys] }),
    },
  ];
}
