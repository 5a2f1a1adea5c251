// The printable report: one page of plain HTML without scripts, in which every text of another is escaped.
import { createHash } from 'node:crypto';
import { exactMoment, reportWords as words, shortMoment } from './export-words.ts';
import type { PrintedPage } from './export-ports.ts';
import { tableOf } from './registration-export.ts';
import type { RegistrationExport } from './registration-export.ts';

/** Paper is white: these colours are for ink, not for the window. */
const STYLE = [
  'body{margin:0;font:9pt/1.35 "Inter Variable",Inter,system-ui,sans-serif;color:#191c25}',
  'h1{margin:0 0 8pt;font-size:16pt;font-weight:600}',
  'dl{display:grid;grid-template-columns:max-content 1fr;gap:2pt 12pt;margin:0 0 12pt}',
  'dt{color:#585d6e}',
  'dd{margin:0;overflow-wrap:anywhere}',
  'table{width:100%;border-collapse:collapse;font-size:8pt}',
  'thead{display:table-header-group}',
  'tr{break-inside:avoid}',
  'th,td{padding:3pt 6pt 3pt 0;border-bottom:.5pt solid #c6cad6;text-align:left;vertical-align:top;overflow-wrap:anywhere}',
  'th{border-bottom-color:#191c25;font-weight:600}',
].join('');

/** A table with more columns is printed across. */
const COLUMNS_UPRIGHT = 5;

export function reportPage(what: RegistrationExport): PrintedPage {
  const [headings = [], ...rows] = tableOf(what, shortMoment);
  const hash = createHash('sha256').update(STYLE).digest('base64');
  const html = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'">`,
    `<title>${escapeHtml(`${words.title}, ${what.hubName}`)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${words.title}</h1>${factList(what)}`,
    rows.length === 0 ? `<p>${words.none}</p>` : table(headings, rows),
    '</body></html>',
  ].join('');
  return { html, footerHtml: footer(what), isLandscape: headings.length > COLUMNS_UPRIGHT };
}

function factList({ hubName, asOfMs, exportedAtMs, narrowedTo, registrations, total }: RegistrationExport): string {
  const facts = [
    [words.hub, hubName],
    [words.asOf, asOfText(asOfMs)],
    [words.printed, exactMoment(exportedAtMs)],
    [words.shown, words.count(registrations.length, total)],
    ...(narrowedTo === '' ? [] : [[words.narrowedTo, narrowedTo]]),
  ];
  return `<dl>${facts.map(([name = '', value = '']) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`;
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = headings.map((heading) => `<th scope="col">${escapeHtml(heading)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`);
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

/** Chromium prints it in a document of its own: it has no styles but these, and at first no size. */
function footer({ hubName, asOfMs }: RegistrationExport): string {
  const text = escapeHtml(`${hubName} · ${words.asOf.toLowerCase()} ${asOfText(asOfMs)}`);
  const number = `${words.page} <span class="pageNumber"></span> ${words.of} <span class="totalPages"></span>`;
  const style =
    'display:flex;justify-content:space-between;width:100%;margin:0 1.2cm;font:7pt sans-serif;color:#585d6e';
  return `<div style="${style}"><span>${text}</span><span>${number}</span></div>`;
}

function asOfText(asOfMs: number | null): string {
  return asOfMs === null ? words.neverRead : exactMoment(asOfMs);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
