// Takes along what the filter lets through, all pages of it, into a file the person chooses.
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { ActivityFilter } from '#contract/activity-inputs.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { activityExportFormats, activityWords as words } from '../../words/activity-words.ts';

interface ActivityExportProps {
  readonly filter: ActivityFilter;
  readonly isEmpty: boolean;
}

export function ActivityExport({ filter, isEmpty }: ActivityExportProps): ReactElement {
  const bridge = useBridge();
  const exporting = useMutation({
    mutationFn: (format: 'csv' | 'json') => ask(bridge.exports.activity({ filter, format })),
  });
  const written = exporting.data ?? null;
  return (
    <ExportButton
      label={words.export}
      menuLabel={words.exportMenu}
      formats={activityExportFormats}
      isDisabled={isEmpty}
      isPending={exporting.isPending}
      onExport={exporting.mutate}
      failure={failureOf(exporting.error)}
      told={written === null ? null : words.exported(written.fileName)}
      onDismiss={exporting.reset}
    />
  );
}
