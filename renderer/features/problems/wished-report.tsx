// Opens the problem report when the person chose it in the menu, wherever they are.
import { useEffect, useState, type ReactElement } from 'react';
import { useBridge } from '../../app/bridge-context.tsx';
import { ReportDialog } from './report-dialog.tsx';

export function WishedReport(): ReactElement {
  const bridge = useBridge();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => bridge.on('reportWished', () => setOpen(true)), [bridge]);
  return <ReportDialog isOpen={isOpen} onClose={() => setOpen(false)} />;
}
