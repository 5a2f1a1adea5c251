// The app's mark: two threads over two threads, as on its icon.
import type { ReactElement } from 'react';

export function Mark(): ReactElement {
  return (
    <svg className="mark" width="18" height="18" viewBox="0 0 18 18" aria-hidden focusable="false">
      <rect className="mark-ground" width="18" height="18" rx="4" />
      <path className="mark-under" d="M3.2 6.5h1.6M8.2 6.5h6.6M3.2 11.5h6.6M13.2 11.5h1.6" />
      <path className="mark-over" d="M6.5 3.2v6.6M6.5 13.2v1.6M11.5 3.2v1.6M11.5 8.2v6.6" />
    </svg>
  );
}
