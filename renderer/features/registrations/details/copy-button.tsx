// Puts a text on the clipboard, and says so where it was pressed.
import { useMutation } from '@tanstack/react-query';
import { Check, Copy } from 'lucide-react';
import type { ReactElement } from 'react';
import { ask } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { detailsWords } from '../../../words/registration-words.ts';

const TOLD_FOR_MS = 2_000;

interface CopyButtonProps {
  /** The field, as it stands in *Copy System URL*. */
  readonly name: string;
  readonly text: string;
}

export function CopyButton({ name, text }: CopyButtonProps): ReactElement {
  const bridge = useBridge();
  const copy = useMutation({
    mutationFn: () => ask(bridge.app.copyText({ text })),
    onSuccess: () => void setTimeout(copy.reset, TOLD_FOR_MS),
  });
  return (
    <IconButton
      size="small"
      icon={copy.isSuccess ? Check : Copy}
      label={copy.isSuccess ? detailsWords.copied : detailsWords.copy(name)}
      onPress={() => copy.mutate()}
    />
  );
}
