import { describe, expect, it } from 'vitest';
import {
  columnStyle,
  hiddenColumns,
  listColumns,
  moved,
  resized,
  toggled,
} from '../../../../renderer/features/registrations/list/shown-columns.ts';

const three = listColumns([
  { id: 'label', widthPx: null },
  { id: 'id', widthPx: 120 },
  { id: 'status', widthPx: null },
]);
const ids = (columns: readonly { readonly id: string }[]) => columns.map(({ id }) => id);

describe('the columns of a list', () => {
  it('are the app’s own until the person chooses, and wherever nothing of the choice is known', () => {
    const own = ['label', 'name', 'platform', 'status', 'productionLevel', 'systemUrl', 'updated'];
    expect(ids(listColumns(null))).toEqual(own);
    expect(ids(listColumns([]))).toEqual(own);
    expect(ids(listColumns([{ id: 'fromAnotherVersion', widthPx: 90 }]))).toEqual(own);
  });

  it('leave out what another version saved, and what is there twice', () => {
    const saved = ['id', 'fromAnotherVersion', 'status', 'id'].map((id) => ({ id, widthPx: null }));
    expect(ids(listColumns(saved))).toEqual(['id', 'status']);
  });

  it('come and go, but the last one stays', () => {
    expect(ids(toggled(three, 'id'))).toEqual(['label', 'status']);
    expect(ids(toggled(three, 'created'))).toEqual(['label', 'id', 'status', 'created']);
    const one = three.slice(0, 1);
    expect(toggled(one, 'label')).toBe(one);
    expect(hiddenColumns(three)).not.toContain('id');
    expect(hiddenColumns(three)).toContain('clientId');
  });

  it('move by one place, and not beyond the ends', () => {
    expect(ids(moved(three, 'id', -1))).toEqual(['id', 'label', 'status']);
    expect(ids(moved(three, 'id', 1))).toEqual(['label', 'status', 'id']);
    expect(moved(three, 'label', -1)).toBe(three);
    expect(moved(three, 'status', 1)).toBe(three);
    expect(moved(three, 'created', 1)).toBe(three);
  });

  it('are as wide as they are made, within what can be seen', () => {
    const width = (widthPx: number | null) => resized(three, 'id', widthPx).find(({ id }) => id === 'id')?.widthPx;
    expect(width(200.4)).toBe(200);
    expect(width(3)).toBe(56);
    expect(width(9000)).toBe(1200);
    expect(width(null)).toBeNull();
  });

  it('share what is left of the window, where nobody set their width', () => {
    expect(columnStyle(three)).toEqual({
      '--columns': 'minmax(160px, 2.2fr) 120px 160px',
      '--list-width': `${160 + 120 + 160 + 24}px`,
    });
  });
});
