// Takes along what is shown, into a file the person chooses.
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Registration } from '#contract/registration.ts';
import type { ExportFormat, ExportRegistrationsInput } from '#contract/review-inputs.ts';
import { ask, failureOf } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { exportFormats, exportWords as words } from '../../../words/export-words.ts';

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
  const written = exporting.data ?? null;
  return (
    <ExportButton
      label={words.export}
      menuLabel={words.menu}
      formats={exportFormats}
      isDisabled={registrations.length === 0}
      isPending={exporting.isPending}
      onExport={exporting.mutate}
      failure={failureOf(exporting.error)}
      told={written === null ? null : words.done(written.fileName)}
      onDismiss={exporting.reset}
    />
  );
}
