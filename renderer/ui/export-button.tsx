// Takes something along: a menu of formats, and under it, moving nothing, what came of the last choice.
import { Download } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Failure } from '#contract/failure.ts';
import { Button } from './button.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { Menu } from './menu.tsx';
import { Notice } from './notice.tsx';
import './export-button.css';

interface ExportButtonProps<Format extends string> {
  /** What the button says. */
  readonly label: string;
  /** What the menu is called. */
  readonly menuLabel: string;
  readonly formats: readonly { readonly id: Format; readonly label: string }[];
  /** Nothing is there to be taken along. */
  readonly isDisabled: boolean;
  readonly isPending: boolean;
  readonly onExport: (format: Format) => void;
  readonly failure: Failure | null;
  /** What was written, in words; null when nothing was. */
  readonly told: string | null;
  readonly onDismiss: () => void;
}

export function ExportButton<Format extends string>(props: ExportButtonProps<Format>): ReactElement {
  const { label, menuLabel, formats, isDisabled, isPending, onExport, failure, told, onDismiss } = props;
  return (
    <div className="export">
      <Menu label={menuLabel} actions={formats.map((format) => ({ ...format, onAction: () => onExport(format.id) }))}>
        <Button icon={Download} isPending={isPending} isDisabled={isDisabled}>
          {label}
        </Button>
      </Menu>
      <div className="export-outcome">
        {failure !== null && <FailureNotice failure={failure} onDismiss={onDismiss} />}
        {told !== null && <Notice kind="positive" isLive title={told} onDismiss={onDismiss} />}
      </div>
    </div>
  );
}
