// The pair that a step has just given, or the plain word that its answer held none.
import type { ReactElement } from 'react';
import type { PairOutcome } from '#contract/life-cycle.ts';
import { Notice } from '../../../ui/notice.tsx';
import { receivedPairWords as words } from '../../../words/pair-words.ts';
import { PairCard } from './pair-card.tsx';

interface ReceivedPairProps {
  readonly outcome: Exclude<PairOutcome, { kind: 'notExpected' }>;
}

export function ReceivedPair({ outcome }: ReceivedPairProps): ReactElement {
  if (outcome.kind === 'absent') {
    return (
      <Notice kind="caution" isLive title={words.absent}>
        {words.absentDetail}
      </Notice>
    );
  }
  return (
    <>
      <Notice kind="positive" isLive title={words.kept}>
        {words.keptDetail}
      </Notice>
      <PairCard pair={outcome.pair} canAsk />
    </>
  );
}
