// Who the Hub takes us for, and how long its token lasts: said in the title area, for the credential in use.
import { ClockAlert, KeyRound, TriangleAlert } from 'lucide-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Focusable } from 'react-aria-components/Focusable';
import type { TokenStatus } from '#contract/credentials.ts';
import { ask } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { useTokenStatus } from '../../app/queries.ts';
import { queryKeys } from '../../app/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { WithTooltip } from '../../ui/tooltip.tsx';
import { useNow } from '../../ui/use-now.ts';
import { deservesHint } from '../../words/access-group.ts';
import { CLOCK_OFF, clockWords, isClockOff } from '../../words/clock-words.ts';
import { accessGroupHint } from '../../words/review-words.ts';
import { shellWords, tokenWords } from '../../words/shell-words.ts';

export function HubIdentity({ credentialId }: { readonly credentialId: string }): ReactElement | null {
  const { data: token } = useTokenStatus(credentialId);
  if (token === undefined) return null;
  return (
    <div className="identity">
      {token.operator !== null && <span className="truncate">{token.operator}</span>}
      {token.accessGroup !== null && <AccessGroup group={token.accessGroup} />}
      {isClockOff(token.clockAheadMs) && <ClockOff aheadMs={token.clockAheadMs} />}
      <TokenLeft token={token} />
    </div>
  );
}

function AccessGroup({ group }: { readonly group: string }): ReactElement {
  if (!deservesHint(group)) return <span className="muted truncate">{group}</span>;
  return (
    <WithTooltip text={accessGroupHint(group)}>
      <Focusable>
        <span className="identity-hint" role="note" aria-label={`${group}. ${accessGroupHint(group)}`}>
          <Icon of={TriangleAlert} />
          <span className="truncate">{group}</span>
        </span>
      </Focusable>
    </WithTooltip>
  );
}

function ClockOff({ aheadMs }: { readonly aheadMs: number }): ReactElement {
  const words = clockWords(aheadMs);
  return (
    <WithTooltip text={words}>
      <Focusable>
        <span className="identity-hint" role="note" aria-label={words}>
          <Icon of={ClockAlert} />
          <span className="truncate">{CLOCK_OFF}</span>
        </span>
      </Focusable>
    </WithTooltip>
  );
}

function TokenLeft({ token }: { readonly token: TokenStatus }): ReactElement {
  const bridge = useBridge();
  const client = useQueryClient();
  const nowMs = useNow();
  const forget = useMutation({
    mutationFn: () => ask(bridge.tokens.forget({ credentialId: token.credentialId })),
    onSuccess: (status) => client.setQueryData(queryKeys.token(token.credentialId), status),
  });
  return (
    <>
      <span className="identity-token muted tabular">
        <Icon of={KeyRound} />
        {tokenWords(token, nowMs)}
      </span>
      {token.state === 'valid' && (
        <Button size="small" look="quiet" isPending={forget.isPending} onPress={() => forget.mutate()}>
          {shellWords.forgetToken}
        </Button>
      )}
      {forget.isError && (
        <span role="alert" className="identity-problem truncate">
          {shellWords.forgetFailed}
        </span>
      )}
    </>
  );
}
