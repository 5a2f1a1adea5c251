// In the settings: the person's own key, its public half to be given to others, and the keys before it.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, Copy, KeyRound } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { OwnKey } from '#contract/hand-off.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { queryKeys } from '../../app/query-keys.ts';
import { SecretStateNotice } from '../../app/secret-state-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { KeyValueList, Section } from '../../ui/parts.tsx';
import { ProtectionFact } from '../../ui/protection-fact.tsx';
import { Time } from '../../ui/time.tsx';
import { keyWords as words } from '../../words/hand-off-words.ts';
import { DropKeysDialog } from './drop-keys-dialog.tsx';
import './hand-off.css';

export function OwnKeySection(): ReactElement {
  const bridge = useBridge();
  const client = useQueryClient();
  const own = useQuery({ queryKey: queryKeys.keys, queryFn: () => ask(bridge.keys.own()) });
  const make = useMutation({
    mutationFn: () => ask(bridge.keys.make()),
    onSuccess: (made) => client.setQueryData<OwnKey | null>(queryKeys.keys, made),
  });
  const failure = failureOf(make.error ?? own.error);
  const key = own.data ?? null;
  return (
    <Section
      title={words.section}
      lead={words.lead}
      action={
        <Button size="small" icon={KeyRound} isPending={make.isPending} onPress={() => make.mutate()}>
          {key === null ? words.make : words.makeAnother}
        </Button>
      }
    >
      {own.isSuccess && key === null && <p className="muted">{words.none}</p>}
      {key !== null && <KeyFacts own={key} />}
      {failure !== null && <FailureNotice failure={failure} />}
    </Section>
  );
}

function KeyFacts({ own }: { readonly own: OwnKey }): ReactElement {
  const bridge = useBridge();
  const copy = useMutation({ mutationFn: () => ask(bridge.app.copyText({ text: own.publicKey })) });
  const [isDropping, setDropping] = useState(false);
  const failure = failureOf(copy.error);
  return (
    <>
      <KeyValueList
        pairs={[
          { key: words.publicKey, value: own.publicKey, isCode: true },
          { key: words.made, value: <Time ofMs={own.madeAtMs} /> },
          { key: words.kept, value: <ProtectionFact protection={own.protection} /> },
          ...(own.earlierKeys === 0 ? [] : [{ key: words.earlier, value: words.earlierValue(own.earlierKeys) }]),
        ]}
      />
      <SecretStateNotice kind="ownKey" state={own.secretState} protection={own.protection} />
      <SessionNotice own={own} />
      {failure !== null && <FailureNotice failure={failure} />}
      <div className="section-buttons">
        <Button size="small" icon={copy.isSuccess ? Check : Copy} onPress={() => copy.mutate()}>
          {copy.isSuccess ? words.copied : words.copy}
        </Button>
        {own.earlierKeys > 0 && (
          <Button size="small" look="quiet" onPress={() => setDropping(true)}>
            {words.dropEarlier}
          </Button>
        )}
      </div>
      {isDropping && <DropKeysDialog onClose={() => setDropping(false)} />}
    </>
  );
}

/** Nothing where the key outlives this run, or is gone already. */
function SessionNotice({ own: { secretState, protection } }: { readonly own: OwnKey }): ReactElement | null {
  const isOfThisRun = secretState === 'ready' && protection.level === 'sessionOnly';
  return isOfThisRun ? <Notice kind="caution">{words.sessionOnly}</Notice> : null;
}
