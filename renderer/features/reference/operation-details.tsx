// Everything that is known of one call, and the way to the form that makes it.
import type { ReactElement } from 'react';
import type { ReferenceOperation, ReferenceResponse } from '#contract/reference.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { referenceWords as words, tryItHint } from '../../words/reference-words.ts';
import { Evidence } from './evidence.tsx';
import { FieldsTable } from './fields-table.tsx';

export type TryIt = NonNullable<ReferenceOperation['tryIt']>;

interface OperationDetailsProps {
  readonly operation: ReferenceOperation;
  readonly onTryIt: (tryIt: TryIt) => void;
}

export function OperationDetails({ operation, onTryIt }: OperationDetailsProps): ReactElement {
  const { method, path, summary, description, evidence, sources, tryIt } = operation;
  const title = summary === '' ? path : summary;
  return (
    <article className="reference-details" aria-label={title}>
      <header className="reference-details-head">
        <h2 className="selectable">{title}</h2>
        {evidence !== null && <Evidence mark={evidence} />}
      </header>
      <p className="reference-call code selectable">
        <span className="reference-method">{method}</span> {path}
      </p>
      <div className="reference-try">
        {tryIt !== null && (
          <Button look="primary" onPress={() => onTryIt(tryIt)}>
            {words.tryIt}
          </Button>
        )}
        <p className="muted">{tryItHint(tryIt)}</p>
      </div>
      {description !== '' && <p className="reference-text selectable">{description}</p>}
      {sources !== '' && (
        <p className="muted selectable">
          {words.sources}: {sources}
        </p>
      )}
      <h3>{words.fields}</h3>
      <FieldsTable fields={operation.fields} />
      {operation.requestExample !== null && (
        <>
          <h3>{words.requestExample}</h3>
          <pre className="reference-example code selectable">{operation.requestExample}</pre>
        </>
      )}
      <h3>{words.responses}</h3>
      <ul className="reference-responses">
        {operation.responses.map((response, index) => (
          <Response key={response.status} response={response} isFirst={index === 0} />
        ))}
      </ul>
    </article>
  );
}

interface ResponseProps {
  readonly response: ReferenceResponse;
  readonly isFirst: boolean;
}

function Response({ response, isFirst }: ResponseProps): ReactElement {
  const { status, description, example } = response;
  return (
    <li>
      <p className="selectable">
        <code className="reference-status">{status}</code> {description}
      </p>
      {example !== null && (
        <Disclosure title={words.example} isOpenAtFirst={isFirst}>
          <pre className="reference-example code selectable">{example}</pre>
        </Disclosure>
      )}
    </li>
  );
}
