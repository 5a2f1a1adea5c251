// Takes along what the filter lets through, all pages of it, into a file the person chooses.
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ActivityFilter } from '#contract/activity-inputs.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Notice } from '../../ui/notice.tsx';
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
  const failure = failureOf(exporting.error);
  const written = exporting.data ?? null;
  return (
    <div className="activity-export">
      <Menu
        label={words.exportMenu}
        actions={activityExportFormats.map((format) => ({ ...format, onAction: () => exporting.mutate(format.id) }))}
      >
        <Button icon={Download} isPending={exporting.isPending} isDisabled={isEmpty}>
          {words.export}
        </Button>
      </Menu>
      <div className="activity-export-outcome">
        {failure !== null && <FailureNotice failure={failure} onDismiss={exporting.reset} />}
        {written !== null && (
          <Notice kind="positive" isLive title={words.exported(written.fileName)} onDismiss={exporting.reset} />
        )}
      </div>
    </div>
  );
}
