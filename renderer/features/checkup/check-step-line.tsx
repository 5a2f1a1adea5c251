// One step of a check: what it is, what came of it in which time, and, where it failed, what to do and who can.
import {
  CircleCheck,
  CircleDashed,
  CircleMinus,
  CircleX,
  LoaderCircle,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import type { ReactElement } from 'react';
import type { CheckOutcome, CheckStep } from '#contract/checkup.ts';
import type { Failure } from '#contract/failure.ts';
import type { CertificateFacts } from '#contract/reach.ts';
import { useWishCertificates } from '../../app/certificate-wish.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Icon } from '../../ui/icon.tsx';
import { durationWords } from '../../words/checkup-report.ts';
import {
  checkupWords as words,
  findingWords,
  outcomeWords,
  remarkWords,
  stepNames,
  whoCanMend,
} from '../../words/checkup-words.ts';
import { describeFailure } from '../../words/describe-failure.ts';
import { reachWords, validity } from '../../words/reach-words.ts';

const ICONS: Readonly<Record<CheckOutcome, LucideIcon>> = {
  waiting: CircleDashed,
  running: LoaderCircle,
  passed: CircleCheck,
  warned: TriangleAlert,
  failed: CircleX,
  skipped: CircleMinus,
};

interface CheckStepLineProps {
  readonly hubId: string;
  readonly step: CheckStep;
  /** Where several hosts are asked. */
  readonly isHostTold: boolean;
}

export function CheckStepLine({ hubId, step, isHostTold }: CheckStepLineProps): ReactElement {
  const { name, host, outcome, durationMs } = step;
  return (
    <li className={`check-step check-${outcome}`}>
      <Icon of={ICONS[outcome]} />
      <div className="check-words selectable">
        <p className="check-head">
          <strong>{stepNames[name]}</strong>
          {isHostTold && <span className="muted truncate">{host}</span>}
          <span className="check-outcome">{outcomeWords[outcome]}</span>
          {durationMs !== null && <span className="muted tabular">{durationWords(durationMs)}</span>}
        </p>
        <Found step={step} hubId={hubId} />
      </div>
    </li>
  );
}

function Found({ step, hubId }: Pick<CheckStepLineProps, 'step' | 'hubId'>): ReactElement {
  const { finding, failure } = step;
  const found = findingWords(step);
  const remark = remarkWords(step);
  return (
    <>
      {found !== null && <p className="muted">{found}</p>}
      {remark !== null && <p>{remark}</p>}
      {failure !== null && <WhatToDo failure={failure} hubId={hubId} />}
      {finding?.kind === 'certificates' && finding.chain.length > 0 && <Chain chain={finding.chain} />}
    </>
  );
}

function WhatToDo({ failure, hubId }: { readonly failure: Failure; readonly hubId: string }): ReactElement {
  const wishCertificates = useWishCertificates();
  const { sentence, wayOut } = describeFailure(failure);
  return (
    <>
      <p>{sentence}</p>
      <p>{wayOut}</p>
      <p className="check-who">{whoCanMend(failure)}</p>
      {failure.code === 'certificateUntrusted' && (
        <div>
          <Button size="small" onPress={() => wishCertificates(hubId)}>
            {reachWords.look.start}
          </Button>
        </div>
      )}
    </>
  );
}

function Chain({ chain }: { readonly chain: readonly CertificateFacts[] }): ReactElement {
  return (
    <Disclosure title={words.certificates}>
      <ol className="check-chain">
        {chain.map((one) => (
          <li key={one.fingerprint256}>
            <p>{one.subject}</p>
            <p className="muted">{validity(one)}</p>
            <p className="muted code">
              {words.fingerprint} {one.fingerprint256}
            </p>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
