// The form Edit of whichever registration is being edited.
import type { ReactElement } from 'react';
import type { Registration } from '#contract/registration.ts';
import { settle } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { conflictWords, editDialogWords } from '../../../words/edit-words.ts';
import { nameOf } from '../../../words/life-cycle-words.ts';
import type { Told } from '../life-cycle/told.ts';
import { EditDialog } from './edit-dialog.tsx';
import type { Edits } from './use-edits.ts';

interface EditOfProps {
  readonly hubId: string;
  readonly edits: Edits;
  readonly registrations: readonly Registration[];
  readonly canAsk: boolean;
  readonly onTold: (told: Told) => void;
}

export function EditOf({ hubId, edits, registrations, canAsk, onTold }: EditOfProps): ReactElement | null {
  const bridge = useBridge();
  const { opened, typing, isOpen } = edits;
  if (opened === null || typing === null) return null;
  const { registration } = opened;
  const { id } = registration;
  const name = nameOf(registration);
  const end = (sentence: string, call: Told['call']): void => {
    edits.finish(id);
    onTold({ registrationId: id, sentence, call, undo: null });
  };
  return (
    <EditDialog
      key={opened.turn}
      hubId={hubId}
      registrationId={id}
      name={name}
      applicationName={registration.applicationName}
      typing={typing}
      registrations={registrations}
      canAsk={canAsk}
      isOpen={isOpen}
      onTyping={edits.type}
      onStartOver={() => edits.startOver(registrations.find((known) => known.id === id) ?? registration)}
      onSaved={(kind) => {
        if (typing.draftId !== null) void settle(bridge.drafts.remove({ draftId: typing.draftId }));
        if (kind === 'saved') end(editDialogWords.saved(name), 'edit');
        else end(editDialogWords.nothingToChange(name), null);
      }}
      onGivenUp={() => end(conflictWords.keptTheirs(name), null)}
      onKept={() => end(editDialogWords.kept(name), null)}
      onUnfinished={edits.reopen}
      onClose={edits.close}
    />
  );
}
