import { describe, expect, it } from 'vitest';
import {
  firstSeen,
  scrollTopFor,
  selectedSeen,
} from '../../../../renderer/features/registrations/list/kept-position.ts';
import { sampleRegistration } from '../../../screens/registrations/sample-registrations.ts';

const heightPx = 32;
const list = Array.from({ length: 100 }, (_, index) => sampleRegistration({ ID: `REG-${index}` }));

describe('the place of the eye in a list', () => {
  it('is the first row that is seen, and how much of it', () => {
    expect(firstSeen({ list, scrollTop: 0, heightPx })).toEqual({ id: 'REG-0', abovePx: 0 });
    expect(firstSeen({ list, scrollTop: 330, heightPx })).toEqual({ id: 'REG-10', abovePx: 10 });
    expect(firstSeen({ list: [], scrollTop: 0, heightPx })).toBeNull();
  });

  it('is the selected row while any of it is in view', () => {
    const sight = { list, scrollTop: 330, heightPx };
    expect(selectedSeen(sight, 'REG-12', 320)).toEqual({ id: 'REG-12', abovePx: -54 });
    expect(selectedSeen(sight, 'REG-10', 320)).toEqual({ id: 'REG-10', abovePx: 10 });
    expect(selectedSeen(sight, 'REG-9', 320)).toBeNull();
    expect(selectedSeen(sight, 'REG-21', 320)).toBeNull();
    expect(selectedSeen(sight, 'REG-gone', 320)).toBeNull();
  });

  it('stays when rows come and go above it', () => {
    const anchor = { id: 'REG-12', abovePx: -54 };
    expect(scrollTopFor([anchor], list, heightPx)).toBe(330);
    expect(scrollTopFor([anchor], list.slice(5), heightPx)).toBe(330 - 5 * heightPx);
    expect(scrollTopFor([anchor], list.slice(12), heightPx)).toBe(0);
  });

  it('is that of the next best row when its own is gone', () => {
    const anchors = [null, { id: 'REG-gone', abovePx: 0 }, { id: 'REG-3', abovePx: 4 }];
    expect(scrollTopFor(anchors, list, heightPx)).toBe(100);
    expect(scrollTopFor(anchors.slice(0, 2), list, heightPx)).toBeNull();
  });
});
