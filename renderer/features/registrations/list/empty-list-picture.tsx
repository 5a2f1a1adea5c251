// The picture of an empty list: a sheet of rows, the first of them waiting to be written.
import type { ReactElement } from 'react';

export function EmptyListPicture(): ReactElement {
  return (
    <svg viewBox="0 0 160 104" width="160" height="104" aria-hidden focusable="false" className="empty-picture">
      <rect x="14.5" y="10.5" width="131" height="83" rx="8" className="picture-sheet" />
      <path d="M14.5 32.5h131" className="picture-line" />
      <path d="M26 21.5h18M60 21.5h12M96 21.5h20" className="picture-word" />
      <rect x="22.5" y="38.5" width="115" height="18" rx="5" className="picture-slot" />
      <path d="M80 43.5v8M76 47.5h8" className="picture-plus" />
      <path d="M26 66.5h34M72 66.5h16M100 66.5h30" className="picture-faint" />
      <path d="M26 80.5h24M72 80.5h22M100 80.5h22" className="picture-faint" />
    </svg>
  );
}
