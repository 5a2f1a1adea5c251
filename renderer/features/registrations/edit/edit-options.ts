// What the form Edit is given, and what it tells: shared by the parts it consists of.
import type { EditOutcome } from '#contract/life-cycle.ts';
import type { Registration } from '#contract/registration.ts';
import type { EditTyping } from './edit-typing.ts';

export interface EditingOptions {
  readonly hubId: string;
  readonly registrationId: string;
  readonly typing: EditTyping;
  readonly onTyping: (typing: EditTyping) => void;
  /** The Hub has it, or had it already. */
  readonly onSaved: (kind: Exclude<EditOutcome['kind'], 'changedMeanwhile'>, registration: Registration) => void;
  /** Nothing of one's own is left to be sent after the others' values were chosen. */
  readonly onGivenUp: () => void;
  /** Something has to be shown, even if the dialog was closed meanwhile. */
  readonly onUnfinished: () => void;
}

export type EditDialogProps = EditingOptions & {
  /** What people call the registration. */
  readonly name: string;
  /** Its application name, which a draft remembers. */
  readonly applicationName: string;
  /** The form as the Hub's record fills it now: what *Start over* goes back to. */
  readonly onStartOver: () => void;
  /** It was kept as a draft instead of being sent. */
  readonly onKept: () => void;
  readonly registrations: readonly Registration[];
  readonly canAsk: boolean;
  readonly isOpen: boolean;
  /** What is typed, and what is on its way, stays as it is. */
  readonly onClose: () => void;
};
