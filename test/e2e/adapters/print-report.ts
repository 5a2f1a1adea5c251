// A program for the tests, run by the real Electron: prints the page in its folder and says what came of it.
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { app, BrowserWindow, protocol } from 'electron';
import { electronPdfPrinter } from '../../../main/adapters/electron-pdf-printer.ts';
import type { PrintedPage } from '../../../main/core/exports/export-ports.ts';

export interface PrintFacts {
  /** How many windows were left open. */
  readonly windows: number;
  /** What the page asked the network for. */
  readonly requests: readonly string[];
  readonly warnings: readonly string[];
  readonly sizes: readonly (number | null)[];
}

async function print(folder: string): Promise<void> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // SAFETY: a server that listens on a port has an address.
  const { port } = server.address() as AddressInfo;
  // SAFETY: the test wrote it.
  const pages = JSON.parse(readFileSync(path.join(folder, 'pages.json'), 'utf8')) as PrintedPage[];
  const warnings: string[] = [];
  const printPdf = electronPdfPrinter({ info: () => undefined, warn: (event) => void warnings.push(event) });
  const printed = await Promise.all(
    pages.map((page) => printPdf({ ...page, html: page.html.replaceAll('ORIGIN', `http://127.0.0.1:${port}`) })),
  );
  for (const [index, pdf] of printed.entries()) {
    if (pdf !== null) writeFileSync(path.join(folder, `${index}.pdf`), pdf);
  }
  const sizes = printed.map((pdf) => pdf?.length ?? null);
  const facts: PrintFacts = { windows: BrowserWindow.getAllWindows().length, requests, warnings, sizes };
  process.stdout.write(`FACTS${JSON.stringify(facts)}\n`);
  server.close();
  app.exit(0);
}

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
app.on('window-all-closed', () => undefined);
void app.whenReady().then(() => print(app.getAppPath()));
