/** Every address of the API with what it does (hub contract 1, rows 1 to 11, 13 and 14). */
import type { Route } from './http/api-router.ts';
import { acceptBatch } from './registrations/data-sync-calls.ts';
import type { Desk } from './registrations/desk.ts';
import { registrationActions } from './registrations/registration-actions.ts';
import type { ActionSettings } from './registrations/registration-actions.ts';
import { registrationCalls } from './registrations/registration-calls.ts';
import type { RegistrationCallSettings } from './registrations/registration-calls.ts';
import { SYNC_RESOURCES } from './registrations/synchronization.ts';

/** Builds the table of addresses. */
export function apiRoutes(desk: Desk, settings: RegistrationCallSettings & ActionSettings): readonly Route[] {
  const calls = registrationCalls(desk, settings);
  const actions = [...registrationActions(desk, settings)];
  return [
    { path: '/registrations', audience: 'registration', methods: { GET: calls.list, POST: calls.create } },
    {
      path: '/registrations/:id',
      audience: 'registration',
      methods: { GET: calls.get, PATCH: calls.edit, DELETE: calls.remove },
    },
    ...actions.map(([name, handler]): Route => {
      return { path: `/registrations/:id/actions/${name}`, audience: 'registration', methods: { POST: handler } };
    }),
    ...SYNC_RESOURCES.map((resource): Route => {
      const methods = { POST: acceptBatchOf(resource) };
      return { path: `/${resource}/batch`, audience: 'dataSync', methods };
    }),
  ];

  function acceptBatchOf(resource: (typeof SYNC_RESOURCES)[number]): Route['methods'][string] {
    return (call) => acceptBatch(desk, call, resource);
  }
}
