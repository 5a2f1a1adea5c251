// Creates a registration, once, and finds out what was made as far as the Hub tells.
import type { RegistrationForm } from '#contract/inputs.ts';
import type { RegisterOutcome } from '#contract/registration.ts';
import { ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import { judgeCreateAnswer } from './create-answer.ts';
import type { OpenHub } from './open-hub.ts';

/**
 * When the Hub tells only the ID or the address of what it made, the record is read; if that fails, the creation is
 * still a success. Failures: `outcomeUnknown` wherever it may have been made.
 */
export async function createRegistration(
  { client, write }: Pick<OpenHub, 'client' | 'write'>,
  form: RegistrationForm,
): Promise<Result<RegisterOutcome>> {
  const { judged: receipt } = await write({
    call: { kind: 'register', form },
    applicationName: form.applicationName,
    take: judgeCreateAnswer,
    idIn: ({ id }) => id,
  });
  if (!receipt.ok) return receipt;
  const { registration, id } = receipt.value;
  if (registration !== null || id === null) return ok({ registration });
  const record = await client.read(id);
  return ok({ registration: record.ok ? record.value : null });
}
