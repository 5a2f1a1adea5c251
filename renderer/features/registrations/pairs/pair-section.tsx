// The pairs of one registration in its details: what is kept of them, and what can be done with each.
import type { ReactElement } from 'react';
import type { Registration } from '#contract/registration.ts';
import { failureOf } from '../../../app/ask.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { noPairSentence, pairWords as words } from '../../../words/pair-words.ts';
import { PairCard } from './pair-card.tsx';
import { useRegistrationPairs } from './registration-pairs.ts';

interface PairSectionProps {
  readonly hubId: string;
  readonly registration: Registration;
  /** False while the Hub cannot be asked: a pair cannot be checked then. */
  readonly canAsk: boolean;
}

export function PairSection({ hubId, registration, canAsk }: PairSectionProps): ReactElement {
  const pairs = useRegistrationPairs(hubId, registration.id);
  const failure = failureOf(pairs.error);
  return (
    <section className="details-part" aria-label={words.title}>
      <h3>{words.title}</h3>
      {failure !== null && <FailureNotice failure={failure} />}
      {pairs.data?.length === 0 && <p className="muted">{noPairSentence(registration.status.kind)}</p>}
      {pairs.data?.map((pair) => (
        <PairCard key={pair.id} pair={pair} canAsk={canAsk} />
      ))}
    </section>
  );
}
