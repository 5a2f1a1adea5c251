// Sends the difference once, on top of what the form was loaded with, and looks it up when no answer came.
import { useQueryClient } from '@tanstack/react-query';
import type { Dispatch, SetStateAction } from 'react';
import { settle } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { queryKeys } from '../../../app/query-keys.ts';
import { keepRegistration } from '../saved-copy.ts';
import { settleUnknown } from '../settle-unknown.ts';
import { conflictOf } from './conflict.ts';
import type { EditingOptions } from './edit-options.ts';
import { afterRefusal, toReview, type EditLook, type EditStep } from './edit-step.ts';
import { hasArrived, type Sendable } from './edit-typing.ts';

interface SendEdit {
  readonly send: (sendable: Sendable) => Promise<void>;
  readonly lookUp: (sendable: Sendable) => Promise<void>;
}

export function useSendEdit(options: EditingOptions, setStep: Dispatch<SetStateAction<EditStep>>): SendEdit {
  const { hubId, registrationId, typing, onSaved, onUnfinished } = options;
  const bridge = useBridge();
  const client = useQueryClient();
  const learn = (look: EditLook): void => setStep((now) => (now.kind === 'unknown' ? { ...now, look } : now));

  return {
    send: async (sendable) => {
      setStep({ kind: 'sending', sendable });
      const { changes } = sendable;
      const result = await settle(bridge.lifeCycle.edit({ hubId, registrationId, base: typing.base, changes }));
      void client.invalidateQueries({ queryKey: queryKeys.wire(hubId) });
      if (!result.ok) {
        setStep(afterRefusal(sendable, result.failure));
        onUnfinished();
        return;
      }
      const { kind, registration } = result.value;
      keepRegistration(client, hubId, registration);
      if (kind !== 'changedMeanwhile') {
        onSaved(kind, registration);
        return;
      }
      setStep({ kind: 'conflict', conflict: conflictOf(typing, registration), choices: {} });
      onUnfinished();
    },
    lookUp: async (sendable) => {
      learn({ kind: 'asking' });
      await settleUnknown(bridge, { hubId, registrationId, action: 'edit' });
      const result = await settle(bridge.registrations.read({ hubId, registrationId }));
      if (!result.ok) {
        learn({ kind: 'failed', failure: result.failure });
        return;
      }
      keepRegistration(client, hubId, result.value);
      if (hasArrived(sendable.differences, result.value)) onSaved('saved', result.value);
      else setStep(toReview(sendable, null, true));
    },
  };
}
