// On a hub's own screen: where between this computer and the Hub's answer it fails, and a report of it to send on.
import { Check, Copy } from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Checkup } from '#contract/checkup.ts';
import type { Hub } from '#contract/credentials.ts';
import { ask } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { useAppDescription } from '../../app/queries.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Section } from '../../ui/parts.tsx';
import { checkupReport } from '../../words/checkup-report.ts';
import { checkupInShort, checkupWords as words } from '../../words/checkup-words.ts';
import { CheckStepLine } from './check-step-line.tsx';
import { useCheckup } from './use-checkup.ts';
import './checkup.css';

export function CheckupSection({ hub }: { readonly hub: Hub }): ReactElement {
  const { checkup, isRunning, failure, start } = useCheckup(hub.id);
  return (
    <Section
      title={words.title}
      lead={words.lead}
      action={
        <Button size="small" isPending={isRunning} onPress={start}>
          {checkup === undefined ? words.start : words.again}
        </Button>
      }
    >
      {failure !== null && <FailureNotice failure={failure} />}
      {checkup !== undefined && <Made checkup={checkup} hub={hub} />}
    </Section>
  );
}

function Made({ checkup, hub }: { readonly checkup: Checkup; readonly hub: Hub }): ReactElement {
  const hasManyHosts = new Set(checkup.steps.map(({ host }) => host)).size > 1;
  return (
    <>
      <p role="status" className="check-in-short">
        {checkupInShort(checkup)}
      </p>
      <ol className="check-steps" aria-label={words.steps}>
        {checkup.steps.map((step) => (
          <CheckStepLine key={`${step.name} ${step.host}`} hubId={hub.id} step={step} isHostTold={hasManyHosts} />
        ))}
      </ol>
      {!checkup.isRunning && <CopyReport checkup={checkup} hub={hub} />}
    </>
  );
}

function CopyReport({ checkup, hub }: { readonly checkup: Checkup; readonly hub: Hub }): ReactElement {
  const bridge = useBridge();
  const { data: app } = useAppDescription();
  const copy = useMutation({
    mutationFn: () => ask(bridge.app.copyText({ text: checkupReport(checkup, hub, app) })),
  });
  return (
    <div>
      <Button
        size="small"
        icon={copy.isSuccess ? Check : Copy}
        isPending={copy.isPending}
        onPress={() => copy.mutate()}
      >
        {copy.isSuccess ? words.copied : words.copy}
      </Button>
    </div>
  );
}
