// The shortcuts and what they do, as the page under `?` lists them.

export const shortcutWords = { title: 'Keyboard shortcuts' } as const;

interface Shortcut {
  readonly keys: readonly string[];
  readonly does: string;
}

export interface ShortcutGroup {
  readonly heading: string;
  readonly shortcuts: readonly Shortcut[];
}

/** All of them; a Mac has other keys for going back and forward. */
export function shortcutGroups(isMac: boolean): readonly ShortcutGroup[] {
  return [
    {
      heading: 'Everywhere',
      shortcuts: [
        { keys: ['?'], does: 'Show this list' },
        { keys: isMac ? ['⌘', '['] : ['Alt', '←'], does: 'Go back' },
        { keys: isMac ? ['⌘', ']'] : ['Alt', '→'], does: 'Go forward' },
        { keys: isMac ? ['⌘', 'Shift', 'L'] : ['Ctrl', 'Shift', 'L'], does: 'Lock secrets, or unlock them' },
        { keys: ['Esc'], does: 'Leave a dialog, the search or the details' },
      ],
    },
    {
      heading: 'In the list',
      shortcuts: [
        { keys: ['/'], does: 'Search' },
        { keys: ['↑', '↓'], does: 'Go from row to row' },
        { keys: ['Home', 'End'], does: 'Go to the first or the last row' },
        { keys: ['Page ↑', 'Page ↓'], does: 'Go a page up or down' },
        { keys: ['Enter'], does: 'Open the details' },
      ],
    },
  ];
}
