// Buttons: one primary per view, danger only inside a confirmation, an icon never without a word or a label.
import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Icon } from './icon.tsx';
import { QuietWait } from './progress.tsx';
import { WithTooltip } from './tooltip.tsx';
import './button.css';

interface Look {
  /** `primary` is the view's one main action; `quiet` has no border until it is pointed at. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'medium' | 'small';
  readonly icon?: LucideIcon;
}

// A waiting button keeps its focus and takes no press; as it submits nothing, Enter in a field sends nothing twice.
// (RAC's own `isPending` announces the button by its id, which is gone when its dialog closes.)
const WAITING = { 'aria-disabled': true, 'data-pending': true, type: 'button', onPress: () => undefined } as const;

export type ButtonProps = Look & Omit<AriaButtonProps, 'children' | 'className'> & { readonly children: ReactNode };

/** A button of words, with an icon before them if given. While `isPending` it waits: no press, a quiet sign. */
export function Button(props: ButtonProps): ReactElement {
  const { look = 'plain', size = 'medium', icon, isPending = false, children, ...rest } = props;
  return (
    <AriaButton {...rest} {...(isPending ? WAITING : {})} className={`button button-${look} button-${size}`}>
      {isPending ? <QuietWait /> : icon !== undefined && <Icon of={icon} />}
      <span className="truncate">{children}</span>
    </AriaButton>
  );
}

export type IconButtonProps = Pick<Look, 'size'> &
  Omit<AriaButtonProps, 'children' | 'className' | 'isPending'> & {
    /** What it does, in words: its name for a screen reader and its tooltip. */
    readonly label: string;
    readonly icon: LucideIcon;
  };

/** A button that is only an icon; its words are its label and its tooltip. */
export function IconButton({ label, icon, size = 'medium', ...rest }: IconButtonProps): ReactElement {
  return (
    <WithTooltip text={label}>
      <AriaButton {...rest} aria-label={label} className={`button button-quiet button-icon button-${size}`}>
        <Icon of={icon} />
      </AriaButton>
    </WithTooltip>
  );
}
