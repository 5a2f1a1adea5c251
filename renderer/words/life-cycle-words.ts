// The words of the life cycle: its picture, each step with its consequences, and what became of a step.
import type { ForbiddenReason } from '#contract/life-cycle.ts';
import type { LifeCycleAction, RegistrationAction } from '#contract/registration-actions.ts';
import type { Registration, StatusKind } from '#contract/registration.ts';
import { counted } from './numbers.ts';

/** What people call a registration: its label, else its name, else its ID. */
export function nameOf({ applicationLabel, applicationName, id }: Registration): string {
  return applicationLabel || applicationName || id;
}

interface ActionWords {
  /** What the button says. */
  readonly verb: string;
  /** What it does, beside the button. */
  readonly effect: string;
  /** What will happen, before the click that does it (hub-contract 2.2, 3.4). */
  readonly consequences: readonly string[];
  readonly question: (name: string) => string;
  readonly confirm: string;
  readonly done: (name: string) => string;
}

export const actionWords: Readonly<Record<LifeCycleAction, ActionWords>> = {
  enableSync: {
    verb: 'Enable synchronization',
    effect: 'Lets it send its data, and gives credentials.',
    consequences: [
      'The application may then send its data. It becomes active once its tasks, work queues and operators are complete.',
      'The Hub answers with a second client ID and secret, for data synchronization. It may never show that secret again: the app seals it at once.',
    ],
    question: (name) => `Enable synchronization of ${name}?`,
    confirm: 'Enable synchronization',
    done: (name) => `Synchronization of ${name} is enabled.`,
  },
  disable: {
    verb: 'Disable',
    effect: 'Hides its work; its data keeps coming in.',
    consequences: [
      'Its work disappears from worklists, queues, reports and Next Best Work. The application keeps sending data, and the Hub keeps taking it.',
    ],
    question: (name) => `Disable ${name}?`,
    confirm: 'Disable',
    done: (name) => `${name} is disabled: its work is hidden, and its data keeps coming in.`,
  },
  enable: {
    verb: 'Enable',
    effect: 'Shows its work to people again.',
    consequences: ['Its work appears again in worklists, queues, reports and Next Best Work.'],
    question: (name) => `Enable ${name}?`,
    confirm: 'Enable',
    done: (name) => `${name} is enabled: its work is shown again.`,
  },
  deactivate: {
    verb: 'Deactivate',
    effect: 'Stops its data; its work disappears.',
    consequences: [
      'The Hub stops taking its data: everything the application sends is answered with 403, and its work disappears from worklists.',
      'The registration stays, and can be reactivated or deleted afterwards.',
    ],
    question: (name) => `Deactivate ${name}?`,
    confirm: 'Deactivate',
    done: (name) => `${name} is deactivated: the Hub answers what it sends with 403.`,
  },
  reactivate: {
    verb: 'Reactivate',
    effect: 'Starts its synchronization again.',
    consequences: [
      'It synchronizes again, and becomes active once its data is complete.',
      'The Hub may answer with new credentials for data synchronization, and may never show their secret again: the app seals it at once.',
    ],
    question: (name) => `Reactivate ${name}?`,
    confirm: 'Reactivate',
    done: (name) => `${name} is reactivated: it synchronizes again.`,
  },
  delete: {
    verb: 'Delete…',
    effect: 'Removes it and its data, for good.',
    consequences: [
      'The Hub removes the registration, its connection and all its data of this application: assignments and operators. It cannot be undone.',
    ],
    question: (name) => `Delete ${name}?`,
    confirm: 'Delete',
    done: (name) => `${name} is deleted from the Hub.`,
  },
};

/** What the way from an active registration to a deleted one says instead. */
export const deleteWayWords = {
  effect: 'Deactivates it, then removes it for good.',
  first:
    'The Hub deletes only what is deactivated: it is deactivated first, then deleted. If the first step fails, nothing is deleted.',
  confirm: 'Deactivate and delete',
  confirmRest: 'Delete',
  done: (name: string): string => `${name} was deactivated and deleted from the Hub.`,
} as const;

const reasonWords: Readonly<Record<ForbiddenReason, string>> = {
  onlyWhenActive: 'The Hub allows this only for an active registration.',
  onlyWhenHidden: 'The Hub allows this only for a hidden registration.',
  onlyWhenStopped: 'The Hub allows this only after it was deactivated.',
  alreadySynchronizing: 'It synchronizes already.',
  notWhileSynchronizing: 'The Hub refuses this while it synchronizes. Wait until that has ended.',
  deactivateFirst: 'The Hub deletes only what is not in use.',
  notActivatedYet: 'It was not activated yet.',
  alreadyStopped: 'It is deactivated already.',
  closed: 'The registration is closed.',
};

/** A step by its plain name, as it stands in a list. */
export function actionName(action: RegistrationAction): string {
  return action === 'edit' ? 'Edit' : actionWords[action].confirm;
}

/** Why a status does not allow a step, and what to do first. */
export function reasonSentence(reason: ForbiddenReason, first: LifeCycleAction | null): string {
  return first === null ? reasonWords[reason] : `${reasonWords[reason]} First: ${actionName(first).toLowerCase()}.`;
}

