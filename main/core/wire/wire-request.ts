// A request as a person may see it: complete, but for the token.
import type { WireRequest } from '#contract/wire.ts';
import { apiHeaders } from '../tokens/authorized-send.ts';
import type { ApiRequest } from '../tokens/authorized-send.ts';
import { indentedJson } from './indented-json.ts';
import { curlCommand } from './shell-command.ts';

/** The request as it would be sent, told by the same functions that send it. */
export function wireRequest(request: ApiRequest): WireRequest {
  const { method, url, body } = request;
  return {
    method,
    url,
    headers: Object.entries(apiHeaders(request, '…')).map(([name, value]) => ({ name, value })),
    body: body === undefined ? null : indentedJson(body),
    curl: curlCommand(request),
  };
}
