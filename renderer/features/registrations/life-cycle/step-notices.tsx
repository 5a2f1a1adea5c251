// Above every screen: what came of a step while the person was elsewhere, with the way to where it is told in full.
import type { ReactElement } from 'react';
import type { Hub } from '#contract/credentials.ts';
import { describeFailure } from '../../../words/describe-failure.ts';
import { awayWords as words, lifeCycleWords, nameOf, unknownOutcomeWords } from '../../../words/life-cycle-words.ts';
import { receivedPairWords } from '../../../words/pair-words.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { nextOf, type Acting } from './acting-step.ts';
import { useStepsUnderWay, type HubSteps } from './steps-under-way.tsx';

interface StepNoticesProps {
  readonly hubs: readonly Hub[];
  /** The hub whose list is shown, where an open dialog is told by itself; null for none. */
  readonly listedHubId: string | null;
  readonly onOpen: (hubId: string, registrationId: string) => void;
}

/** Nothing while everything was seen where it is told. */
export function StepNotices({ hubs, listedHubId, onOpen }: StepNoticesProps): ReactElement {
  const { byHub, change } = useStepsUnderWay();
  return (
    <>
      {hubs.flatMap(({ id, name }) => {
        const steps = byHub[id];
        if (steps === undefined) return [];
        const put = (to: Partial<HubSteps>): void => change(id, () => to);
        const open = (registrationId: string): void => {
          put({ isNews: false });
          onOpen(id, registrationId);
        };
        return [
          <Finished key={`${id} finished`} hubName={name} steps={steps} onOpen={open} onPut={put} />,
          id !== listedHubId && <Waiting key={`${id} waiting`} hubName={name} acting={steps.acting} onOpen={open} />,
        ];
      })}
    </>
  );
}

interface OneProps {
  readonly hubName: string;
  readonly onOpen: (registrationId: string) => void;
}

type FinishedProps = OneProps & { readonly steps: HubSteps; readonly onPut: (to: Partial<HubSteps>) => void };

function Finished({ hubName, steps: { told, isNews }, onOpen, onPut }: FinishedProps): ReactElement | null {
  if (told === null || !isNews) return null;
  const { registrationId, sentence, call } = told;
  return (
    <Notice
      kind="positive"
      isLive
      title={sentence}
      onDismiss={() => onPut({ told: null, isNews: false })}
      {...(call === 'delete' ? {} : { actions: <Open onPress={() => onOpen(registrationId)} /> })}
    >
      {words.at(hubName)}
    </Notice>
  );
}

type WaitingProps = OneProps & { readonly acting: Acting | null };

/** What waits for the person in its dialog. A question that was not answered yet is no news. */
function Waiting({ hubName, acting, onOpen }: WaitingProps): ReactElement | null {
  const news = acting === null ? null : newsOf(acting);
  if (acting === null || news === null) return null;
  return (
    <Notice
      kind={news.isGood ? 'positive' : 'caution'}
      isLive
      title={news.title}
      actions={<Open onPress={() => onOpen(acting.asked.registration.id)} />}
    >
      <p>{news.detail}</p>
      <p>{words.at(hubName)}</p>
    </Notice>
  );
}

function Open({ onPress }: { readonly onPress: () => void }): ReactElement {
  return (
    <Button size="small" onPress={onPress}>
      {words.open}
    </Button>
  );
}

interface News {
  readonly isGood: boolean;
  readonly title: string;
  readonly detail: string;
}

function newsOf(acting: Acting): News | null {
  const { asked, step } = acting;
  const name = nameOf(asked.registration);
  const action = nextOf(acting);
  switch (step.kind) {
    case 'performing':
      return null;
    case 'asking':
      return step.failure === null
        ? null
        : { isGood: false, title: words.notDone(action, name), detail: describeFailure(step.failure, 'step').sentence };
    case 'unknown':
      return {
        isGood: false,
        title: unknownOutcomeWords.title(action, name),
        detail: describeFailure(step.failure, 'step').sentence,
      };
    case 'received': {
      const isKept = step.outcome.kind === 'kept';
      return {
        isGood: isKept,
        title: lifeCycleWords.receivedTitle(name),
        detail: isKept ? receivedPairWords.kept : receivedPairWords.absent,
      };
    }
  }
}
