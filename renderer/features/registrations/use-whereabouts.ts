// Where on the screen a person is: what the list is narrowed to and whose details are open. The frame keeps it, so that
// back and forward lead here; without a frame the screen keeps it itself.
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RegistrationAction } from '#contract/registration-actions.ts';
import type { ListFilter } from '#contract/settings.ts';
import { NO_FILTER } from '../../app/facets.ts';

/** What the frame tells: nothing narrows what it does not name, and nothing is open unless it says so. */
export interface GivenPlace {
  readonly filter?: Partial<ListFilter>;
  readonly openId?: string;
  readonly wish?: Wish;
}

/** What the person came to do: the form opens, or they are told to choose a registration for it. */
export type Wish = 'register' | 'read' | RegistrationAction;

/**
 * Hears where the person went, at once and for every keystroke, and must hand it back as the `place`. `isStep` is true
 * when details were opened or closed: a step to go back over; all else only tells the same visit more exactly.
 */
export type OnPlace = (place: GivenPlace & { readonly filter: ListFilter }, isStep: boolean) => void;

interface Standing {
  readonly filter: ListFilter;
  readonly openId: string | null;
}

export interface Whereabouts extends Standing {
  /** Goes on from where one is; the same function for the whole life of the screen. */
  readonly move: (to: (from: Standing) => Partial<Standing>) => void;
}

export function useWhereabouts(place: GivenPlace | undefined, onPlace: OnPlace | undefined): Whereabouts {
  const [own, setOwn] = useState<GivenPlace>({});
  const { filter: given, openId = null } = place ?? own;
  const filter = useMemo(() => (given === undefined ? NO_FILTER : { ...NO_FILTER, ...given }), [given]);
  const now = useRef({ standing: { filter, openId }, onPlace });
  useLayoutEffect(() => {
    now.current = { standing: { filter, openId }, onPlace };
  }, [filter, openId, onPlace]);

  const move = useCallback((to: (from: Standing) => Partial<Standing>): void => {
    const { standing: from, onPlace: tell } = now.current;
    const standing = { ...from, ...to(from) };
    if (standing.filter === from.filter && standing.openId === from.openId) return;
    now.current = { standing, onPlace: tell };
    const next = { filter: standing.filter, ...(standing.openId === null ? {} : { openId: standing.openId }) };
    setOwn(next);
    tell?.(next, (standing.openId === null) !== (from.openId === null));
  }, []);
  return { filter, openId, move };
}
