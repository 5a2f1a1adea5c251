// Dropping real files on the window, the way Chromium itself is told of a drag from outside.
import type { Page } from 'playwright-core';

interface DragData {
  readonly items: readonly { readonly mimeType: string; readonly data: string }[];
  readonly files: readonly string[];
  readonly dragOperationsMask: number;
}

async function drag(page: Page, data: DragData): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const point = { x: 400, y: 300 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      ...point,
      data: { ...data, items: [...data.items], files: [...data.files] },
    });
  }
  await session.detach();
}

/** Drops files by their paths anywhere on the window. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  await drag(page, { items: [], files: paths, dragOperationsMask: 1 });
}

/** Drops a text or a link, as a stray drag from a browser would. */
export async function dropText(page: Page, mimeType: string, text: string): Promise<void> {
  await drag(page, { items: [{ mimeType, data: text }], files: [], dragOperationsMask: 1 });
}
