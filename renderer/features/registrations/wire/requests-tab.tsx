// What went over the wire about one registration in this run, and what its calls would send.
import type { ReactElement } from 'react';
import type { LastExchangeInput, WireSubject } from '#contract/life-cycle-inputs.ts';
import type { WireExchange } from '#contract/wire.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Time } from '../../../ui/time.tsx';
import { answerInShort, callName, showRequestOf, wireWords as words } from '../../../words/wire-words.ts';
import { useLastExchanges } from './last-exchange.ts';
import { ShowRequest } from './show-request.tsx';
import { AnswerText, RequestText } from './wire-text.tsx';

const ACTIONS = ['enableSync', 'disable', 'enable', 'deactivate', 'reactivate', 'delete'] as const;
const CALLS = ['read', 'edit', ...ACTIONS] as const;

interface RequestsTabProps {
  readonly hubId: string;
  readonly registrationId: string;
}

export function RequestsTab({ hubId, registrationId }: RequestsTabProps): ReactElement {
  const made = useLastExchanges([
    ...CALLS.map((call) => ({ hubId, registrationId, call })),
    { hubId, registrationId: null, call: 'register' as const },
  ]).filter(({ call, exchange }) => call !== 'register' || exchange.body.includes(`"${registrationId}"`));
  const subjects: readonly (WireSubject & { readonly kind: 'read' | 'action' })[] = [
    { kind: 'read', hubId, registrationId },
    ...ACTIONS.map((action) => ({ kind: 'action' as const, hubId, registrationId, action })),
  ];
  return (
    <div className="requests">
      <section className="requests-part" aria-label={words.made}>
        <h3>{words.made}</h3>
        {made.length === 0 && <p className="muted">{words.noneMade}</p>}
        {made.map(({ call, exchange }) => (
          <Exchange key={call} call={call} exchange={exchange} />
        ))}
      </section>
      <section className="requests-part" aria-label={words.makeable}>
        <h3>{words.makeable}</h3>
        {subjects.map((subject) => (
          <ShowRequest
            key={subject.kind === 'action' ? subject.action : subject.kind}
            title={showRequestOf(subject.kind === 'action' ? subject.action : subject.kind)}
            subject={subject}
          />
        ))}
      </section>
    </div>
  );
}

interface ExchangeProps {
  readonly call: LastExchangeInput['call'];
  readonly exchange: WireExchange;
}

function Exchange({ call, exchange }: ExchangeProps): ReactElement {
  return (
    <Disclosure title={`${callName(call)}: ${answerInShort(exchange.status, exchange.durationMs)}`}>
      <p className="muted">
        {words.sent} <Time ofMs={exchange.atMs} />
      </p>
      <h4 className="requests-heading">{words.request}</h4>
      <RequestText request={exchange.request} />
      <h4 className="requests-heading">{words.answer}</h4>
      <AnswerText exchange={exchange} />
    </Disclosure>
  );
}
