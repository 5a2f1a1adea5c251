// The activity log: every call that changed something and every token request, with what became of it.
import { useRef, type ReactElement } from 'react';
import type { ActivityPage } from '#contract/activity.ts';
import type { Hub } from '#contract/credentials.ts';
import { ALL_CALLS } from '../../app/queries.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { EmptyState, ViewHead } from '../../ui/parts.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import { activityWords as words, countedCalls } from '../../words/activity-words.ts';
import { ActivityExport } from './activity-export.tsx';
import { ActivityFilters } from './activity-filters.tsx';
import { ActivityTable } from './activity-table.tsx';
import { EntryDetails } from './entry-details.tsx';
import { PAGE_SIZE, useActivity, type Activity } from './use-activity.ts';
import './activity.css';

interface ActivityScreenProps {
  /** To narrow by; calls to hubs that are not saved any more stay in the log. */
  readonly hubs: readonly Hub[];
}

/** Works offline; only finding out what became of a call asks the Hub. */
export function ActivityScreen({ hubs }: ActivityScreenProps): ReactElement {
  const activity = useActivity();
  const { opened, open } = activity;
  const screenRef = useRef<HTMLDivElement>(null);
  const close = (): void => {
    // Back to the row, or the focus would be nowhere.
    if (opened !== null) rowElement(screenRef.current, opened.id)?.focus();
    open(null);
  };
  return (
    <div
      ref={screenRef}
      className={opened === null ? 'activity' : 'activity activity-beside'}
      onKeyDown={({ key, target }) => {
        if (key === 'Escape' && target instanceof Element && target.role === 'row') close();
      }}
    >
      <Log {...activity} hubs={hubs} />
      {opened !== null && <EntryDetails entry={opened} onChecked={open} onClose={close} />}
    </div>
  );
}

function rowElement(screen: HTMLElement | null, id: string): HTMLElement | null {
  return screen?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`) ?? null;
}

/** The log itself, or why there is none. */
function Log(props: Activity & ActivityScreenProps): ReactElement {
  const { hubs, filter, narrow, page, failure } = props;
  return (
    <div className="activity-main">
      <ViewHead
        title={words.title}
        aside={page !== undefined && <span role="status">{countedCalls(page.matching, page.total)}</span>}
      >
        <ActivityExport filter={filter} isEmpty={(page?.matching ?? 0) === 0} />
      </ViewHead>
      <ActivityFilters hubs={hubs} filter={filter} onNarrow={narrow} />
      {failure !== null && <FailureNotice failure={failure} />}
      {page === undefined && failure === null && <ProgressBar label={words.reading} />}
      {page !== undefined && <Entries {...props} page={page} />}
    </div>
  );
}

function UnknownNotice({ count, onShow }: { readonly count: number; readonly onShow: () => void }): ReactElement {
  return (
    <Notice
      kind="caution"
      title={words.unknownTitle(count)}
      actions={
        <Button size="small" onPress={onShow}>
          {words.showUnknown}
        </Button>
      }
    >
      {words.unknownDetail}
    </Notice>
  );
}

function Entries(props: Activity & { readonly page: ActivityPage }): ReactElement {
  const { page, filter, offset, goTo, narrow, opened, open } = props;
  if (page.total === 0) return <EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>;
  if (page.matching === 0) {
    return (
      <EmptyState
        title={words.noMatchTitle}
        action={<Button onPress={() => narrow(ALL_CALLS)}>{words.clearFilter}</Button>}
      >
        {words.noMatch(page.total)}
      </EmptyState>
    );
  }
  return (
    <>
      {page.unknown > 0 && filter.outcome !== 'unknown' && (
        <UnknownNotice count={page.unknown} onShow={() => narrow({ ...ALL_CALLS, outcome: 'unknown' })} />
      )}
      <div className="activity-scroll">
        <ActivityTable
          entries={page.entries}
          offset={offset}
          matching={page.matching}
          openedId={opened?.id ?? null}
          onOpen={open}
        />
      </div>
      {page.matching > PAGE_SIZE && <Pages page={page} offset={offset} onGo={goTo} />}
    </>
  );
}

interface PagesProps {
  readonly page: ActivityPage;
  readonly offset: number;
  readonly onGo: (offset: number) => void;
}

function Pages({ page: { entries, matching }, offset, onGo }: PagesProps): ReactElement {
  const end = offset + entries.length;
  return (
    <nav className="activity-pages" aria-label={words.pages}>
      <span role="status" className="muted tabular">
        {words.page(offset + 1, end, matching)}
      </span>
      <Button size="small" isDisabled={offset === 0} onPress={() => onGo(Math.max(0, offset - PAGE_SIZE))}>
        {words.newer}
      </Button>
      <Button size="small" isDisabled={end >= matching} onPress={() => onGo(offset + PAGE_SIZE)}>
        {words.older}
      </Button>
    </nav>
  );
}
