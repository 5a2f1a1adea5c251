// The PdfPrinter port over a window that nobody sees: no scripts, no network, no storage, one page from memory.
import { BrowserWindow, session } from 'electron';
import type { Session } from 'electron';
import type { PdfPrinter, PrintedPage } from '../core/exports/export-ports.ts';
import type { Log } from '../core/ports.ts';
import { describeForLog } from './describe-for-log.ts';
import { turns } from './turns.ts';

/** In memory only, apart from the app's own page: its protocol and its permissions do not reach here. */
const PARTITION = 'report';
/** The app's scheme, because it is the one that may hold pages; the host exists in this partition only. */
const SCHEME = 'app';
const ADDRESS = `${SCHEME}://report/page.html`;
const CENTIMETRES_PER_INCH = 2.54;

/** One page at a time. */
export function electronPdfPrinter(log: Log): PdfPrinter {
  const inTurn = turns();
  return (page) =>
    inTurn.take('', async () => {
      try {
        return await printAlone(page);
      } catch (error: unknown) {
        log.warn('A report could not be printed', describeForLog(error));
        return null;
      }
    });
}

async function printAlone(page: PrintedPage): Promise<Uint8Array> {
  const partition = session.fromPartition(PARTITION, { cache: false });
  confine(partition);
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
  partition.protocol.handle(SCHEME, () => new Response(page.html, { headers }));
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: partition,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  });
  try {
    await window.loadURL(ADDRESS);
    return await window.webContents.printToPDF({
      landscape: page.isLandscape,
      pageSize: 'A4',
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: page.footerHtml,
      margins: {
        top: 1.2 / CENTIMETRES_PER_INCH,
        bottom: 1.6 / CENTIMETRES_PER_INCH,
        left: 1.2 / CENTIMETRES_PER_INCH,
        right: 1.2 / CENTIMETRES_PER_INCH,
      },
      generateTaggedPDF: true,
    });
  } finally {
    window.destroy();
    partition.protocol.unhandle(SCHEME);
  }
}

/** Nothing but the one page is loaded, whatever it says, and nothing is granted. */
function confine(partition: Session): void {
  partition.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  partition.setPermissionCheckHandler(() => false);
  partition.setDevicePermissionHandler(() => false);
  partition.setSpellCheckerEnabled(false);
  partition.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url !== ADDRESS }));
}
