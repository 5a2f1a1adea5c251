// One call in full: how it ended, what was sent, and the way to find out what became of it when that is not known.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { ActivityEntry } from '#contract/activity.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { queryKeys } from '../../app/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { KeyValueList, type KeyValue } from '../../ui/parts.tsx';
import { SidePane } from '../../ui/side-pane.tsx';
import { useNow } from '../../ui/use-now.ts';
import { activityName, entryWords as words, outcomeSentence, subjectOf, tookTime } from '../../words/activity-words.ts';
import { exactTime } from '../../words/time.ts';
import { OutcomeMark } from './outcome-mark.tsx';

interface EntryDetailsProps {
  readonly entry: ActivityEntry;
  /** The entry is another now: what became of it was looked up. */
  readonly onChecked: (entry: ActivityEntry) => void;
  readonly onClose: () => void;
}

export function EntryDetails({ entry, onChecked, onClose }: EntryDetailsProps): ReactElement {
  const name = activityName(entry.action);
  return (
    <SidePane
      label={words.region(name)}
      title={name}
      subtitle={<span className="muted truncate">{subjectOf(entry)}</span>}
      closeLabel={words.close}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      {/* A region that scrolls is reached by the keys. */}
      <div className="side-pane-body" tabIndex={0} role="group" aria-label={name}>
        <Outcome key={entry.id} entry={entry} onChecked={onChecked} />
        <KeyValueList pairs={factsOf(entry)} />
        <section className="entry-sent" aria-label={words.sent}>
          <h3>{words.sent}</h3>
          <pre className="code selectable">{indented(entry.sent)}</pre>
        </section>
      </div>
    </SidePane>
  );
}

function Outcome({ entry, onChecked }: Pick<EntryDetailsProps, 'entry' | 'onChecked'>): ReactElement {
  const bridge = useBridge();
  const client = useQueryClient();
  const nowMs = useNow();
  const check = useMutation({
    mutationFn: () => ask(bridge.activity.check({ entryId: entry.id })),
    onSuccess: (checked) => {
      onChecked(checked);
      return client.invalidateQueries({ queryKey: queryKeys.activity });
    },
  });
  const failure = failureOf(check.error);
  const { outcome } = entry;
  const need = needOf(entry);
  return (
    <div className="entry-outcome">
      <OutcomeMark outcome={outcome} />
      <p role="status">{outcomeSentence(entry, nowMs)}</p>
      {need === 'nothingToLookUp' && <p className="muted">{words.noNeed}</p>}
      {need === 'look' && (
        <Button size="small" isPending={check.isPending} onPress={() => check.mutate()}>
          {outcome.kind === 'unknown' ? words.check : words.checkAgain}
        </Button>
      )}
      {failure !== null && <FailureNotice failure={failure} onDismiss={check.reset} />}
    </div>
  );
}

const ASKS_NOTHING: ReadonlySet<ActivityEntry['action']> = new Set(['token', 'pairCheck', 'handOff', 'plainExport']);

/** Whether somebody should look up what became of a call. One that was not found done may only be late. */
function needOf({ action, outcome }: ActivityEntry): 'none' | 'look' | 'nothingToLookUp' {
  const isOpen = outcome.kind === 'unknown' || (outcome.kind === 'found' && !outcome.happened);
  if (!isOpen) return 'none';
  return ASKS_NOTHING.has(action) ? 'nothingToLookUp' : 'look';
}

function factsOf({ atMs, hubName, operator, applicationName, registrationId, durationMs, ...entry }: ActivityEntry) {
  const failure = 'failure' in entry.outcome ? entry.outcome.failure : '';
  const facts: readonly KeyValue[] = [
    { key: words.time, value: exactTime(atMs) },
    { key: words.hub, value: hubName },
    { key: words.operator, value: operator },
    { key: words.application, value: applicationName },
    { key: words.registration, value: registrationId, isCode: true },
    { key: words.took, value: tookTime(durationMs) },
    { key: words.failure, value: failure, isCode: true },
  ];
  return facts.filter(({ value }) => value !== '');
}

/** The body below the first line is JSON more often than not. */
function indented(sent: string): string {
  const lineEnd = sent.indexOf('\n');
  if (lineEnd < 0) return sent;
  try {
    return `${sent.slice(0, lineEnd)}\n${JSON.stringify(JSON.parse(sent.slice(lineEnd + 1)), null, 2)}`;
  } catch {
    // A form, or a body that was cut: it stands as it is.
    return sent;
  }
}
