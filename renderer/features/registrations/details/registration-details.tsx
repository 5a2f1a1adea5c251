// The details of a registration with everything that can be done there. What is asked, typed or on its way outlives the
// pane: it may be closed, the registration may leave the list meanwhile, and the person may be on another screen.
import { useEffect, useEffectEvent, type ReactElement } from 'react';
import type { LifeCycleAction } from '#contract/registration-actions.ts';
import type { Registration } from '#contract/registration.ts';
import { nameOf } from '../../../words/life-cycle-words.ts';
import { EditOf } from '../edit/edit-of.tsx';
import type { Edits } from '../edit/use-edits.ts';
import { ActionDialog } from '../life-cycle/action-dialog.tsx';
import { lastOf, type Acting } from '../life-cycle/acting-step.ts';
import { useHubSteps, useStepsUnderWay } from '../life-cycle/steps-under-way.tsx';
import type { Told } from '../life-cycle/told.ts';
import { useActing } from '../life-cycle/use-acting.ts';
import { DetailsPane } from './details-pane.tsx';

interface RegistrationDetailsProps {
  readonly hubId: string;
  /** What the pane shows; null while it is closed. */
  readonly registration: Registration | null;
  readonly registrations: readonly Registration[];
  /** What is being edited; a draft can be opened from elsewhere too. */
  readonly edits: Edits;
  /** False while the Hub cannot be asked; the list says why. */
  readonly canAsk: boolean;
  readonly onClose: () => void;
  /** One sentence about a registration that has left the list. */
  readonly onTell: (sentence: string) => void;
}

export function RegistrationDetails(props: RegistrationDetailsProps): ReactElement {
  const { hubId, registration, registrations, edits, canAsk, onClose } = props;
  const { told, change } = useTold(props);
  const control = useActing(hubId);
  const { acting, isBusy } = control;
  const setTold = (next: Told | null): void => change(hubId, () => ({ told: next, isNews: false }));
  return (
    <>
      {registration !== null && (
        <DetailsPane
          key={registration.id}
          hubId={hubId}
          registration={registration}
          canAsk={canAsk}
          busyWith={isBusy && acting !== null ? nameOf(acting.asked.registration) : null}
          underWay={isBusy ? underWayAt(registration, acting) : null}
          told={told?.registrationId === registration.id ? told : null}
          onDismiss={() => setTold(null)}
          onClose={onClose}
          onEdit={() => {
            setTold(null);
            edits.open(registration);
          }}
          onMove={control.ask}
        />
      )}
      <ActionDialog hubId={hubId} control={control} canAsk={canAsk} />
      <EditOf hubId={hubId} edits={edits} registrations={registrations} canAsk={canAsk} onTold={setTold} />
    </>
  );
}

/** What was just done at this hub. While the details are here, it is told here. */
function useTold({ hubId, registration, onClose, onTell }: RegistrationDetailsProps): {
  readonly told: Told | null;
  readonly change: ReturnType<typeof useStepsUnderWay>['change'];
} {
  const { change, lookOn } = useStepsUnderWay();
  const { told } = useHubSteps(hubId);
  const registrationId = registration?.id ?? null;
  const onDeleted = useEffectEvent(({ registrationId: deletedId, sentence }: Told) => {
    if (registrationId === null || registrationId === deletedId) onClose();
    onTell(sentence);
  });
  useEffect(
    () => lookOn(hubId, { registrationId, onDeleted: (deleted) => onDeleted(deleted) }),
    [lookOn, hubId, registrationId],
  );
  return { told, change };
}

function underWayAt({ id }: Registration, acting: Acting | null): LifeCycleAction | null {
  return acting?.asked.registration.id === id ? lastOf(acting.asked.way) : null;
}
