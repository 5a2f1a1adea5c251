// One icon set (Lucide), one size, always beside a word or inside something that has a label.
import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';

/** A 16 px icon, hidden from screen readers: the word beside it speaks. */
export function Icon({ of: Shape, size = 16 }: { readonly of: LucideIcon; readonly size?: number }): ReactElement {
  return <Shape size={size} strokeWidth={1.75} aria-hidden focusable="false" className="icon" />;
}
