// The practice hub on the start screen: it starts, then hands over its credentials file to drag or to import.
import { FileKey2, FolderSearch, GripVertical } from 'lucide-react';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { PracticeHubStatus } from '#contract/app.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import { practiceWords as words } from '../../words/connect-words.ts';
import './practice-hub.css';

interface PracticeHubCardProps {
  /** The start that `Try the practice hub` asked for. */
  readonly start: UseMutationResult<PracticeHubStatus, Error, 'start' | 'stop'>;
  readonly onImport: () => void;
}

export function PracticeHubCard({ start, onImport }: PracticeHubCardProps): ReactElement {
  const failure = failureOf(start.error);
  if (failure !== null) {
    return (
      <FailureNotice
        failure={failure}
        actions={
          <Button size="small" onPress={() => start.mutate('start')}>
            {words.start}
          </Button>
        }
      />
    );
  }
  return (
    <section className="practice-card" aria-label={words.heading}>
      {start.data === undefined ? (
        <ProgressBar label={words.starting} />
      ) : (
        <PracticeFile status={start.data} onImport={onImport} />
      )}
    </section>
  );
}

interface PracticeFileProps {
  readonly status: PracticeHubStatus;
  readonly onImport: () => void;
}

function PracticeFile({ status, onImport }: PracticeFileProps): ReactElement {
  const bridge = useBridge();
  const show = useMutation({ mutationFn: () => ask(bridge.practiceHub.showFile()) });
  const drag = useMutation({ mutationFn: () => ask(bridge.practiceHub.dragFile()) });
  const failure = failureOf(show.error ?? drag.error);
  return (
    <>
      <DraggableFile name={status.credentialsFileName ?? ''} onDrag={() => drag.mutate()} />
      <div className="practice-words">
        <h2>{words.title}</h2>
        <p className="muted">{words.detail}</p>
        <p className="muted code selectable">{status.origin}</p>
      </div>
      <div className="practice-actions">
        <Button icon={FolderSearch} look="quiet" onPress={() => show.mutate()}>
          {words.showInFolder}
        </Button>
        <Button onPress={onImport}>{words.importIt}</Button>
      </div>
      {failure !== null && <FailureNotice failure={failure} />}
    </>
  );
}

/** The file as a thing to take hold of; main starts the real drag, so that a real path is dropped. */
function DraggableFile({ name, onDrag }: { readonly name: string; readonly onDrag: () => void }): ReactElement {
  return (
    <div
      className="practice-file"
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        onDrag();
      }}
    >
      <Icon of={GripVertical} />
      <Icon of={FileKey2} size={20} />
      <span className="truncate code">{name}</span>
    </div>
  );
}
