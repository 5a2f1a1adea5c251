/** Ways a real Hub and the network before it misbehave, for tests: only code that starts a practice hub can ask for them. */
import { jsonAnswer } from './answer.ts';
import type { Answer } from './answer.ts';

/** One misbehaviour. Without `match` it meets every call, without `times` for ever. */
export type Fault = FaultKind & {
  /** Which calls it meets. */
  readonly match?: { readonly method?: string; readonly path?: RegExp };
  /** How many matching calls are spared before it begins. */
  readonly skip?: number;
  /** How many matching calls it meets. */
  readonly times?: number;
  /** Whether what the call asked for is done all the same, unseen by the caller. Cut answers and broken JSON always do it. */
  readonly workDone?: boolean;
};

/** What goes wrong. */
type FaultKind =
  /** The true answer, but late. */
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** The call is accepted and never answered. */
  | { readonly kind: 'hang' }
  /** The connection ends before a byte of the answer, or in the middle of its body. */
  | { readonly kind: 'cutOff'; readonly at: 'beforeAnswer' | 'midBody' }
  /** An error, as 401 for a good token or 429; `retryAfter` is seconds or a date, as the header allows. */
  | { readonly kind: 'status'; readonly status: 401 | 429 | 500 | 502 | 503 | 504; readonly retryAfter?: string }
  /** 200 with a web page, as a proxy or a login page answers. */
  | { readonly kind: 'html' }
  /** The true status with a body that ends halfway; its length is announced correctly. */
  | { readonly kind: 'truncatedJson' }
  /** 200 with valid JSON of this many bytes, by default somewhat more than 1 MiB. */
  | { readonly kind: 'hugeBody'; readonly bytes?: number }
  /** 307 to another origin. */
  | { readonly kind: 'redirect'; readonly location: string };

/** What to do to the wire instead of simply answering. */
export type Delivery =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly delayMs: number }
  | { readonly kind: 'hang' }
  | { readonly kind: 'cut'; readonly announced: Answer | undefined };

const USUAL_HUGE_BYTES = 1_024 * 1_024 + 64 * 1_024;
const SIGN_IN_PAGE = '<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>';

/** The faults of one practice hub, counted down as they meet calls. */
export class FaultPlan {
  #faults: readonly { readonly fault: Fault; met: number }[] = [];

  constructor(faults: readonly Fault[]) {
    this.set(faults);
  }

  /** Replaces all faults and their counts. */
  set(faults: readonly Fault[]): void {
    this.#faults = faults.map((fault) => ({ fault, met: 0 }));
  }

  /** The fault that meets this call, if one does: the first of the list that is meant and not used up. */
  take(method: string, path: string): Fault | undefined {
    for (const entry of this.#faults) {
      const { skip = 0, times = Number.POSITIVE_INFINITY } = entry.fault;
      if (!isMeant(entry.fault, method, path) || entry.met >= skip + times) continue;
      entry.met += 1;
      if (entry.met > skip) return entry.fault;
    }
    return undefined;
  }
}

function isMeant({ match }: Fault, method: string, path: string): boolean {
  return (match?.method ?? method) === method && (match?.path?.test(path) ?? true);
}

/** Whether the call must be carried out although it meets this fault. */
export function needsWork(fault: Fault): boolean {
  const showsTrueAnswer = fault.kind === 'slow' || fault.kind === 'truncatedJson';
  return showsTrueAnswer || (fault.kind === 'cutOff' && fault.at === 'midBody') || fault.workDone === true;
}

/** Turns a fault, and the true answer where the work was done, into what happens on the wire. */
export function deliveryOf(fault: Fault, trueAnswer: Answer | undefined): Delivery {
  if (fault.kind === 'hang') return { kind: 'hang' };
  if (fault.kind === 'cutOff') return { kind: 'cut', announced: fault.at === 'midBody' ? trueAnswer : undefined };
  const delayMs = fault.kind === 'slow' ? fault.delayMs : 0;
  return { kind: 'answer', answer: faultyAnswer(fault, trueAnswer ?? jsonAnswer(200, {})), delayMs };
}

function faultyAnswer(fault: Exclude<FaultKind, { readonly kind: 'hang' | 'cutOff' }>, trueAnswer: Answer): Answer {
  switch (fault.kind) {
    case 'slow':
      return trueAnswer;
    case 'status':
      return statusAnswer(fault.status, fault.retryAfter);
    case 'html':
      return { status: 200, headers: { 'content-type': 'text/html;charset=UTF-8' }, body: SIGN_IN_PAGE };
    case 'truncatedJson':
      return { ...trueAnswer, body: trueAnswer.body.slice(0, Math.ceil(trueAnswer.body.length / 2)) };
    case 'hugeBody':
      return jsonAnswer(200, { padding: 'x'.repeat(fault.bytes ?? USUAL_HUGE_BYTES) });
    case 'redirect':
      return { status: 307, headers: { location: fault.location }, body: '' };
  }
}

function statusAnswer(status: number, retryAfter: string | undefined): Answer {
  const problem = {
    ID: `PPF_Fault${status}`,
    message: 'Something went wrong in the hub.',
    pxObjClass: 'Pega-API-Error',
  };
  const challenge = status === 401 ? { 'www-authenticate': 'Bearer realm="practice-hub", error="invalid_token"' } : {};
  const later = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  return jsonAnswer(status, { pxObjClass: 'Pega-API', errors: [problem] }, { ...challenge, ...later });
}
