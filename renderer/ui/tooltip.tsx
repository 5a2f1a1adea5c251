// A tooltip repeats or widens what is already said in words; it never carries the only copy of something needed.
import { useEffect, useEffectEvent, useState, type ReactElement, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
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
  const [isOpen, setOpen] = useState(false);
  useClosedByEscape(isOpen, () => setOpen(false));
  return (
    <TooltipTrigger isOpen={isOpen} onOpenChange={setOpen} delay={500} closeDelay={0}>
      {children}
      <Tooltip className="tooltip" placement={placement} offset={6}>
        {text}
      </Tooltip>
    </TooltipTrigger>
  );
}

/**
 * Escape is for what the person is in, a dialog or a pane; a tooltip only goes with it. The library would keep the key to
 * itself, so the tooltip is gone before the library hears of it.
 */
function useClosedByEscape(isOpen: boolean, close: () => void): void {
  const onEscape = useEffectEvent(close);
  useEffect(() => {
    if (!isOpen) return;
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') flushSync(() => onEscape());
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [isOpen]);
}
