// Waiting, told quietly: nothing for 150 ms, then a small sign; a bar with words for what takes longer than a second.
import type { ReactElement } from 'react';
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';
import './progress.css';

/** A small turning arc that appears only after 150 ms (by CSS), where the click was. */
export function QuietWait(): ReactElement {
  return <span className="quiet-wait" aria-hidden />;
}

/** An indeterminate bar with what is being done; it appears after one second (by CSS) and keeps its place from the start. */
export function ProgressBar({ label }: { readonly label: string }): ReactElement {
  return (
    <AriaProgressBar isIndeterminate aria-label={label} className="progress">
      <span className="progress-label" aria-hidden>
        {label}
      </span>
      <span className="progress-track">
        <span className="progress-bar" />
      </span>
    </AriaProgressBar>
  );
}
