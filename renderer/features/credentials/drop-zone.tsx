// The hero of the start screen. The dropping itself is heard on the whole window (app/file-drag.ts); this is where it looks.
import { FolderOpen } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { QuietWait } from '../../ui/progress.tsx';
import { connectWords } from '../../words/connect-words.ts';
import { DropPicture } from './drop-picture.tsx';
import type { ImportFlow } from './use-import.ts';

export function DropZone({ flow }: { readonly flow: ImportFlow }): ReactElement {
  const { step } = flow.state;
  return (
    <section className="drop-zone" aria-label={connectWords.dropHere}>
      <DropPicture />
      <p className="drop-zone-words">
        <strong>{connectWords.dropHere}</strong> <span className="muted">{connectWords.dropAnywhere}</span>
      </p>
      <Button look="primary" icon={FolderOpen} onPress={flow.chooseFile}>
        {connectWords.chooseFile}
      </Button>
      <p className="drop-zone-status muted" role="status">
        {step.kind === 'reading' && (
          <>
            <QuietWait /> {connectWords.reading(step.name)}
          </>
        )}
      </p>
    </section>
  );
}
