// The printed report in the real Electron: its pages, and that what it prints can do nothing.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { inflateSync } from 'node:zlib';
import { build } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import type { PrintedPage } from '../../../main/core/exports/export-ports.ts';
import { reportPage } from '../../../main/core/exports/report-page.ts';
import { readRegistration } from '../../../main/core/registrations/registration.ts';
import { resolveElectron } from '../../../tools/electron-runtime.mjs';
import { wireRegistration } from '../../doubles/wire-registration.ts';
import type { PrintFacts } from './print-report.ts';

const execute = promisify(execFile);

/** Prints the pages in an Electron of their own; ORIGIN in a page is an address that counts what is asked of it. */
async function print(pages: readonly PrintedPage[]): Promise<PrintFacts & { readonly files: readonly Buffer[] }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fabric-registrar-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: path.join(import.meta.dirname, 'print-report.ts'),
      outDir: folder,
      rolldownOptions: { external: ['electron'], output: { entryFileNames: 'main.mjs' } },
    },
  });
  await writeFile(path.join(folder, 'package.json'), '{"name":"print","type":"module","main":"main.mjs"}');
  await writeFile(path.join(folder, 'pages.json'), JSON.stringify(pages));
  const { executablePath, args } = await resolveElectron();
  const { stdout } = await execute(executablePath, [...args, `--user-data-dir=${folder}/data`, folder]);
  const line = stdout.split('\n').find((each) => each.startsWith('FACTS')) ?? 'FACTS{}';
  // SAFETY: the program wrote it.
  const facts = JSON.parse(line.slice('FACTS'.length)) as PrintFacts;
  return { ...facts, files: await Promise.all(pages.map((_page, index) => readFile(`${folder}/${index}.pdf`))) };
}

/** How many pages a PDF file has. */
function pagesIn(pdf: Buffer): number {
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
}

/** Everything that is drawn or said in a PDF file, its packed parts unpacked. */
function contentOf(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const packed = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, stream = '']) => {
    try {
      return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return [text, ...packed].join('\n');
}

const registration = (index: number) => readRegistration(wireRegistration({ ID: `REG-${index}` }));

test('a report has as many pages as it needs, with the hub as its title, and leaves no window behind', async () => {
  const registrations = Array.from({ length: 200 }, (_, index) => registration(index)).filter((each) => each !== null);
  const page = reportPage({
    hubName: 'Claims Hub',
    asOfMs: Date.UTC(2026, 10, 23, 8, 30),
    exportedAtMs: Date.UTC(2026, 10, 23, 9),
    narrowedTo: 'Active',
    columns: ['label', 'name', 'id'].map((id) => ({ id, heading: id })),
    registrations,
    total: 300,
  });
  const { files, windows, warnings } = await print([page, { ...page, isLandscape: true }]);
  const [upright, across] = files.map(pagesIn);
  expect(upright).toBeGreaterThan(2);
  expect(across).toBeGreaterThan(upright ?? 0);
  expect(contentOf(files[0] ?? Buffer.alloc(0))).toContain('/Title (Registrations, Claims Hub)');
  expect({ windows, warnings }).toEqual({ windows: 0, warnings: [] });
});

test('a page that got more than it should runs nothing and loads nothing', async () => {
  const html = `<!doctype html><title>before</title><img src="ORIGIN/image"><link rel="stylesheet" href="ORIGIN/style">
    <iframe src="ORIGIN/frame"></iframe><iframe src="file:///etc/hostname"></iframe>
    <script src="ORIGIN/script"></script><script>document.title = 'after'; fetch('ORIGIN/fetch')</script>
    <meta http-equiv="refresh" content="0; url=ORIGIN/refresh">`;
  const { files, requests } = await print([{ html, footerHtml: '<span></span>', isLandscape: false }]);
  const content = contentOf(files[0] ?? Buffer.alloc(0));
  expect(content).toContain('/Title (before)');
  expect(content).not.toContain('(after)');
  expect(requests).toEqual([]);
});
