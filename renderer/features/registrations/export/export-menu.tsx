// Takes along what is shown, into a file the person chooses.
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Registration } from '#contract/registration.ts';
import type { ExportFormat, ExportRegistrationsInput } from '#contract/review-inputs.ts';
import { ask, failureOf } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { exportFormats, exportWords as words } from '../../../words/export-words.ts';
import './export.css';

interface ExportMenuProps {
  readonly hubId: string;
  /** What is shown, in its order. */
  readonly registrations: readonly Registration[];
  readonly columns: ExportRegistrationsInput['columns'];
  /** What the list is narrowed to, in words; '' when it is not. */
  readonly narrowedTo: string;
}

export function ExportMenu({ hubId, registrations, columns, narrowedTo }: ExportMenuProps): ReactElement {
  const bridge = useBridge();
  const exporting = useMutation({
    mutationFn: (format: ExportFormat) => {
      const registrationIds = registrations.map(({ id }) => id);
      return ask(bridge.exports.registrations({ hubId, format, registrationIds, columns, narrowedTo }));
    },
  });
  const failure = failureOf(exporting.error);
  const written = exporting.data ?? null;
  return (
    <div className="export">
      <Menu
        label={words.menu}
        actions={exportFormats.map((format) => ({ ...format, onAction: () => exporting.mutate(format.id) }))}
      >
        <Button icon={Download} isPending={exporting.isPending} isDisabled={registrations.length === 0}>
          {words.export}
        </Button>
      </Menu>
      <div className="export-outcome">
        {failure !== null && <FailureNotice failure={failure} onDismiss={exporting.reset} />}
        {written !== null && (
          <Notice kind="positive" isLive title={words.done(written.fileName)} onDismiss={exporting.reset} />
        )}
      </div>
    </div>
  );
}
