// A call of the registration API as the request it becomes (hub-contract section 1): the one place that says so, for
// sending it as well as for showing it.
import type { RegistrationForm } from '#contract/inputs.ts';
import type { EditChanges } from '#contract/life-cycle-inputs.ts';
import type { LifeCycleAction } from '#contract/registration-actions.ts';
import type { ApiRequest } from '../tokens/authorized-send.ts';
import { listAddress, registrationAddress } from './registration-address.ts';
import { writeFields } from './registration.ts';

/** The API has no paging (hub-contract 3.4): one answer holds everything. About 100,000 registrations fit. */
const LIST_LIMIT_BYTES = 64 * 1024 * 1024;

/** A call before it is a request. A form may still miss fields while its request is only shown. */
export type RegistrationCall = { readonly kind: 'list' } | RegisterCall | CallOfOne;

interface RegisterCall {
  readonly kind: 'register';
  readonly form: RegistrationForm | Omit<EditChanges, 'weighting'>;
}

type CallOfOne =
  | { readonly kind: 'read'; readonly registrationId: string }
  | { readonly kind: 'edit'; readonly registrationId: string; readonly changes: EditChanges }
  | {
      readonly kind: 'action';
      readonly registrationId: string;
      readonly action: LifeCycleAction;
      /** Below the registration, such as `actions/disable`; null for a delete, which has no path of its own. */
      readonly path: string | null;
    };

/** The request; null when the registration's ID cannot stand in an address. `baseUrl` has no slash at its end. */
export function requestOf(baseUrl: string, call: RegistrationCall): ApiRequest | null {
  switch (call.kind) {
    case 'list':
      return { method: 'GET', url: listAddress(baseUrl), answerLimitBytes: LIST_LIMIT_BYTES };
    case 'register':
      return { method: 'POST', url: listAddress(baseUrl), body: JSON.stringify(writeFields(call.form)) };
    case 'read':
    case 'edit':
    case 'action': {
      const url = registrationAddress(baseUrl, call.registrationId);
      return url === null ? null : requestOfOne(url, call);
    }
  }
}

function requestOfOne(url: string, call: CallOfOne): ApiRequest {
  switch (call.kind) {
    case 'read':
      return { method: 'GET', url };
    case 'edit':
      return { method: 'PATCH', url, body: JSON.stringify(writeFields(call.changes)) };
    case 'action':
      return call.path === null ? { method: 'DELETE', url } : { method: 'POST', url: `${url}/${call.path}` };
  }
}
