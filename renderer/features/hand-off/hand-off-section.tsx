// On a hub's own screen: giving its credentials and data-sync pairs to somebody.
import { Send } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { Hub } from '#contract/credentials.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/parts.tsx';
import { handOffWords as words } from '../../words/hand-off-words.ts';
import { HandOffDialog } from './hand-off-dialog.tsx';
import { PlainExportDialog } from './plain-export-dialog.tsx';
import './hand-off.css';

export function HandOffSection({ hub }: { readonly hub: Hub }): ReactElement {
  const [open, setOpen] = useState<'handOff' | 'plain' | null>(null);
  const close = () => setOpen(null);
  return (
    <Section title={words.section} lead={words.sectionLead}>
      <div className="section-buttons">
        <Button size="small" icon={Send} onPress={() => setOpen('handOff')}>
          {words.open}
        </Button>
        <Button size="small" look="quiet" onPress={() => setOpen('plain')}>
          {words.openPlain}
        </Button>
      </div>
      {open === 'handOff' && <HandOffDialog chosen={{ hubId: hub.id }} onClose={close} />}
      {open === 'plain' && <PlainExportDialog hubId={hub.id} onClose={close} />}
    </Section>
  );
}
