import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { menuTemplate } from '../../../../main/window/menu.ts';

const itemsOf = (items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);

function menu(platform: NodeJS.Platform, isPackaged = true) {
  const [onReportProblem, onLock] = [vi.fn(), vi.fn()];
  const items = itemsOf(menuTemplate({ platform, isPackaged, onReportProblem, onLock }));
  return { items, onReportProblem, onLock, labelled: (label: string) => items.find((item) => item.label === label) };
}

describe.each(['linux', 'win32', 'darwin'] as const)('the menu on %s', (platform) => {
  it('locks the secrets by its item and by a shortcut', () => {
    const { labelled, onLock, onReportProblem } = menu(platform);
    const lock = labelled('Lock or unlock secrets');
    expect(lock?.accelerator).toBe('CmdOrCtrl+Shift+L');
    // SAFETY: the item does not look at what it is given.
    Reflect.apply(lock?.click ?? vi.fn(), undefined, []);
    expect(onLock).toHaveBeenCalledOnce();
    expect(onReportProblem).not.toHaveBeenCalled();
  });

  it('has no way to look behind the page once it is packaged', () => {
    const roles = (isPackaged: boolean) => menu(platform, isPackaged).items.map(({ role }) => role);
    expect(roles(false)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
    for (const role of ['reload', 'toggleDevTools']) expect(roles(true)).not.toContain(role);
  });
});
