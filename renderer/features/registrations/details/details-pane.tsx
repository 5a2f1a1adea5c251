// Everything the Hub sent about one registration.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { Registration } from '#contract/registration.ts';
import { ask, failureOf } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { KeyValueList, type KeyValue } from '../../../ui/parts.tsx';
import { ProgressBar } from '../../../ui/progress.tsx';
import { detailsWords as words, statusWord } from '../../../words/registration-words.ts';
import { keepRegistration } from '../saved-copy.ts';
import { SidePane } from '../side-pane.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { CopyButton } from './copy-button.tsx';
import { knownFields, otherFields, type DetailsField } from './details-fields.ts';
import { FieldValue } from './field-value.tsx';
import './details.css';

interface DetailsPaneProps {
  readonly hubId: string;
  readonly registration: Registration;
  /** False while the Hub cannot be asked; the list says why. */
  readonly canAsk: boolean;
  readonly onClose: () => void;
}

export function DetailsPane({ hubId, registration, canAsk, onClose }: DetailsPaneProps): ReactElement {
  const { id, applicationLabel, applicationName, status, withheldFields } = registration;
  const others = otherFields(registration);
  const title = applicationLabel || applicationName || id;
  return (
    <SidePane
      label={words.region(title)}
      title={title}
      subtitle={
        <span className="details-id">
          <code className="selectable">{id}</code>
          <CopyButton name="ID" text={id} />
        </span>
      }
      closeLabel={words.close}
      onClose={onClose}
    >
      <div className="side-pane-body">
        <ReadAgain key={id} hubId={hubId} registrationId={id} canAsk={canAsk}>
          <span className="details-status">
            <StatusMark status={status} />
            {statusWord(status) !== status.raw && <code className="selectable faint">{status.raw}</code>}
          </span>
        </ReadAgain>
        <KeyValueList pairs={knownFields(registration).map(pairOf)} />
        {(others.length > 0 || withheldFields.length > 0) && (
          <section className="details-others">
            <h3>{words.otherFields}</h3>
            <KeyValueList pairs={[...others.map(pairOf), ...withheldFields.map(withheldPair)]} />
          </section>
        )}
      </div>
    </SidePane>
  );
}

function pairOf(field: DetailsField): KeyValue {
  return { key: field.name, value: <FieldValue field={field} /> };
}

function withheldPair(name: string): KeyValue {
  return { key: name, value: <span className="muted">{words.withheld}</span> };
}

interface ReadAgainProps {
  readonly hubId: string;
  readonly registrationId: string;
  readonly canAsk: boolean;
  /** What may be out of date. */
  readonly children: ReactNode;
}

/** The status, and the button that asks for it anew. */
function ReadAgain({ hubId, registrationId, canAsk, children }: ReadAgainProps): ReactElement {
  const bridge = useBridge();
  const client = useQueryClient();
  const reading = useMutation({
    mutationFn: () => ask(bridge.registrations.read({ hubId, registrationId })),
    onSuccess: (registration) => keepRegistration(client, hubId, registration),
  });
  const failure = failureOf(reading.error);
  return (
    <div className="details-actions">
      {children}
      <Button
        size="small"
        icon={RefreshCw}
        isPending={reading.isPending}
        isDisabled={!canAsk}
        onPress={() => reading.mutate()}
      >
        {words.readAgain}
      </Button>
      {reading.isPending && <ProgressBar label={words.reading} />}
      {failure !== null && <FailureNotice failure={failure} onDismiss={reading.reset} />}
    </div>
  );
}
