// The details of a registration with everything that can be done there. What is asked, typed or on its way outlives the
// pane: it may be closed, and the registration may leave the list meanwhile.
import { useState, type ReactElement } from 'react';
import type { Registration } from '#contract/registration.ts';
import { actionWords, deleteWayWords, nameOf } from '../../../words/life-cycle-words.ts';
import { EditOf } from '../edit/edit-of.tsx';
import type { Edits } from '../edit/use-edits.ts';
import { ActionDialog } from '../life-cycle/action-dialog.tsx';
import { lastOf, opposite } from '../life-cycle/acting-step.ts';
import { useActing, type Finished } from '../life-cycle/use-acting.ts';
import { DetailsPane } from './details-pane.tsx';
import type { Told } from './told-notice.tsx';

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
  const { hubId, registration, registrations, edits, canAsk, onClose, onTell } = props;
  const [told, setTold] = useState<Told | null>(null);
  const control = useActing({
    hubId,
    onFinished: (finished) => {
      if (lastOf(finished.way) !== 'delete') {
        setTold(toldOf(finished));
        return;
      }
      onClose();
      onTell(deletedSentence(finished));
    },
  });
  const { acting, isBusy } = control;
  return (
    <>
      {registration !== null && (
        <DetailsPane
          key={registration.id}
          hubId={hubId}
          registration={registration}
          canAsk={canAsk}
          busyWith={isBusy && acting !== null ? nameOf(acting.asked.registration) : null}
          told={told?.registrationId === registration.id ? told : null}
          onDismiss={() => setTold(null)}
          onClose={onClose}
          onEdit={() => {
            setTold(null);
            edits.open(registration);
          }}
          onMove={(asked) => {
            setTold(null);
            control.ask(asked);
          }}
        />
      )}
      <ActionDialog hubId={hubId} control={control} canAsk={canAsk} />
      <EditOf hubId={hubId} edits={edits} registrations={registrations} canAsk={canAsk} onTold={setTold} />
    </>
  );
}

function toldOf({ registration, way }: Finished): Told {
  const action = lastOf(way);
  return {
    registrationId: registration.id,
    sentence: actionWords[action].done(nameOf(registration)),
    call: action,
    undo: opposite(action),
  };
}

function deletedSentence({ registration, way }: Finished): string {
  const name = nameOf(registration);
  return way.length > 1 ? deleteWayWords.done(name) : actionWords.delete.done(name);
}
