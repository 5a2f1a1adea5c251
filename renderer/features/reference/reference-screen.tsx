// The API at hand: the calls at the left, what is known of one at the right, and whose description it is.
import { useState, type ReactElement } from 'react';
import type { Hub } from '#contract/credentials.ts';
import type { ReferenceDocument } from '#contract/reference.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { ViewHead } from '../../ui/parts.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { documentWords, foundWords, referenceWords as words } from '../../words/reference-words.ts';
import { AddressForm } from './address-form.tsx';
import { EvidenceLegend } from './evidence.tsx';
import { findOperations } from './find-operations.ts';
import { OperationDetails, type TryIt } from './operation-details.tsx';
import { OperationList } from './operation-list.tsx';
import { useReference, useReferenceAddress, type Reference } from './use-reference.ts';
import './reference.css';

interface ReferenceScreenProps {
  readonly hub: Hub;
  /** The person wants to make a call: shows the form it is made with. */
  readonly onTryIt: (tryIt: TryIt) => void;
}

/** The whole screen; another hub starts with a fresh one. */
export function ReferenceScreen({ hub, onTryIt }: ReferenceScreenProps): ReactElement {
  const reference = useReference(hub.id);
  const { shown, isReading } = reference;
  return (
    <div className="reference">
      <div className="reference-head">
        <ViewHead title={words.title} aside={shown === null ? undefined : documentWords(shown)} />
        {isReading && <ProgressBar label={words.reading} />}
      </div>
      <About key={hub.id} hubId={hub.id} reference={reference} />
      {shown === null ? <div /> : <Calls key={`${hub.id} ${shown.source}`} document={shown} onTryIt={onTryIt} />}
    </div>
  );
}

/** Whose description is shown, what its marks mean, and why it is not the Hub's own. */
function About({ hubId, reference }: { readonly hubId: string; readonly reference: Reference }): ReactElement {
  const address = useReferenceAddress(hubId);
  const { shown, failure, retry } = reference;
  return (
    <div className="reference-about">
      {shown?.source === 'ours' && (
        <Disclosure title={words.marks}>
          <EvidenceLegend />
        </Disclosure>
      )}
      {address !== undefined && (
        <Disclosure title={words.own}>
          <AddressForm hubId={hubId} address={address} />
        </Disclosure>
      )}
      {failure !== null && (
        <>
          <FailureNotice failure={failure} actions={<Button onPress={retry}>{words.retry}</Button>} />
          <p className="muted">{words.oursInstead}</p>
        </>
      )}
    </div>
  );
}

interface CallsProps {
  readonly document: ReferenceDocument;
  readonly onTryIt: (tryIt: TryIt) => void;
}

function Calls({ document, onTryIt }: CallsProps): ReactElement {
  const [text, setText] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const { operations } = document;
  const found = findOperations(operations, text);
  // What is shown is always one of those listed: the chosen one if it is among them, else the first.
  const operation = found.find(({ id }) => id === chosenId) ?? found[0] ?? null;
  return (
    <div className="reference-main">
      <div className="reference-side">
        <div className="reference-search">
          <SearchField label={words.find} value={text} onChange={setText} />
          <span role="status" className="muted tabular">
            {foundWords(found.length, operations.length)}
          </span>
        </div>
        {found.length > 0 ? (
          <OperationList operations={found} selectedId={operation?.id ?? null} onSelect={setChosenId} />
        ) : (
          <p className="reference-none muted">
            {operations.length === 0 ? words.nothingDescribed : words.nothingFound}
          </p>
        )}
      </div>
      <div className="reference-pane">
        {operation !== null && <OperationDetails key={operation.id} operation={operation} onTryIt={onTryIt} />}
      </div>
    </div>
  );
}
