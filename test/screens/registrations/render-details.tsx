// The details of one registration over a fake bridge, without the list around them.
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { useState, type ReactElement } from 'react';
import type { Registration } from '#contract/registration.ts';
import { ok } from '#contract/result.ts';
import { defaultSettings } from '#contract/settings.ts';
import { BridgeContext } from '../../../renderer/app/bridge-context.tsx';
import { useBridgeEvents } from '../../../renderer/app/bridge-events.ts';
import { useSavedCopy } from '../../../renderer/app/queries.ts';
import { queryClient } from '../../../renderer/app/query-client.ts';
import { RegistrationDetails } from '../../../renderer/features/registrations/details/registration-details.tsx';
import { useEdits } from '../../../renderer/features/registrations/edit/use-edits.ts';
import { StepsProvider } from '../../../renderer/features/registrations/life-cycle/steps-under-way.tsx';
import { fakeBridge, type FakeBridge } from '../../doubles/fake-bridge.ts';
import { quietDetails } from './quiet-details.ts';
import { sampleCopy, sampleRegistration } from './sample-registrations.ts';

type Given = NonNullable<Parameters<typeof fakeBridge>[0]>;

interface Setting extends Given {
  readonly registration?: Registration;
  readonly canAsk?: boolean;
}

interface Running {
  readonly bridge: FakeBridge;
  readonly user: UserEvent;
  /** The pane, as it is now. */
  readonly pane: () => HTMLElement;
}

/** An active registration, unless another one is given. */
export const active = sampleRegistration({ status: 'Active' });

function Pane({ shownId, canAsk }: { readonly shownId: string; readonly canAsk: boolean }): ReactElement {
  useBridgeEvents();
  const copy = useSavedCopy('hub-1').data;
  const [told, setTold] = useState('');
  const [isOpen, setOpen] = useState(true);
  const edits = useEdits();
  const registrations = copy?.registrations ?? [];
  const shown = registrations.find(({ id }) => id === shownId) ?? null;
  return (
    <>
      <p>{told}</p>
      <button onClick={() => setOpen((now) => !now)}>Close or open</button>
      <RegistrationDetails
        hubId="hub-1"
        registration={isOpen ? shown : null}
        registrations={registrations}
        edits={edits}
        canAsk={canAsk}
        onClose={() => setOpen(false)}
        onTell={setTold}
      />
    </>
  );
}

/** Main keeps one registration; what a test gives replaces an answer, group by group. */
export async function renderDetails(setting: Setting = {}): Promise<Running> {
  const { registration = active, canAsk = true, ...given } = setting;
  const quiet = quietDetails([registration]);
  const bridge = fakeBridge({
    ...given,
    settings: { read: () => Promise.resolve(ok(defaultSettings)), ...given.settings },
    registrations: {
      saved: () => Promise.resolve(ok(sampleCopy([registration]))),
      ...quiet.registrations,
      ...given.registrations,
    },
    lifeCycle: { ...quiet.lifeCycle, ...given.lifeCycle },
    pairs: { ...quiet.pairs, ...given.pairs },
    review: { ...quiet.review, ...given.review },
    wire: { ...quiet.wire, ...given.wire },
    activity: { ...quiet.activity, ...given.activity },
  });
  render(
    <BridgeContext value={bridge}>
      <QueryClientProvider client={queryClient()}>
        <StepsProvider>
          <Pane shownId={registration.id} canAsk={canAsk} />
        </StepsProvider>
      </QueryClientProvider>
    </BridgeContext>,
  );
  await screen.findByRole('complementary');
  return { bridge, user: userEvent.setup(), pane: () => screen.getByRole('complementary') };
}
