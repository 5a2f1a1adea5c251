// What the person came to the list to do: it begins as soon as they choose a registration for it.
import { useState } from 'react';
import type { LifeCycleTable } from '#contract/life-cycle.ts';
import type { RegistrationAction } from '#contract/registration-actions.ts';
import type { Registration } from '#contract/registration.ts';
import { settle } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { lifeCycleWords } from '../../words/life-cycle-words.ts';
import type { Edits } from './edit/use-edits.ts';
import { lastOf, type Asked } from './life-cycle/acting-step.ts';
import { stepsOf, type OpenStep } from './life-cycle/open-steps.ts';
import { useActing } from './life-cycle/use-acting.ts';
import type { Screen } from './use-screen.ts';
import type { Wish } from './use-whereabouts.ts';

interface ErrandOptions {
  readonly hubId: string;
  readonly wish: Wish | null;
  readonly registrations: readonly Registration[];
  readonly edits: Edits;
  readonly screen: Pick<Screen, 'open' | 'tell' | 'dismiss'>;
}

/** How a row is opened, and the sentence about it put away, while there may be an errand. */
export function useErrand({
  hubId,
  wish,
  registrations,
  edits,
  screen,
}: ErrandOptions): Pick<Screen, 'open' | 'dismiss'> {
  const bridge = useBridge();
  const { ask } = useActing(hubId);
  const [errand, setErrand] = useState<RegistrationAction | null>(wish === 'register' || wish === 'read' ? null : wish);
  if (errand === null) return screen;

  const begin = async (registration: Registration): Promise<void> => {
    const table = await settle(bridge.lifeCycle.table());
    // Why there is no table, the details say.
    if (!table.ok) return;
    const chosen = chosenStep(table.value, registration, errand);
    if (typeof chosen === 'string') screen.tell(chosen);
    else if (chosen.kind === 'edit') edits.open(registration);
    else ask(askedOf(registration, chosen));
  };
  return {
    open: (id) => {
      setErrand(null);
      screen.open(id);
      const registration = registrations.find((known) => known.id === id);
      if (registration !== undefined) void begin(registration);
    },
    dismiss: () => {
      setErrand(null);
      screen.dismiss();
    },
  };
}

function askedOf(registration: Registration, { way, isCertain }: Extract<OpenStep, { kind: 'move' }>): Asked {
  return { registration, way, isCertain, isErrand: true };
}

/** The step by which the errand is done, or why its status does not allow it. */
function chosenStep(table: LifeCycleTable, { status }: Registration, errand: RegistrationAction): OpenStep | string {
  const { open, closed } = stepsOf(table, status.kind);
  const step = open.find((one) => (one.kind === 'edit' ? 'edit' : lastOf(one.way)) === errand);
  const reason = closed.find(({ action }) => action === errand);
  return step ?? lifeCycleWords.notOpen(errand, reason?.reason ?? 'closed', reason?.first ?? null);
}
