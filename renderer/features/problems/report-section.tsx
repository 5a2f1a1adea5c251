// In the settings: the way to a problem report.
import { useState, type ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/parts.tsx';
import { problemWords as words } from '../../words/problem-words.ts';
import { ReportDialog } from './report-dialog.tsx';

export function ReportSection(): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <Section
      title={words.section}
      lead={words.sectionLead}
      action={
        <Button size="small" onPress={() => setOpen(true)}>
          {words.open}
        </Button>
      }
    >
      <ReportDialog isOpen={isOpen} onClose={() => setOpen(false)} />
    </Section>
  );
}
