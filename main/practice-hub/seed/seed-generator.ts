/** Invents believable registrations for a large practice hub. */
import type { PseudoRandom } from './pseudo-random.ts';
import type { Status } from '../registrations/registration-rules.ts';
import type { SeedSketch } from './seed-sketch.ts';

type Several<T> = readonly [T, ...T[]];

const COMPANIES: Several<readonly [name: string, domain: string]> = [
  ['Harbourlight Insurance', 'harbourlight'],
  ['Brightwater Bank', 'brightwater'],
  ['Tessel Telecom', 'tessel'],
  ['Oakhaven Mutual', 'oakhaven'],
  ['Fennimore Credit Union', 'fennimore'],
  ['Larkspur Health', 'larkspur'],
  ['Castellan Utilities', 'castellan'],
  ['Veldhuis Logistics', 'veldhuis'],
];
const AREAS: Several<string> = [
  'Motor',
  'Home',
  'Travel',
  'Mortgage',
  'Card',
  'Pension',
  'Fleet',
  'Broadband',
  'Roaming',
  'Wholesale',
  'Retail',
  'Treasury',
];
const TASKS: Several<readonly [name: string, description: string]> = [
  ['Claims', 'Claims from first notice to settlement'],
  ['Onboarding', 'New customers from application to welcome letter'],
  ['Complaints', 'Complaints with their regulatory deadlines'],
  ['Disputes', 'Disputed payments and refunds'],
  ['Servicing', 'Changes that customers ask for'],
  ['Billing', 'Corrections of bills and payment plans'],
  ['Renewals', 'Contracts that are about to end'],
  ['Fraud', 'Suspicious cases for investigation'],
  ['Dispatch', 'Visits of engineers and assessors'],
  ['Underwriting', 'Decisions on risks above the automatic limit'],
];
const PLATFORMS: Several<string> = ['Pega', 'Salesforce', 'ServiceNow', 'SAP', 'Custom Java', 'Mainframe'];
const OPERATORS: Several<string> = ['mkowalska', 'jfernandez', 'dnguyen', 'asorensen', 'rbianchi'];
/** How often each status is met, out of a hundred. */
const STATUS_SHARES: Several<readonly [status: Status, share: number]> = [
  ['active', 62],
  ['pendingActivation', 12],
  ['stopped', 9],
  ['activationFailed', 7],
  ['hidden', 6],
  ['synchronizing', 4],
];

/** Invents the registration at a place in the list; its application name is unique because it carries that place. */
export function sketchGenerated(index: number, random: PseudoRandom): SeedSketch {
  const [company, domain] = random.pick(COMPANIES);
  const area = random.pick(AREAS);
  const [task, description] = random.pick(TASKS);
  const status = pickStatus(random);
  const number = String(index + 1);
  return {
    applicationName: `${area}${task}${number}`,
    applicationLabel: `${company} - ${area} ${task} ${number}`,
    applicationDescription: description,
    systemUrl: `https://${area.toLowerCase()}${number}.${domain}.${status === 'activationFailed' ? 'invalid' : 'example'}`,
    platform: random.pick(PLATFORMS),
    productionLevel: 1 + Math.floor(random.next() * 5),
    weighting: 1 + Math.floor(random.next() * 10),
    status,
    syncErrors: status === 'activationFailed' ? 1 : random.next() < 0.06 ? 1 + Math.floor(random.next() * 40) : 0,
    createdBy: random.pick(OPERATORS),
    daysAgo: pickDays(status, random),
  };
}

function pickStatus(random: PseudoRandom): Status {
  let ticket = random.next() * 100;
  for (const [status, share] of STATUS_SHARES) {
    ticket -= share;
    if (ticket < 0) return status;
  }
  return 'active';
}

function pickDays(status: Status, random: PseudoRandom): SeedSketch['daysAgo'] {
  const created = 1 + random.next() * 1_200;
  const updated = created * random.next();
  const running = status === 'active' || status === 'hidden';
  // One in twenty running applications has gone quiet: that is what a configurator looks for.
  const quietDays = random.next() < 0.05 ? updated * random.next() : random.next() / 10;
  if (running) return { created, updated, lastTask: Math.min(quietDays, updated) };
  return { created, updated, lastTask: status === 'stopped' ? updated : null };
}
