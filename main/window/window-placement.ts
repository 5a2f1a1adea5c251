// Where the window was: remembered, and brought back into sight when a display is gone.
import { z } from 'zod';
import type { Result } from '#contract/result.ts';
import { readStored } from '../core/hubs/stored-format.ts';
import type { StoredFormatProblem } from '../core/hubs/stored-format.ts';

export const MINIMUM_SIZE = { width: 800, height: 560 } as const;
const USUAL_SIZE = { width: 1280, height: 800 } as const;
/** So much of the window's top has to be on a display for it to be found and moved. */
const GRIP = { width: 120, height: 40 } as const;

/** In device-independent pixels, as Electron counts. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const whole = z.number().int();
const bounds = z.object({ x: whole, y: whole, width: whole.positive(), height: whole.positive() }).readonly();
const storedPlacement = z
  .object({ formatVersion: z.literal(1), bounds: bounds.nullable(), isMaximized: z.boolean() })
  .readonly();

export type StoredPlacement = z.infer<typeof storedPlacement>;
export const emptyStoredPlacement: StoredPlacement = { formatVersion: 1, bounds: null, isMaximized: false };

export function parseStoredPlacement(json: unknown): Result<StoredPlacement, StoredFormatProblem> {
  return readStored(json, { schema: storedPlacement, migrations: [] });
}

export type Placement = Omit<Rectangle, 'x' | 'y'> & Partial<Rectangle>;

/** Where the window opens: where it was if that can be seen, else in the middle; never larger than its display. */
export function placementFor(stored: StoredPlacement, workAreas: readonly [Rectangle, ...Rectangle[]]): Placement {
  const before = stored.bounds;
  const home = before === null ? undefined : workAreas.find((area) => showsGrip(before, area));
  if (before === null || home === undefined) return sizeWithin(USUAL_SIZE, workAreas[0]);
  return { x: before.x, y: before.y, ...sizeWithin(before, home) };
}

function showsGrip(window: Rectangle, area: Rectangle): boolean {
  const visibleWidth = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const isTopVisible = window.y >= area.y && window.y + GRIP.height <= area.y + area.height;
  return visibleWidth >= GRIP.width && isTopVisible;
}

type Size = Pick<Rectangle, 'width' | 'height'>;

function sizeWithin({ width, height }: Size, area: Size): Size {
  return {
    width: Math.max(MINIMUM_SIZE.width, Math.min(width, area.width)),
    height: Math.max(MINIMUM_SIZE.height, Math.min(height, area.height)),
  };
}
