// Sends a registration once, and looks it up when no answer came.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type Dispatch, type SetStateAction } from 'react';
import type { Registration } from '#contract/registration.ts';
import { ask, failureOf } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { queryKeys } from '../../../app/query-keys.ts';
import { settleUnknown } from '../settle-unknown.ts';
import { afterRefusal, atFirst, judgeLookUp, type LookUp, type RegisterStep, type Sent } from './register-step.ts';

export interface SendingOptions {
  readonly hubId: string;
  /** The Hub took it. `made` is null when the Hub did not say what it made. */
  readonly onRegistered: (sent: Sent, made: Registration | null) => void;
  /** Something has to be shown, even if the form was closed meanwhile. */
  readonly onUnfinished: () => void;
}

export interface Sending {
  readonly step: RegisterStep;
  readonly setStep: Dispatch<SetStateAction<RegisterStep>>;
  readonly send: (sent: Sent) => void;
  readonly lookUp: () => void;
  /** Sends once more what was looked up and found not to have arrived. */
  readonly sendAgain: () => void;
}

export function useSending({ hubId, onRegistered, onUnfinished }: SendingOptions): Sending {
  const bridge = useBridge();
  const client = useQueryClient();
  const [step, setStep] = useState<RegisterStep>(atFirst);
  const learn = (lookUp: LookUp): void => setStep((now) => (now.kind === 'unknown' ? { ...now, lookUp } : now));

  const register = useMutation({
    mutationFn: ({ form }: Sent) => ask(bridge.registrations.register({ hubId, form })),
    onMutate: (sent) => setStep({ kind: 'sending', sent }),
    onSettled: () => void client.invalidateQueries({ queryKey: queryKeys.wire(hubId) }),
    onSuccess: ({ registration }, sent) => {
      setStep(atFirst);
      onRegistered(sent, registration);
    },
    onError: (error, sent) => {
      const failure = failureOf(error);
      if (failure !== null) setStep(afterRefusal(sent, failure));
      onUnfinished();
    },
  });

  const look = useMutation({
    mutationFn: async ({ form: { applicationName } }: Sent) => {
      await settleUnknown(bridge, { hubId, applicationName, action: 'register' });
      return ask(bridge.registrations.lookUp({ hubId, applicationName }));
    },
    onMutate: () => learn({ kind: 'asking' }),
    onSuccess: (named, sent) => learn(judgeLookUp(sent, named)),
    onError: (error) => {
      const failure = failureOf(error);
      if (failure !== null) learn({ kind: 'failed', failure });
    },
  });

  return {
    step,
    setStep,
    send: (sent) => register.mutate(sent),
    lookUp: () => {
      if (step.kind === 'unknown') look.mutate(step.sent);
    },
    sendAgain: () => {
      if (step.kind === 'unknown' && step.lookUp.kind === 'absent') register.mutate(step.sent);
    },
  };
}
