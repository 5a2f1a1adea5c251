// On the practice hub's own screen: whether it runs and where, and the switch.
import { FolderSearch } from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { usePracticeHub } from '../../app/queries.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { KeyValueList, Section } from '../../ui/parts.tsx';
import { practiceWords as words } from '../../words/connect-words.ts';
import { useSwitchPracticeHub } from './use-practice-hub.ts';
import './practice-hub.css';

export function PracticeHubSection(): ReactElement | null {
  const bridge = useBridge();
  const { data: status } = usePracticeHub();
  const switchHub = useSwitchPracticeHub();
  const show = useMutation({ mutationFn: () => ask(bridge.practiceHub.showFile()) });
  if (status === undefined) return null;
  const failure = failureOf(switchHub.error ?? show.error);
  const verb = status.isRunning ? 'stop' : 'start';
  const file = status.credentialsFileName;
  return (
    <Section
      title={words.heading}
      lead={words.sectionLead}
      action={
        <Button size="small" isPending={switchHub.isPending} onPress={() => switchHub.mutate(verb)}>
          {words[verb]}
        </Button>
      }
    >
      <KeyValueList
        pairs={[
          status.isRunning
            ? { key: words.address, value: status.origin, isCode: true }
            : { key: words.address, value: <span className="muted">{words.notRunning}</span> },
          ...(file === null ? [] : [{ key: words.file, value: <FileName name={file} onShow={() => show.mutate()} /> }]),
        ]}
      />
      {failure !== null && <FailureNotice failure={failure} />}
    </Section>
  );
}

function FileName({ name, onShow }: { readonly name: string; readonly onShow: () => void }): ReactElement {
  return (
    <span className="practice-file-name">
      <span className="code">{name}</span>
      <IconButton size="small" icon={FolderSearch} label={words.showInFolder} onPress={onShow} />
    </span>
  );
}
