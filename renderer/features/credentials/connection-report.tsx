// What a test of the connection saw, told in place.
import type { ReactElement } from 'react';
import type { ConnectionReport as Report } from '#contract/credentials.ts';
import { Notice } from '../../ui/notice.tsx';
import { Facts } from '../../ui/parts.tsx';
import { deservesHint } from '../../words/access-group.ts';
import { wholeNumber } from '../../words/numbers.ts';
import { accessGroupHint, reportWords as words } from '../../words/review-words.ts';

export function ConnectionReport({ report }: { readonly report: Report }): ReactElement {
  const { operator, accessGroup, registrationCount, tokenLifetimeSeconds, durationMs } = report;
  return (
    <Notice kind="positive" isLive title={words.connected(durationMs)}>
      <Facts
        pairs={[
          { key: words.operator, value: operator ?? words.unknown },
          { key: words.accessGroup, value: accessGroup ?? words.unknown },
          { key: words.registrations, value: wholeNumber(registrationCount) },
          { key: words.lifetime, value: words.lifetimeValue(tokenLifetimeSeconds) },
        ]}
      />
      {deservesHint(accessGroup) && <p className="report-hint">{accessGroupHint(accessGroup)}</p>}
    </Notice>
  );
}
