// What of the registrations screen is open: the selected row, its details, the form, the sentence about the last success.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { Registration, SavedCopy } from '#contract/registration.ts';
import type { ListFilter } from '#contract/settings.ts';
import { NO_FILTER } from '../../app/facets.ts';
import { queryKeys } from '../../app/query-keys.ts';
import { draftWords } from '../../words/draft-words.ts';
import { registeringWords } from '../../words/registering-words.ts';
import { listWords } from '../../words/registration-words.ts';
import type { HubContact } from './connectivity.ts';
import { focusRows } from './list/grid-focus.ts';
import type { Sent } from './register/register-step.ts';
import { useRegistering, type Registering } from './register/use-registering.ts';
import { keepRegistration } from './saved-copy.ts';
import { useSelection, type Selection } from './use-selection.ts';
import type { Whereabouts, Wish } from './use-whereabouts.ts';

interface Form {
  readonly isFormOpen: boolean;
  readonly registering: Registering;
  readonly openForm: () => void;
  readonly closeForm: () => void;
}

export interface Screen extends Selection, Form {
  /** One quiet sentence about what was just done. */
  readonly told: string | null;
  /** Changes what the list is narrowed to, from what it is now; always the same function. */
  readonly narrow: (change: Partial<ListFilter>) => void;
  /** From the search to the rows; Escape closes open details on the way. */
  readonly leaveSearch: (key: string) => void;
  /** Says it, until it is dismissed. */
  readonly tell: (sentence: string) => void;
  readonly dismiss: () => void;
  /** What was thought lost turned out to be registered: shows it. */
  readonly showRegistered: (registration: Registration) => void;
}

interface ScreenOptions {
  readonly hubId: string;
  readonly registrations: readonly Registration[];
  readonly contact: HubContact;
  readonly whereabouts: Whereabouts;
  readonly rootRef: RefObject<HTMLElement | null>;
  /** What the person came to do. */
  readonly wish: Wish | null;
}

export function useScreen({ hubId, registrations, contact, whereabouts, rootRef, wish }: ScreenOptions): Screen {
  const { move } = whereabouts;
  const selection = useSelection(whereabouts);
  const [told, setTold] = useState<string | null>(
    wish === null || wish === 'register' ? null : listWords.chooseFor[wish],
  );
  const showing = useShowing({ hubId, contact, whereabouts, select: selection.select, tell: setTold });
  const form = useForm({ hubId, registrations, showing, tell: setTold, wish });
  useFocusBack(rootRef, selection.isDetailsOpen);
  const { open } = selection;

  return {
    ...selection,
    ...form,
    told,
    open: useCallback(
      (id: string): void => {
        open(id);
        setTold(null);
      },
      [open],
    ),
    narrow: useCallback(
      (change: Partial<ListFilter>) => move(({ filter }) => ({ filter: { ...filter, ...change } })),
      [move],
    ),
    leaveSearch: (key) => {
      if (key === 'Escape') selection.closeDetails();
      focusList(rootRef);
    },
    tell: setTold,
    dismiss: () => setTold(null),
    showRegistered: (registration) => {
      form.registering.finish();
      showing.show(registration);
      form.closeForm();
      selection.open(registration.id);
    },
  };
}

interface FormOptions extends Pick<ScreenOptions, 'hubId' | 'registrations' | 'wish'> {
  readonly showing: Showing;
  readonly tell: (sentence: string | null) => void;
}

/** The form Register application, and where it leads. */
function useForm({ hubId, registrations, showing, tell, wish }: FormOptions): Form {
  const [isFormOpen, setFormOpen] = useState(wish === 'register');
  const registering = useRegistering(registrations, {
    hubId,
    onRegistered: (sent, made) => {
      setFormOpen(false);
      if (made === null) void showing.find(sent);
      else showing.show(made);
    },
    onUnfinished: () => setFormOpen(true),
    onKept: () => {
      setFormOpen(false);
      tell(draftWords.kept);
    },
  });
  return {
    isFormOpen,
    registering,
    openForm: () => {
      tell(null);
      setFormOpen(true);
    },
    closeForm: () => setFormOpen(false),
  };
}

interface ShowingOptions extends Pick<ScreenOptions, 'hubId' | 'contact' | 'whereabouts'> {
  readonly select: (id: string) => void;
  readonly tell: (sentence: string) => void;
}

interface Showing {
  /** Puts a new registration into the list, selects it and says so. */
  readonly show: (registration: Registration) => void;
  /** The same where the Hub took it without a word about what it made: the list tells. */
  readonly find: (sent: Sent) => Promise<void>;
}

function useShowing({ hubId, contact, whereabouts, select, tell }: ShowingOptions): Showing {
  const client = useQueryClient();
  const show = (registration: Registration): void => {
    keepRegistration(client, hubId, registration);
    // A filter that hides what was just made would look as if nothing had happened.
    whereabouts.move(() => ({ filter: NO_FILTER }));
    select(registration.id);
    tell(registeringWords.done(registration.applicationLabel, registration.id));
  };
  const find = async ({ form, knownIds }: Sent): Promise<void> => {
    tell(registeringWords.accepted(form.applicationLabel));
    await contact.readNow();
    const copy = client.getQueryData<SavedCopy | null>(queryKeys.savedRegistrations(hubId));
    const made = copy?.registrations.find(
      ({ id, applicationName }) => applicationName === form.applicationName && !knownIds.has(id),
    );
    if (made !== undefined) show(made);
  };
  return { show, find };
}

/** When the details close under the focus, it goes back to the row they were opened from. */
function useFocusBack(rootRef: RefObject<HTMLElement | null>, isOpen: boolean): void {
  const wasOpen = useRef(false);
  useEffect(() => {
    const isClosed = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    if (!isClosed || document.activeElement !== document.body) return;
    focusList(rootRef);
  }, [rootRef, isOpen]);
}

function focusList(rootRef: RefObject<HTMLElement | null>): void {
  const grid = rootRef.current?.querySelector<HTMLElement>('[role="grid"]');
  if (grid !== null && grid !== undefined) focusRows(grid);
}
