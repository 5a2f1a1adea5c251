// What happened at a hub since the person last looked: a sentence that counts, then the entries, each a way to its registration.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Hub } from '#contract/credentials.ts';
import type { VisitSummary } from '#contract/review.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { queryKeys } from '../../app/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Section } from '../../ui/parts.tsx';
import { Portion } from '../../ui/portion.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import { useNow } from '../../ui/use-now.ts';
import { visitSentence, visitWords as words } from '../../words/history-words.ts';
import { momentLookedBackTo } from '../../words/time.ts';
import { VisitEntry } from './visit-entry.tsx';
import './review.css';

/** How many entries a press shows. */
const PORTION = 20;

interface SinceLastVisitProps {
  readonly hub: Hub;
  /** Shows a registration of this hub. */
  readonly onOpen: (registrationId: string) => void;
}

/** A section for the hub's overview; works offline. */
export function SinceLastVisit({ hub, onOpen }: SinceLastVisitProps): ReactElement {
  const bridge = useBridge();
  const client = useQueryClient();
  const hubId = hub.id;
  const summary = useQuery({
    queryKey: queryKeys.sinceLastVisit(hubId),
    queryFn: () => ask(bridge.review.sinceLastVisit({ hubId })),
  });
  const marking = useMutation({
    mutationFn: () => ask(bridge.review.markVisited({ hubId })),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.sinceLastVisit(hubId) }),
  });
  const failure = failureOf(summary.error ?? marking.error);
  const isAnythingNew = summary.data !== undefined && summary.data.entries.length > 0;
  return (
    <Section
      title={words.title}
      action={
        isAnythingNew && (
          <Button size="small" icon={Check} isPending={marking.isPending} onPress={() => marking.mutate()}>
            {words.markSeen}
          </Button>
        )
      }
    >
      {failure !== null && <FailureNotice failure={failure} />}
      {summary.isPending && <ProgressBar label={words.reading} />}
      {summary.data !== undefined && <Summary summary={summary.data} onOpen={onOpen} />}
    </Section>
  );
}

interface SummaryProps {
  readonly summary: VisitSummary;
  readonly onOpen: (registrationId: string) => void;
}

function Summary({ summary, onOpen }: SummaryProps): ReactElement {
  const nowMs = useNow();
  const { sinceMs, entries } = summary;
  const isFirst = sinceMs === null && entries.length === 0;
  const since = sinceMs === null ? words.firstRead : momentLookedBackTo(sinceMs, nowMs);
  const gone = goneIds(summary);
  const all = summary.appearedCount + summary.changedCount + summary.disappearedCount;
  return (
    <>
      <p role="status" className={entries.length === 0 ? 'muted' : 'visit-sentence'}>
        {isFirst ? words.first : visitSentence(summary, since)}{' '}
        {entries.length < all && <span className="muted">{words.newest(entries.length)}</span>}
      </p>
      {entries.length > 0 && (
        <Portion items={entries} size={PORTION}>
          {(shown) => (
            <ul className="visit-entries" aria-label={words.title}>
              {shown.map((entry, index) => (
                // Entries only come at the front: counted from the end, each keeps its number.
                <VisitEntry
                  key={entries.length - index}
                  entry={entry}
                  onOpen={gone.has(entry.registrationId) ? null : onOpen}
                />
              ))}
            </ul>
          )}
        </Portion>
      )}
    </>
  );
}

/** The registrations whose newest entry says that the Hub does not have them any more: there is nothing to open. */
function goneIds({ entries }: VisitSummary): ReadonlySet<string> {
  const newest = new Map(entries.toReversed().map(({ registrationId, kind }) => [registrationId, kind]));
  return new Set([...newest].filter(([, kind]) => kind === 'disappeared').map(([id]) => id));
}
