// The whole window over a fake bridge, with what every start asks for already answered.
import { act, render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { ok } from '#contract/result.ts';
import type { Hub } from '#contract/credentials.ts';
import { defaultSettings } from '#contract/settings.ts';
import { App } from '../../../renderer/app/app.tsx';
import { fakeBridge, type FakeBridge } from '../../doubles/fake-bridge.ts';
import { sampleReach } from '../../doubles/sample-reach.ts';
import { keystoreVault, noToken, sampleApp, stoppedPracticeHub } from '../../doubles/sample-hubs.ts';

type Given = NonNullable<Parameters<typeof fakeBridge>[0]>;

interface Running {
  readonly bridge: FakeBridge;
  readonly user: UserEvent;
}

/** Renders the app with `hubs` saved. Their registrations are an empty saved copy, read just now. */
export async function renderApp(hubs: readonly Hub[], given: Given = {}): Promise<Running> {
  const emptyCopy = (hubId: string) => ({ hubId, takenAtMs: Date.now(), registrations: [] });
  const bridge = fakeBridge({
    ...given,
    app: {
      describe: () => Promise.resolve(ok(sampleApp)),
      notices: () => Promise.resolve(ok([])),
      ...given.app,
    },
    hubs: { list: () => Promise.resolve(ok(hubs)), ...given.hubs },
    tokens: { status: ({ credentialId }) => Promise.resolve(ok(noToken(credentialId))), ...given.tokens },
    registrations: {
      saved: ({ hubId }) => Promise.resolve(ok(emptyCopy(hubId))),
      refresh: ({ hubId }) => Promise.resolve(ok(emptyCopy(hubId))),
      ...given.registrations,
    },
    lifeCycle: { actionPaths: () => Promise.resolve(ok([])), ...given.lifeCycle },
    reach: { read: () => Promise.resolve(ok(sampleReach)), ...given.reach },
    activity: {
      list: () => Promise.resolve(ok({ entries: [], matching: 0, total: 0, unknown: 0 })),
      ...given.activity,
    },
    drafts: { list: () => Promise.resolve(ok([])), ...given.drafts },
    downloads: { list: () => Promise.resolve(ok([])), ...given.downloads },
    keys: { own: () => Promise.resolve(ok(null)), ...given.keys },
    settings: { read: () => Promise.resolve(ok(defaultSettings)), ...given.settings },
    vault: {
      status: () => Promise.resolve(ok(keystoreVault)),
      shield: () => Promise.resolve(ok(null)),
      ...given.vault,
    },
    practiceHub: { status: () => Promise.resolve(ok(stoppedPracticeHub)), ...given.practiceHub },
  });
  const user = userEvent.setup();
  render(<App bridge={bridge} />);
  await screen.findByRole('main');
  return { bridge, user };
}

/** Drops files on the window as a file manager would. */
export function drop(files: readonly File[], types: readonly string[] = ['Files']): DragEvent {
  return drag('drop', files, types);
}

/** Any drag event over the window; jsdom has no DataTransfer of its own. */
export function drag(
  name: 'dragover' | 'dragleave' | 'drop',
  files: readonly File[],
  types: readonly string[],
): DragEvent {
  const event = new Event(name, { bubbles: true, cancelable: true }) as DragEvent;
  Object.defineProperty(event, 'dataTransfer', { value: { files, types, dropEffect: 'none' } });
  Object.defineProperty(event, 'relatedTarget', { value: null });
  act(() => void document.dispatchEvent(event));
  return event;
}

export function credentialsFile(name = 'areks1.txt'): File {
  return new File(['Client ID\n1\n'], name, { type: 'text/plain' });
}
