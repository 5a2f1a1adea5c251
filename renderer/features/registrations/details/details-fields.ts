// What the details of a registration consist of: the fields we know by our names, then whatever else the Hub sent.
import type { JsonValue, Registration } from '#contract/registration.ts';
import { detailsWords, fieldLabels, productionLevelInWords } from '../../../words/registration-words.ts';

/** One field: a text to read, an ID or address to copy, or a moment. */
export type DetailsField = { readonly name: string } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'moment'; readonly atMs: number; readonly operator: string }
);

/** The wire names of the fields that {@link knownFields} and the head of the details show (hub-contract 3.3). */
const KNOWN_WIRE_NAMES: ReadonlySet<string> = new Set([
  'ID',
  'applicationName',
  'applicationLabel',
  'applicationDescription',
  'systemURL',
  'platform',
  'productionLevel',
  'weighting',
  'clientID',
  'status',
  'syncErrors',
  'lastTaskSyncedDateTime',
  'createDateTime',
  'createOperator',
  'updateDateTime',
  'updateOperator',
]);

/** The documented fields in the order people look for them; what was not sent says so. */
export function knownFields(registration: Registration): readonly DetailsField[] {
  const { wire } = registration;
  return [
    code(fieldLabels.systemUrl, registration.systemUrl),
    text(fieldLabels.applicationName, registration.applicationName),
    text(fieldLabels.description, registration.description),
    text(fieldLabels.platform, registration.platform),
    text(fieldLabels.productionLevel, productionLevelInWords(registration.productionLevel)),
    text(fieldLabels.weighting, registration.weighting),
    text(fieldLabels.syncErrors, registration.syncErrors),
    code(fieldLabels.clientId, registration.clientId),
    moment(fieldLabels.lastTaskSynced, registration.lastTaskSyncedAtMs, {
      sent: wire['lastTaskSyncedDateTime'],
      empty: detailsWords.never,
    }),
    moment(fieldLabels.created, registration.createdAtMs, {
      sent: wire['createDateTime'],
      operator: registration.createdBy,
    }),
    moment(fieldLabels.updated, registration.updatedAtMs, {
      sent: wire['updateDateTime'],
      operator: registration.updatedBy,
    }),
  ];
}

/** Every other field, by the Hub's own name for it. */
export function otherFields({ wire }: Registration): readonly DetailsField[] {
  return Object.entries(wire)
    .filter(([name]) => !KNOWN_WIRE_NAMES.has(name))
    .map(([name, value]) => ({ name, kind: 'code', text: asText(value) }));
}

function text(name: string, value: string): DetailsField {
  return { name, kind: 'text', text: value };
}

function code(name: string, value: string): DetailsField {
  return { name, kind: 'code', text: value };
}

interface MomentParts {
  /** What the Hub sent: shown as it is when it could not be read as a time. */
  readonly sent: JsonValue | undefined;
  readonly operator?: string;
  readonly empty?: string;
}

function moment(name: string, atMs: number | null, { sent, operator = '', empty = '' }: MomentParts): DetailsField {
  if (atMs !== null) return { name, kind: 'moment', atMs, operator };
  const unread = asText(sent ?? '');
  return text(name, unread === '' ? empty : unread);
}

function asText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
