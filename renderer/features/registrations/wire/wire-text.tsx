// A request and its answer as text, the way they go over the wire.
import { useMutation } from '@tanstack/react-query';
import { Check, Terminal } from 'lucide-react';
import type { ReactElement } from 'react';
import type { WireExchange, WireRequest } from '#contract/wire.ts';
import { ask } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { answerInShort, wireWords as words } from '../../../words/wire-words.ts';
import './wire.css';

const TOLD_FOR_MS = 2_000;

export function RequestText({ request }: { readonly request: WireRequest }): ReactElement {
  const { method, url, headers, body } = request;
  const text = [`${method} ${url}`, ...headers.map(({ name, value }) => `${name}: ${value}`)].join('\n');
  return (
    <div className="wire">
      <pre className="wire-text code selectable" tabIndex={0} aria-label={words.request}>
        {body === null ? text : `${text}\n\n${body}`}
      </pre>
      <CopyCurl command={request.curl} />
    </div>
  );
}

function CopyCurl({ command }: { readonly command: string }): ReactElement {
  const bridge = useBridge();
  const copy = useMutation({
    mutationFn: () => ask(bridge.app.copyText({ text: command })),
    onSuccess: () => void setTimeout(copy.reset, TOLD_FOR_MS),
  });
  return (
    <div className="wire-copy">
      <Button size="small" icon={copy.isSuccess ? Check : Terminal} onPress={() => copy.mutate()}>
        {copy.isSuccess ? words.curlCopied : words.copyCurl}
      </Button>
      <span className="muted">{words.curlWhy}</span>
    </div>
  );
}

/** The answer of a call: status, time, body. */
export function AnswerText({ exchange }: { readonly exchange: WireExchange }): ReactElement {
  const { status, durationMs, body } = exchange;
  return (
    <div className="wire">
      <p className="tabular">{answerInShort(status, durationMs)}</p>
      {status !== null && (
        <pre className="wire-text code selectable" tabIndex={0} aria-label={words.answer}>
          {body === '' ? words.emptyBody : body}
        </pre>
      )}
    </div>
  );
}
