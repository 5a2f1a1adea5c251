// Which form of the app an operation leads to.
import type { ReferenceOperation } from '#contract/reference.ts';

type TryIt = ReferenceOperation['tryIt'];

const BY_OPERATION: ReadonlyMap<string, TryIt> = new Map<string, TryIt>([
  ['requestToken', 'token'],
  ['listRegistrations', 'list'],
  ['getRegistration', 'read'],
  ['createRegistration', 'register'],
  ['editRegistration', 'edit'],
  ['deleteRegistration', 'delete'],
  ['enableSynchronization', 'enableSync'],
  ['reactivateRegistration', 'reactivate'],
  ['disableRegistration', 'disable'],
  ['enableRegistration', 'enable'],
  ['deactivateRegistration', 'deactivate'],
]);

/** For an operation of our own document. */
export function tryItOf(operationId: string): TryIt {
  return BY_OPERATION.get(operationId) ?? null;
}

/** Hub-contract section 1: what may stand before the registrations in a Hub's own document. */
const REGISTRATIONS = String.raw`^(?:/prweb)?(?:/api)?(?:/ppf)?(?:/v\d+)?/registrations`;
const ONE = String.raw`${REGISTRATIONS}/\{[^/{}]+\}`;

const BY_SHAPE: readonly (readonly [string, RegExp, TryIt])[] = [
  ['GET', new RegExp(`${REGISTRATIONS}$`), 'list'],
  ['POST', new RegExp(`${REGISTRATIONS}$`), 'register'],
  ['GET', new RegExp(`${ONE}$`), 'read'],
  ['PATCH', new RegExp(`${ONE}$`), 'edit'],
  ['DELETE', new RegExp(`${ONE}$`), 'delete'],
  ['POST', new RegExp(`${ONE}/actions/enablesync$`), 'enableSync'],
  ['POST', new RegExp(`${ONE}/actions/disable$`), 'disable'],
  ['POST', new RegExp(`${ONE}/actions/enable$`), 'enable'],
  ['POST', new RegExp(`${ONE}/actions/disablesync$`), 'deactivate'],
  ['POST', new RegExp(`${ONE}/actions/reactivate$`), 'reactivate'],
  ['POST', /\/oauth2\/v\d+\/token$/, 'token'],
];

/** For an operation of somebody else's document, by its method and its path with `{…}` for what varies. */
export function tryItByShape(method: string, path: string): TryIt {
  const fold = path.replace(/\/+$/, '');
  return BY_SHAPE.find(([wanted, shape]) => wanted === method && shape.test(fold))?.[2] ?? null;
}
