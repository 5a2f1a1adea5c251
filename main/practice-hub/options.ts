/** How a practice hub can be started. Everything has a default that suits a person; most switches are for tests. */
import type { ApiErrorStyle } from './http/api-errors.ts';
import type { Fault } from './http/faults.ts';
import { PLAUSIBLE_ACTION_PATHS } from './registrations/registration-actions.ts';
import type { ActionPaths } from './registrations/registration-actions.ts';
import type { CreateAnswer } from './registrations/registration-calls.ts';
import { USUAL_SEED_COUNT } from './seed/seed.ts';
import type { Operator } from './state/state.ts';
import { SAMPLE_STATUS_WORDS } from './registrations/status-words.ts';
import type { StatusWords } from './registrations/status-words.ts';
import type { TokenErrorStyle } from './tokens/token-endpoint.ts';

/** The options of `startPracticeHub`. */
export interface PracticeHubOptions {
  /**
   * An exact port; 0 means any. Without it, a hub with a folder uses the port of its last start (another one if that is
   * taken, and says so), and a hub without a folder uses any.
   */
  readonly port?: number;
  /** Where the state is kept between starts; without it nothing is kept. For one running hub at a time. */
  readonly stateFolder?: string;
  /** How many registrations a list shows at the very first start, 0 to 100,000. A folder that was seeded stays as it is. */
  readonly seed?: number;
  /** How long every answer is held back, in milliseconds. */
  readonly latencyMs?: number;
  /** How long a synchronization takes by itself, in milliseconds; `Infinity` when only the closing calls end it. */
  readonly synchronizeMs?: number;
  /** The present moment in milliseconds since 1970. */
  readonly clock?: () => number;
  /** The operators that have credentials; the first one's are the hub's usual ones. */
  readonly operators?: readonly [Operator, ...Operator[]];
  readonly tokenLifetimeSeconds?: number;
  /** The status of a token answer: 201 as in the source document, or 200 as in OAuth. */
  readonly tokenStatus?: 200 | 201;
  readonly tokenErrorStyle?: TokenErrorStyle;
  readonly apiErrorStyle?: ApiErrorStyle;
  readonly createAnswer?: CreateAnswer;
  /** Other wire words for some statuses. */
  readonly statusWords?: Partial<StatusWords>;
  /** The key of the client secret in the answer of `enablesync`; `null` leaves the secret out. */
  readonly syncSecretField?: string | null;
  /** Other paths for some actions. */
  readonly actionPaths?: Partial<ActionPaths>;
  /** What goes wrong from the start. */
  readonly faults?: readonly Fault[];
  /** Whether calls are counted in `requests`. */
  readonly recordRequests?: boolean;
}

/** The options with every default filled in. */
export type PracticeHubSettings = Required<
  Omit<PracticeHubOptions, 'port' | 'stateFolder' | 'statusWords' | 'actionPaths'>
> & {
  readonly port: number | undefined;
  readonly stateFolder: string | undefined;
  readonly statusWords: StatusWords;
  readonly actionPaths: ActionPaths;
  /** Whether the seed count is somebody's wish and not the default. */
  readonly isSeedAskedFor: boolean;
};

const USUAL_OPERATOR: Operator = { operator: 'practice1', accessGroup: 'PPF:Configurators' };

const DEFAULTS = {
  port: undefined,
  stateFolder: undefined,
  seed: USUAL_SEED_COUNT,
  latencyMs: 0,
  synchronizeMs: 8_000,
  clock: Date.now,
  operators: [USUAL_OPERATOR] as const,
  tokenLifetimeSeconds: 3_600,
  tokenStatus: 201,
  tokenErrorStyle: 'oauth',
  apiErrorStyle: 'v1',
  createAnswer: 'record201',
  syncSecretField: 'clientSecret',
  faults: [],
  recordRequests: true,
} satisfies Partial<PracticeHubSettings>;

/** Fills in the defaults. */
export function withDefaults(options: PracticeHubOptions): PracticeHubSettings {
  return {
    ...DEFAULTS,
    ...options,
    statusWords: { ...SAMPLE_STATUS_WORDS, ...options.statusWords },
    actionPaths: { ...PLAUSIBLE_ACTION_PATHS, ...options.actionPaths },
    isSeedAskedFor: options.seed !== undefined,
  };
}
