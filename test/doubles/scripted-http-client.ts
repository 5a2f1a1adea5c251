// An HttpClient that sends nothing: a function of the test answers, and every request is remembered.
import { ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { HttpAnswer, HttpClient, HttpRequest, HttpTrouble } from '../../main/core/ports.ts';

type Sent = Result<HttpAnswer, HttpTrouble>;

interface ScriptedHttpClient extends HttpClient {
  readonly requests: readonly HttpRequest[];
  /** The limit that came with each request, null where there was none. */
  readonly limits: readonly (number | null)[];
}

/** Every request is answered by `answer`, which may take its time. */
export function scriptedHttpClient(answer: (request: HttpRequest, index: number) => Sent | Promise<Sent>) {
  const requests: HttpRequest[] = [];
  const limits: (number | null)[] = [];
  return {
    requests,
    limits,
    async send(request, limit) {
      limits.push(limit?.answerLimitBytes ?? null);
      return answer(request, requests.push(request) - 1);
    },
  } satisfies ScriptedHttpClient;
}

/** An answer as the port gives it; anything but a text is written as JSON. */
export function httpAnswer(status: number, body: unknown = '', headers: Record<string, string> = {}): HttpAnswer {
  return { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body), durationMs: 1 };
}

/** The same as what a client's `send` resolves to. */
export function answered(status: number, body: unknown = '', headers: Record<string, string> = {}): Sent {
  return ok(httpAnswer(status, body, headers));
}
