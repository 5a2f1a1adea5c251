// One registration: its life cycle and what can be done, then its fields, its history and its requests.
import type { ReactElement } from 'react';
import type { LifeCycleAction } from '#contract/registration-actions.ts';
import type { Registration } from '#contract/registration.ts';
import { SidePane } from '../../../ui/side-pane.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { detailsTabWords as tabWords, nameOf } from '../../../words/life-cycle-words.ts';
import { detailsWords as words } from '../../../words/registration-words.ts';
import type { Asked } from '../life-cycle/acting-step.ts';
import { LifeCycleSection } from '../life-cycle/life-cycle-section.tsx';
import type { Told } from '../life-cycle/told.ts';
import { RequestsTab } from '../wire/requests-tab.tsx';
import { CopyButton } from './copy-button.tsx';
import { DetailsTab } from './details-tab.tsx';
import { HistoryList } from './history-list.tsx';
import { ReadAgain } from './read-again.tsx';
import { ToldNotice } from './told-notice.tsx';
import './details.css';

interface DetailsPaneProps {
  readonly hubId: string;
  readonly registration: Registration;
  /** False while the Hub cannot be asked; the list says why. */
  readonly canAsk: boolean;
  /** Whose step of the life cycle is on its way; null when none is. */
  readonly busyWith: string | null;
  /** The step of this registration that is on its way; null when none is. */
  readonly underWay: LifeCycleAction | null;
  readonly told: Told | null;
  readonly onMove: (asked: Asked) => void;
  readonly onEdit: () => void;
  readonly onDismiss: () => void;
  readonly onClose: () => void;
}

export function DetailsPane(props: DetailsPaneProps): ReactElement {
  const { hubId, registration, canAsk, busyWith, underWay, told, onMove, onEdit, onDismiss, onClose } = props;
  const { id } = registration;
  const title = nameOf(registration);
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
        <ReadAgain hubId={hubId} registration={registration} canAsk={canAsk} />
        {told !== null && (
          <ToldNotice
            hubId={hubId}
            status={registration.status}
            told={told}
            isUndoing={underWay !== null && underWay === told.undo}
            canUndo={canAsk && busyWith === null}
            onUndo={(action) => onMove({ registration, way: [action], isCertain: true })}
            onDismiss={onDismiss}
          />
        )}
        <LifeCycleSection
          hubId={hubId}
          registration={registration}
          canAsk={canAsk}
          busyWith={busyWith}
          underWay={underWay}
          onStep={(step) => (step.kind === 'edit' ? onEdit() : onMove({ ...step, registration }))}
        />
        <Tabs
          label={tabWords.tabs}
          tabs={[
            {
              id: 'details',
              label: tabWords.details,
              content: <DetailsTab hubId={hubId} registration={registration} canAsk={canAsk} />,
            },
            { id: 'history', label: tabWords.history, content: <HistoryList hubId={hubId} registrationId={id} /> },
            { id: 'requests', label: tabWords.requests, content: <RequestsTab hubId={hubId} registrationId={id} /> },
          ]}
        />
      </div>
    </SidePane>
  );
}
