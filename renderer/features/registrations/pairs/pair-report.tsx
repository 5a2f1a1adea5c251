// What the token endpoint said to a pair.
import type { ReactElement } from 'react';
import type { PairReport } from '#contract/life-cycle.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Facts } from '../../../ui/parts.tsx';
import { pairWords as words } from '../../../words/pair-words.ts';

interface PairReportNoticeProps {
  readonly report: PairReport;
  readonly onDismiss: () => void;
}

export function PairReportNotice({ report, onDismiss }: PairReportNoticeProps): ReactElement {
  return (
    <Notice kind="positive" isLive title={words.checked(report.durationMs)} onDismiss={onDismiss}>
      <Facts
        pairs={[
          { key: words.lifetime, value: words.lifetimeValue(report.tokenLifetimeSeconds) },
          { key: words.operator, value: report.operator ?? words.unknown },
          { key: words.accessGroup, value: report.accessGroup ?? words.unknown },
        ]}
      />
    </Notice>
  );
}
