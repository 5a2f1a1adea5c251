// The registrations screen over a fake bridge, with the cache and the events it has in the window.
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ComponentProps, ReactElement } from 'react';
import type { Hub } from '#contract/credentials.ts';
import type { SavedCopy } from '#contract/registration.ts';
import { ok } from '#contract/result.ts';
import { defaultSettings, type Settings } from '#contract/settings.ts';
import { BridgeContext } from '../../../renderer/app/bridge-context.tsx';
import { useBridgeEvents } from '../../../renderer/app/bridge-events.ts';
import { queryClient } from '../../../renderer/app/query-client.ts';
import { RegistrationsScreen } from '../../../renderer/features/registrations/registrations-screen.tsx';
import type { GivenPlace, OnPlace } from '../../../renderer/features/registrations/use-whereabouts.ts';
import { StepsProvider } from '../../../renderer/features/registrations/life-cycle/steps-under-way.tsx';
import { fakeBridge, type FakeBridge } from '../../doubles/fake-bridge.ts';
import { sampleHub } from '../../doubles/sample-hubs.ts';
import { quietDetails } from './quiet-details.ts';
import { sampleCopy } from './sample-registrations.ts';

type Given = NonNullable<Parameters<typeof fakeBridge>[0]>;

interface Running {
  readonly bridge: FakeBridge;
  readonly user: UserEvent;
  /** The same screen for another hub, or for the same one after it changed. */
  readonly show: (hub: Hub) => void;
  /** Another place on the screen, as by back and forward; for a `place` that was given. */
  readonly goTo: (place: GivenPlace) => void;
}

interface Setting extends Given {
  readonly hub?: Hub;
  /** The saved copy, which is also what the Hub answers unless `registrations.refresh` is given; null for none. */
  readonly copy?: SavedCopy | null;
  /** What main keeps of how lists look. */
  readonly kept?: Partial<Settings>;
  /** Where on the screen to be, kept for it as the frame does; without it the screen keeps it itself. */
  readonly place?: GivenPlace;
  readonly onPlace?: OnPlace;
}

function Screen(props: ComponentProps<typeof RegistrationsScreen>): ReactElement {
  useBridgeEvents();
  return <RegistrationsScreen {...props} />;
}

export function renderRegistrations(setting: Setting = {}): Running {
  const { hub = sampleHub(), copy = sampleCopy(), kept = {}, place, onPlace, registrations = {}, ...given } = setting;
  let settings: Settings = { ...defaultSettings, ...kept };
  const quiet = quietDetails(copy?.registrations ?? []);
  const bridge = fakeBridge({
    ...quiet,
    settings: {
      read: () => Promise.resolve(ok(settings)),
      change: (change) => {
        // SAFETY: what the window changes is never undefined (exactOptionalPropertyTypes does not reach through zod).
        settings = { ...settings, ...(change as Partial<Settings>) };
        return Promise.resolve(ok(settings));
      },
    },
    ...given,
    registrations: {
      ...quiet.registrations,
      saved: () => Promise.resolve(ok(copy)),
      refresh: () => Promise.resolve(ok({ ...(copy ?? sampleCopy()), takenAtMs: Date.now() })),
      ...registrations,
    },
  });
  const client = queryClient();
  let at = { hub, place };
  const tree = (): ReactElement => (
    <BridgeContext value={bridge}>
      <QueryClientProvider client={client}>
        <StepsProvider>
          {at.place === undefined ? (
            <Screen hub={at.hub} />
          ) : (
            <Screen
              hub={at.hub}
              place={at.place}
              onPlace={(to, isStep) => {
                onPlace?.(to, isStep);
                show({ ...at, place: to });
              }}
            />
          )}
        </StepsProvider>
      </QueryClientProvider>
    </BridgeContext>
  );
  const { rerender } = render(tree());
  const show = (next: typeof at): void => {
    at = next;
    rerender(tree());
  };
  return {
    bridge,
    user: userEvent.setup(),
    show: (shown) => show({ ...at, hub: shown }),
    goTo: (to) => show({ ...at, place: to }),
  };
}

/** The list, once it is there. */
export async function findList(): Promise<HTMLElement> {
  return screen.findByRole('grid', { name: 'Registrations' });
}

/** What the column shows, from the top down. */
export function columnOf(list: HTMLElement, name: string): readonly string[] {
  const heads = within(list).getAllByRole('columnheader');
  const place = heads.findIndex((head) => head.textContent === name) + 1;
  return [...list.querySelectorAll(`[role="row"] > [aria-colindex="${place}"]:not([role="columnheader"])`)].map(
    (cell) => cell.textContent,
  );
}

/** The row of a registration, by a text in it. */
export function rowOf(list: HTMLElement, text: RegExp | string): HTMLElement {
  return within(list).getByRole('row', { name: typeof text === 'string' ? new RegExp(text) : text });
}
