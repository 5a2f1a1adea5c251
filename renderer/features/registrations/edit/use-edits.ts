// Which registration is being edited, and what was typed about each: a closed form loses nothing.
import { useMemo, useState } from 'react';
import type { Registration } from '#contract/registration.ts';
import { freshTyping, isChanged, typingOf, type EditDraft, type EditTyping } from './edit-typing.ts';

/** A registration whose form is open, or was closed and keeps what is on its way. */
interface Opened {
  readonly registration: Registration;
  /** Tells one opening from the next, so that each begins with the form. */
  readonly turn: number;
}

export interface Edits {
  readonly opened: Opened | null;
  readonly isOpen: boolean;
  /** Null while nothing is opened. */
  readonly typing: EditTyping | null;
  readonly open: (registration: Registration) => void;
  /** Goes on with a draft; what was typed about the same registration and not kept comes first. */
  readonly openDraft: (registration: Registration, draft: EditDraft) => void;
  readonly reopen: () => void;
  readonly close: () => void;
  readonly type: (typing: EditTyping) => void;
  /** Loads the form anew, from the record as it is now. */
  readonly startOver: (registration: Registration) => void;
  /** It is done with: what was typed is sent, kept as a draft or given up. */
  readonly finish: (registrationId: string) => void;
}

export function useEdits(): Edits {
  const [typings, setTypings] = useState<Readonly<Record<string, EditTyping>>>({});
  const [opened, setOpened] = useState<Opened | null>(null);
  const [isOpen, setOpen] = useState(false);
  // The same object while nothing about it changes: whoever draws by it is not drawn anew.
  return useMemo(() => {
    const keep = (registrationId: string, typing: EditTyping): void =>
      setTypings((now) => ({ ...now, [registrationId]: typing }));
    return {
      opened,
      isOpen,
      typing: opened === null ? null : (typings[opened.registration.id] ?? null),
      open: (registration) => {
        const { id } = registration;
        const kept = typings[id];
        setOpen(true);
        if (kept !== undefined && isChanged(kept) && opened?.registration.id === id) return;
        if (kept === undefined || !isChanged(kept)) keep(id, freshTyping(registration));
        setOpened((now) => ({ registration, turn: (now?.turn ?? 0) + 1 }));
      },
      openDraft: (registration, draft) => {
        const typed = typings[registration.id];
        setOpen(true);
        if (typed === undefined || !isChanged(typed)) keep(registration.id, typingOf(draft));
        else if (opened?.registration.id === registration.id) return;
        setOpened((now) => ({ registration, turn: (now?.turn ?? 0) + 1 }));
      },
      reopen: () => setOpen(true),
      close: () => setOpen(false),
      type: (typing) => {
        if (opened !== null) keep(opened.registration.id, typing);
      },
      startOver: (registration) => keep(registration.id, freshTyping(registration)),
      finish: (registrationId) => {
        setTypings((now) => Object.fromEntries(Object.entries(now).filter(([id]) => id !== registrationId)));
        if (opened?.registration.id !== registrationId) return;
        setOpen(false);
        setOpened(null);
      },
    };
  }, [typings, opened, isOpen]);
}
