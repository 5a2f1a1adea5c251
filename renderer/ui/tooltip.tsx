// A tooltip repeats or widens what is already said in words; it never carries the only copy of something needed.
import type { ReactElement, ReactNode } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import './overlay.css';

interface WithTooltipProps {
  readonly text: ReactNode;
  readonly placement?: 'top' | 'bottom' | 'left' | 'right';
  /** One focusable thing (a button, or RAC's `Focusable` around anything else). */
  readonly children: ReactElement;
}

/** Shows `text` after half a second of pointing at its child, and at once on keyboard focus. */
export function WithTooltip({ text, placement = 'bottom', children }: WithTooltipProps): ReactElement {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <Tooltip className="tooltip" placement={placement} offset={6}>
        {text}
      </Tooltip>
    </TooltipTrigger>
  );
}
