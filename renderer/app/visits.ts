// The way a person came, to go back along it and forward again.
import { useEffect, useEffectEvent, useReducer } from 'react';
import type { ListPlace, Place } from './place.ts';

/** `places[at]` is where the person is; null is where the window opens. */
export interface Visits {
  readonly places: readonly (Place | null)[];
  readonly at: number;
}

export type Step =
  | { readonly kind: 'go'; readonly place: Place }
  /** The same visit, told more exactly: no step of its own. */
  | { readonly kind: 'amend'; readonly place: Place }
  | { readonly kind: 'back' }
  | { readonly kind: 'forward' };

/** So many are remembered; nobody walks back further. */
const REMEMBERED = 100;

export const firstVisit: Visits = { places: [null], at: 0 };

/** A new visit forgets what was ahead; going where one is already is none. */
export function step(visits: Visits, taken: Step): Visits {
  const { places, at } = visits;
  switch (taken.kind) {
    case 'go': {
      if (isSame(places[at] ?? null, taken.place)) return visits;
      const kept = [...places.slice(0, at + 1), taken.place].slice(-REMEMBERED);
      return { places: kept, at: kept.length - 1 };
    }
    case 'amend':
      return { places: places.with(at, taken.place), at };
    case 'back':
      return { places, at: Math.max(0, at - 1) };
    case 'forward':
      return { places, at: Math.min(places.length - 1, at + 1) };
  }
}

function isSame(one: Place | null, other: Place): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Where a hub's list was left last, as far as it is remembered: without open details, and without an errand. */
export function lastListPlace({ places, at }: Visits, hubId: string): ListPlace {
  const isList = (place: Place | null): place is ListPlace => place?.at === 'registrations' && place.hubId === hubId;
  const { filter, order } = places.slice(0, at + 1).findLast(isList) ?? {};
  return {
    at: 'registrations',
    hubId,
    ...(filter === undefined ? {} : { filter }),
    ...(order === undefined ? {} : { order }),
  };
}

export interface Navigation {
  readonly place: Place | null;
  readonly go: (place: Place) => void;
  readonly amend: (place: Place) => void;
  /** The list of a hub as it was left. */
  readonly listOf: (hubId: string) => ListPlace;
  /** null when there is no way. */
  readonly back: (() => void) | null;
  readonly forward: (() => void) | null;
}

/** Buttons of a mouse (MouseEvent.button) that mean back and forward everywhere. */
const BACK_BUTTON = 3;
const FORWARD_BUTTON = 4;

/** The keys by which people go back and forward elsewhere, with their modifiers. */
const KEYS: Readonly<Record<string, 'back' | 'forward'>> = {
  'Alt ArrowLeft': 'back',
  'Alt ArrowRight': 'forward',
  'Meta [': 'back',
  'Meta ]': 'forward',
};

function directionOfKey({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): 'back' | 'forward' | null {
  const held = { Shift: shiftKey, Control: ctrlKey, Alt: altKey, Meta: metaKey };
  const modifiers = Object.entries(held).flatMap(([name, isHeld]) => (isHeld ? [name] : []));
  return KEYS[[...modifiers, key].join(' ')] ?? null;
}

/** Where the person is and was; Alt with an arrow, ⌘ with a bracket and the side buttons of a mouse walk along it. */
export function useVisits(): Navigation {
  const [{ places, at }, take] = useReducer(step, firstVisit);
  const walk = useEffectEvent((direction: 'back' | 'forward', event: Event) => {
    event.preventDefault();
    // A dialog is about the place it stands on: nobody leaves from under it.
    if (document.querySelector('[role=dialog], [role=alertdialog]') === null) take({ kind: direction });
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const direction = directionOfKey(event);
      if (direction !== null) walk(direction, event);
    };
    const onMouse = (event: MouseEvent) => {
      if (event.button === BACK_BUTTON) walk('back', event);
      if (event.button === FORWARD_BUTTON) walk('forward', event);
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('mouseup', onMouse);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('mouseup', onMouse);
    };
  }, []);
  return {
    place: places[at] ?? null,
    go: (place) => take({ kind: 'go', place }),
    amend: (place) => take({ kind: 'amend', place }),
    listOf: (hubId) => lastListPlace({ places, at }, hubId),
    back: at > 0 ? () => take({ kind: 'back' }) : null,
    forward: at < places.length - 1 ? () => take({ kind: 'forward' }) : null,
  };
}
