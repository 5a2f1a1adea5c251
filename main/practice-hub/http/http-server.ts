/** The practice hub on the wire: reads a call, lets faults and latency have their way, and writes the answer. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

import { jsonAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import type { Call } from './call.ts';
import { deliveryOf, needsWork } from './faults.ts';
import type { Delivery, FaultPlan } from './faults.ts';
import { readCall, targetOf, writeAnswer, writeHalfAnswer } from './http-exchange.ts';
import type { RequestRecord } from './request-record.ts';

/** What stands between the wire and the answers. */
export interface HttpServerSettings {
  readonly answerTo: (call: Call) => Promise<Answer>;
  readonly latencyMs: number;
  readonly faults: FaultPlan;
  /** Where calls are counted; `undefined` when nobody wants to know. */
  readonly record: RequestRecord | undefined;
}

interface ExchangeSettings extends HttpServerSettings {
  readonly isOpen: () => boolean;
}

const KEEP_ALIVE_MS = 120_000;

/** A server that does not listen yet. */
export function practiceHubServer(settings: HttpServerSettings): Server {
  const server = createServer((request, response) => {
    exchange(request, response, { ...settings, isOpen: () => server.listening }).catch(() => {
      // Only a broken connection ends here: what goes wrong in an answer has become an answer already.
      response.destroy();
    });
  });
  // Longer than a person pauses between two clicks, so that a client's kept connection is not cut just when it is used.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return server;
}

/** Ends a server at once, also connections that still wait for an answer. */
export async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

async function exchange(request: IncomingMessage, response: ServerResponse, settings: ExchangeSettings): Promise<void> {
  const { method, path } = targetOf(request);
  settings.record?.note(method, path);
  const fault = settings.faults.take(method, path);
  const call = await readCall(request);
  if (settings.latencyMs > 0) await wait(settings.latencyMs, undefined, { ref: false });
  // A call that was held back while the hub was closed asks for nothing any more.
  if (!settings.isOpen()) return;
  if (fault === undefined) {
    writeAnswer(response, await answerOrApology(call, settings));
    return;
  }
  const trueAnswer = needsWork(fault) ? await answerOrApology(call, settings) : undefined;
  await deliver(response, deliveryOf(fault, trueAnswer));
}

async function answerOrApology(call: Call | undefined, { answerTo }: HttpServerSettings): Promise<Answer> {
  if (call === undefined) return apology(413, 'The body is too large.');
  try {
    return await answerTo(call);
  } catch {
    // A full disk, for instance. The caller learns that it failed; the reason may name paths of this machine and stays here.
    return apology(500, 'Something went wrong in the practice hub; its disk may be full.');
  }
}

function apology(status: number, message: string): Answer {
  const problem = { ID: 'PPF_PracticeHub', message, pxObjClass: 'Pega-API-Error' };
  return jsonAnswer(status, { pxObjClass: 'Pega-API', errors: [problem] });
}

async function deliver(response: ServerResponse, delivery: Delivery): Promise<void> {
  switch (delivery.kind) {
    case 'hang':
      return;
    case 'cut':
      if (delivery.announced === undefined) response.destroy();
      else writeHalfAnswer(response, delivery.announced);
      return;
    case 'answer':
      if (delivery.delayMs > 0) await wait(delivery.delayMs, undefined, { ref: false });
      if (!response.destroyed) writeAnswer(response, delivery.answer);
  }
}
