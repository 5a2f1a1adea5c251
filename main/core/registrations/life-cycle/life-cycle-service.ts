// The life-cycle operations of the Bridge.
import type { Bridge } from '#contract/bridge.ts';
import type { ActionOutcome } from '#contract/life-cycle.ts';
import type { LifeCycleAction } from '#contract/registration-actions.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import { openHub } from '../open-hub.ts';
import type { OpenHubPorts } from '../open-hub.ts';
import { editRegistration } from './edit-registration.ts';
import { LIFE_CYCLE_TABLE } from './life-cycle-table.ts';
import { performAction } from './perform-action.ts';
import type { ActionPorts } from './send-action.ts';

export type LifeCycleServicePorts = OpenHubPorts & ActionPorts;

/** Failures besides those of each operation: `hubMissing`, `credentialMissing`, those of the token. */
export function lifeCycleService({ copies, pairs, paths, ...ports }: LifeCycleServicePorts): Bridge['lifeCycle'] {
  const performing = new Map<string, Promise<Result<ActionOutcome>>>();

  /** Who asks for a step that is under way, as a second click does, gets that one. */
  function once(key: string, perform: () => Promise<Result<ActionOutcome>>): Promise<Result<ActionOutcome>> {
    const underway = performing.get(key);
    if (underway !== undefined) return underway;
    const answer = perform().finally(() => performing.delete(key));
    performing.set(key, answer);
    return answer;
  }

  const perform = (hubId: string, registrationId: string, action: LifeCycleAction): Promise<Result<ActionOutcome>> => {
    const hub = openHub(ports, hubId);
    if (!hub.ok) return Promise.resolve(hub);
    const step = { hub: hub.value, registrationId, action };
    return once(JSON.stringify([hubId, registrationId, action]), () => performAction({ copies, pairs, paths }, step));
  };

  return {
    table: () => Promise.resolve(ok(LIFE_CYCLE_TABLE)),

    perform: ({ hubId, registrationId, action }) => perform(hubId, registrationId, action),

    edit: async ({ hubId, ...edit }) => {
      const hub = openHub(ports, hubId);
      return hub.ok ? editRegistration(copies, { ...edit, hub: hub.value }) : hub;
    },

    actionPaths: ({ hubId }) => {
      const isThere = ports.hubOf(hubId) !== null;
      return Promise.resolve(isThere ? ok(paths.pathsOf(hubId)) : fail({ code: 'hubMissing' }));
    },

    setActionPath: ({ hubId, action, path }) => {
      if (ports.hubOf(hubId) === null) return Promise.resolve(fail({ code: 'hubMissing' }));
      const set = paths.set({ hubId, action, path });
      return Promise.resolve(set.ok ? ok(paths.pathsOf(hubId)) : set);
    },
  };
}
