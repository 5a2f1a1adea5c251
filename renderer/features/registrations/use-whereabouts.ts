// Where on the screen a person is: what the list is narrowed to, in which order, and whose details are open. The frame hears of it and
// can lead elsewhere, so that back and forward work; the screen itself never waits for the frame.
import { startTransition, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { RegistrationAction } from '#contract/registration-actions.ts';
import type { ListFilter } from '#contract/settings.ts';
import { NO_FILTER } from '../../app/facets.ts';
import type { SortOrder } from './list/arrangement.ts';

const FIRST_ORDER: SortOrder = { column: 'label', direction: 'ascending' };

/** What the frame tells: nothing narrows what it does not name, and nothing is open unless it says so. */
export interface GivenPlace {
  readonly filter?: Partial<ListFilter>;
  readonly openId?: string;
  readonly order?: SortOrder;
  readonly wish?: Wish;
}

/** What the person came to do: the form opens, or they are told to choose a registration for it. */
export type Wish = 'register' | 'read' | RegistrationAction;

/**
 * Hears where the person went, every keystroke, and must hand it back as the `place`. `isStep` is true when details were
 * opened or closed: a step to go back over; all else only tells the same visit more exactly.
 */
export type OnPlace = (place: GivenPlace & { readonly filter: ListFilter }, isStep: boolean) => void;

interface Standing {
  readonly filter: ListFilter;
  readonly order: SortOrder;
  readonly openId: string | null;
}

export interface Whereabouts extends Standing {
  /** Goes on from where one is; the same function for the whole life of the screen. */
  readonly move: (to: (from: Standing) => Partial<Standing>) => void;
}

interface Kept {
  readonly standing: Standing;
  /** What the frame said last. */
  readonly given: GivenPlace | undefined;
  /** What was told to the frame and has not come back yet, first told first. */
  readonly told: readonly GivenPlace[];
}

export function useWhereabouts(place: GivenPlace | undefined, onPlace: OnPlace | undefined): Whereabouts {
  const [kept, setKept] = useState<Kept>(() => ({ standing: standingAt(place), given: place, told: [] }));
  const renewed = isSamePlace(kept.given, place) ? kept : afterGiven(kept, place);
  if (renewed !== kept) setKept(renewed);
  const { standing } = renewed;

  const now = useRef({ standing, onPlace });
  useLayoutEffect(() => {
    now.current = { standing, onPlace };
  }, [standing, onPlace]);

  const move = useCallback((to: (from: Standing) => Partial<Standing>): void => {
    const { standing: from, onPlace: tell } = now.current;
    const next = { ...from, ...to(from) };
    if (next.filter === from.filter && next.openId === from.openId && next.order === from.order) return;
    now.current = { standing: next, onPlace: tell };
    const { filter, openId, order } = next;
    const there = { filter, order, ...(openId === null ? {} : { openId }) };
    setKept((before) => ({ ...before, standing: next, told: tell === undefined ? [] : [...before.told, there] }));
    // The list follows the keys; the frame around it may take its time.
    if (tell !== undefined) startTransition(() => tell(there, (openId === null) !== (from.openId === null)));
  }, []);
  return { ...standing, move };
}

/** What was told from here comes back and is known already; anything else is where the person was led. */
function afterGiven({ standing, told }: Kept, given: GivenPlace | undefined): Kept {
  const place = told.findIndex((there) => isSamePlace(there, given));
  return place < 0
    ? { standing: standingAt(given), given, told: [] }
    : { standing, given, told: told.slice(place + 1) };
}

function standingAt(place: GivenPlace | undefined): Standing {
  const filter = place?.filter;
  return {
    filter: filter === undefined ? NO_FILTER : { ...NO_FILTER, ...filter },
    order: place?.order ?? FIRST_ORDER,
    openId: place?.openId ?? null,
  };
}

const COMPARED = ['filter', 'openId', 'order'] as const;

function isSamePlace(one: GivenPlace | undefined, other: GivenPlace | undefined): boolean {
  return COMPARED.every((key) => one?.[key] === other?.[key]);
}
