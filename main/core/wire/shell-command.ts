// A request as a command for a POSIX shell: what *Copy as cURL* copies.
import { apiHeaders } from '../tokens/authorized-send.ts';
import type { ApiRequest } from '../tokens/authorized-send.ts';

/** The variable that stands for the token: nothing secret is ever in the command. */
const TOKEN = '$ACCESS_TOKEN';

/** The command, one argument pair a line. The body is the very text that is sent. */
export function curlCommand(request: ApiRequest): string {
  const { method, url, body } = request;
  const headers = Object.entries(apiHeaders(request, TOKEN)).map(([name, value]) => {
    return `--header ${value.includes(TOKEN) ? `"${name}: ${value}"` : quoteForShell(`${name}: ${value}`)}`;
  });
  const data = body === undefined ? [] : [`--data-raw ${quoteForShell(body)}`];
  return [`curl --request ${method} ${quoteForShell(url)}`, ...headers, ...data].join(' \\\n  ');
}

/** In single quotes nothing means anything to a POSIX shell but the quote itself. */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