/** The states as the picture names them. */
export const stateWords: Readonly<Record<Exclude<StatusKind, 'resolved' | 'unknown'>, string>> = {
  pending: 'Pending',
  synchronizing: 'Synchronizing',
  active: 'Active',
  hidden: 'Hidden',
  stopped: 'Stopped',
  failure: 'Failed',
};

export const lifeCycleWords = {
  region: 'Life cycle',
  states: 'States of the life cycle',
  isHere: 'it is here now',
  wasHere: 'it was here before',
  notReached: 'not seen by this app',
  /** How it got here, in the order it was seen. */
  way: (states: readonly string[]): string => `Seen on its way: ${states.join(', then ')}.`,
  outside: (status: string): string =>
    `“${status}” is no state of the documented life cycle, so it has no place in this picture.`,
  steps: 'Open steps',
  editEffect: 'Shows what will be sent first.',
  editVerb: 'Edit…',
  uncertain: 'Perhaps open',
  uncertainCount: (count: number): string => `Perhaps open: ${counted(count, 'step')}`,
  uncertainWhy: 'No source says whether these work in this status. The Hub’s answer decides.',
  caution:
    'No source says whether the Hub allows this in its present status. The Hub’s answer decides, and a refusal changes nothing.',
  noSteps: 'No step is open in this status.',
  notOpen: (action: RegistrationAction, reason: ForbiddenReason, first: LifeCycleAction | null): string =>
    `${actionName(action)} is not possible now. ${reasonSentence(reason, first)}`,
  whyNot: 'Why not the others?',
  offline: 'These steps need the Hub, which cannot be asked now. The line above the list says why.',
  busy: (name: string): string => `Waiting for the Hub’s answer about ${name}.`,
  receivedTitle: (name: string): string => `Credentials for ${name}`,
  performing: (action: LifeCycleAction): string => `${actionName(action)}: waiting for the Hub’s answer`,
  pathMayDiffer:
    'No source says where this step is sent, and this Hub may use another path: set it under Hub and credentials.',
  undo: 'Undo',
  done: 'Done',
  tryAgain: 'Try again',
  goOn: 'Go on',
  typeName: (name: string): string => `Type ${name} to confirm`,
  typeNameWhy: 'Letter by letter, so that nothing is deleted by accident.',
  stepStates: {
    open: 'not begun',
    performing: 'on its way',
    done: 'done',
    failed: 'not done',
    unknown: 'not known',
  },
  progress: 'What was done',
} as const;

export const unknownOutcomeWords = {
  dialog: (action: LifeCycleAction, name: string): string =>
    `What became of it: ${actionName(action).toLowerCase()} ${name}`,
  title: (action: LifeCycleAction, name: string): string =>
    `It is not known whether this was done: ${actionName(action).toLowerCase()} ${name}`,
  pairAtRisk: 'If it was done, the credentials that the Hub answered with did not arrive here.',
  pairLost:
    'The credentials that the Hub answered with did not arrive here. Deactivating and reactivating it may give new ones.',
  lookUp: 'Look it up',
  lookUpAgain: 'Look it up again',
  lookingUp: 'Reading the registration from the Hub',
  now: (name: string, status: string): string => `The Hub says that ${name} is now: ${status}.`,
  wasDone: (name: string, status: string): string => `It was done: ${name} is now ${status}.`,
  wasNotDone: (name: string, status: string): string => `It was not done: ${name} is now ${status}.`,
  notDoneAdvice: 'If the Hub is slow, look once more before doing it again.',
  goneAsWished: (name: string): string => `It was done: the Hub does not have ${name} any more.`,
  nowAdvice: 'Compare this with what you wanted. If the Hub is slow, look once more before doing it again.',
  gone: (name: string): string => `The Hub does not have ${name} any more.`,
} as const;

/** What came of a step while the person was on another screen. */
export const awayWords = {
  notDone: (action: LifeCycleAction, name: string): string =>
    `This was not done: ${actionName(action).toLowerCase()} ${name}`,
  at: (hubName: string): string => `Hub: ${hubName}`,
  open: 'Open the registration',
} as const;

export const waitingWords = {
  waiting: 'It synchronizes. Its status is read again by itself.',
  waitingPaused: 'It synchronizes. Its status is read again as soon as the Hub can be asked.',
  stuck: (span: string): string => `It has been synchronizing for ${span}`,
  stuckWhy:
    'The application may still be sending its data. If it has sent everything, queue processors of the Hub may be set up wrongly, and it stays like this.',
  manualTitle: 'The manual way',
  manual: (id: string): string =>
    `Such a registration can only be taken off on the Hub itself: an administrator with the access group PPF:Administrators runs the activity DeleteRecord of the class PPF-Work-Registration with the ID ${id}. Afterwards it can be registered anew.`,
} as const;

/** How long something has lasted: `90 minutes`, `5 hours`, `12 days`; whole units, rounded down. */
export function lastedFor(spanMs: number): string {
  const minutes = Math.floor(spanMs / 60_000);
  if (minutes < 120) return `${minutes} minutes`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
}

/** The parts of a registration's details. */
export const detailsTabWords = {
  tabs: 'Parts of the details',
  details: 'Details',
  history: 'History',
  requests: 'Requests',
} as const;
