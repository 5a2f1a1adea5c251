// The status of a registration as shape, word and colour, the same wherever it is shown.
import type { ReactElement } from 'react';
import type { RegistrationStatus, StatusKind } from '#contract/registration.ts';
import { detailsWords, statusWord } from '../words/registration-words.ts';
import './status-mark.css';

/** Drawn in a square of 12; told apart without colour, and without motion. */
const shapes: Readonly<Record<StatusKind, ReactElement>> = {
  pending: <circle cx="6" cy="6" r="4.25" className="status-line" />,
  synchronizing: <path d="M6 1.75a4.25 4.25 0 1 1-4.25 4.25" className="status-line" />,
  active: <circle cx="6" cy="6" r="4.5" className="status-fill" />,
  hidden: (
    <>
      <circle cx="6" cy="6" r="4.25" className="status-line" />
      <path d="M6 1.75a4.25 4.25 0 0 0 0 8.5z" className="status-fill" />
    </>
  ),
  stopped: <rect x="2" y="2" width="8" height="8" rx="1" className="status-fill" />,
  failure: <path d="M6 1.4 11.2 10.4H.8z" className="status-fill status-joined" />,
  resolved: <path d="m2.2 6.4 2.6 2.6 5-5.8" className="status-line" />,
  unknown: (
    <>
      <circle cx="6" cy="6" r="4.25" className="status-line" />
      <circle cx="6" cy="6" r="1.5" className="status-fill" />
    </>
  ),
};

/** A status; the Hub's own string is its title. */
export function StatusMark({ status }: { readonly status: RegistrationStatus }): ReactElement {
  return (
    <span className={`status status-${status.kind}`} title={detailsWords.rawStatus(status.raw)}>
      <StatusShape kind={status.kind} />
      <span className="truncate">{statusWord(status)}</span>
    </span>
  );
}

/** Only the shape, in the colour around it: for where the word stands beside it. */
export function StatusShape({ kind }: { readonly kind: StatusKind }): ReactElement {
  return (
    <svg
      viewBox="0 0 12 12"
      width="12"
      height="12"
      aria-hidden
      focusable="false"
      className={kind === 'synchronizing' ? 'status-turning' : undefined}
    >
      {shapes[kind]}
    </svg>
  );
}
