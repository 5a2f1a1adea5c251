// Looks at the Hub when a step was answered by nothing: what it says now is all that can be known.
import { useQueryClient } from '@tanstack/react-query';
import type { Result } from '#contract/result.ts';
import type { Registration } from '#contract/registration.ts';
import { settle } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { dropRegistration, keepRegistration } from '../saved-copy.ts';
import { settleUnknown } from '../settle-unknown.ts';
import { nextOf, type Acting, type Look } from './acting-step.ts';
import type { SetActing } from './steps-under-way.tsx';

/** The look-up of what `acting` is about; the activity log learns of it too. */
export function useLook(hubId: string, acting: Acting | null, setActing: SetActing): () => void {
  const bridge = useBridge();
  const client = useQueryClient();
  const learn = (look: Look): void =>
    setActing((now) => (now?.step.kind === 'unknown' ? { ...now, step: { ...now.step, look } } : now));

  return () => {
    if (acting?.step.kind !== 'unknown') return;
    const registrationId = acting.asked.registration.id;
    const look = async (): Promise<void> => {
      const happened = await settleUnknown(bridge, { hubId, registrationId, action: nextOf(acting) });
      const seen = judge(await settle(bridge.registrations.read({ hubId, registrationId })), happened);
      if (seen.kind === 'found') keepRegistration(client, hubId, seen.registration);
      if (seen.kind === 'gone') dropRegistration(client, hubId, registrationId);
      learn(seen);
    };
    learn({ kind: 'asking' });
    void look();
  };
}

function judge(result: Result<Registration>, happened: boolean | null): Look {
  if (result.ok) return { kind: 'found', registration: result.value, happened };
  return result.failure.code === 'registrationGone'
    ? { kind: 'gone', happened }
    : { kind: 'failed', failure: result.failure };
}
