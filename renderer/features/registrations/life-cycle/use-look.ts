// Looks at the Hub when a step was answered by nothing: what it says now is all that can be known.
import { useQueryClient } from '@tanstack/react-query';
import type { Dispatch, SetStateAction } from 'react';
import type { Result } from '#contract/result.ts';
import type { Registration } from '#contract/registration.ts';
import { settle } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { dropRegistration, keepRegistration } from '../saved-copy.ts';
import type { Acting, Look } from './acting-step.ts';

/** The look-up of what `acting` is about. */
export function useLook(
  hubId: string,
  acting: Acting | null,
  setActing: Dispatch<SetStateAction<Acting | null>>,
): () => void {
  const bridge = useBridge();
  const client = useQueryClient();
  const learn = (look: Look): void =>
    setActing((now) => (now?.step.kind === 'unknown' ? { ...now, step: { ...now.step, look } } : now));

  return () => {
    if (acting?.step.kind !== 'unknown') return;
    const registrationId = acting.asked.registration.id;
    learn({ kind: 'asking' });
    void settle(bridge.registrations.read({ hubId, registrationId })).then((result) => {
      const look = judge(result);
      if (look.kind === 'found') keepRegistration(client, hubId, look.registration);
      if (look.kind === 'gone') dropRegistration(client, hubId, registrationId);
      learn(look);
    });
  };
}

function judge(result: Result<Registration>): Look {
  if (result.ok) return { kind: 'found', registration: result.value };
  return result.failure.code === 'registrationGone' ? { kind: 'gone' } : { kind: 'failed', failure: result.failure };
}
