// The hand-off dialog's work: what is chosen, what is typed, and writing the file.
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { Failure, FieldProblem } from '#contract/failure.ts';
import type { WrittenFile } from '#contract/hand-off.ts';
import type { WriteHandOffInput } from '#contract/hand-off-inputs.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { refusedFields } from '../../app/form-problems.ts';
import { checkHandOff, emptyHandOffForm, type CheckedHandOff, type HandOffForm } from './hand-off-form.ts';
import { useOffer, type Offered, type OfferedHub } from './offered-credentials.ts';

/** What is chosen at first: one credential, those of a hub, or all there is but the practice hub’s. */
export type FirstChoice = 'everything' | { readonly credentialId: string } | { readonly hubId: string };

export interface HandOff {
  readonly hubs: readonly OfferedHub[];
  readonly form: HandOffForm;
  readonly change: (changes: Partial<HandOffForm>) => void;
  readonly isChosen: (offered: Offered) => boolean;
  readonly choose: (offered: Offered, isChosen: boolean) => void;
  /** What stood in the way when it was last tried; null before that. */
  readonly checked: CheckedHandOff | null;
  /** By field, whether the form or main found them. */
  readonly problems: readonly FieldProblem[];
  readonly submit: () => void;
  readonly write: UseMutationResult<WrittenFile | null, Error, WriteHandOffInput>;
  readonly failure: Failure | null;
}

export function useHandOff(first: FirstChoice): HandOff {
  const bridge = useBridge();
  const { hubs, failure: offerFailure } = useOffer();
  const [form, setForm] = useState<HandOffForm>({ ...emptyHandOffForm, withBackup: first === 'everything' });
  /** Only what the person changed: pairs are read while the dialog is open. */
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [checked, setChecked] = useState<CheckedHandOff | null>(null);
  const write = useMutation({
    mutationFn: (input: WriteHandOffInput) => ask(bridge.handOff.write(input)),
    // Written: the passphrase need not stay in the window.
    onSuccess: (file) => file !== null && setForm((typed) => ({ ...typed, passphrase: '', repeat: '' })),
  });

  const isChosen = (offered: Offered): boolean =>
    offered.isUsable && (changed.get(offered.id) ?? isFirstChoice(first, offered, hubs));
  const failure = failureOf(write.error);
  const refused = refusedFields(failure);
  return {
    hubs,
    form,
    change: (changes) => {
      write.reset();
      setForm({ ...form, ...changes });
    },
    isChosen,
    choose: (offered, isWanted) => {
      write.reset();
      setChanged(new Map(changed).set(offered.id, isWanted));
    },
    checked,
    problems: [...(checked?.problems ?? []), ...refused],
    submit: () => {
      const chosen = hubs.flatMap(({ offered }) => offered).filter(isChosen);
      const found = checkHandOff(form, chosen);
      setChecked(found.input === null ? found : null);
      if (found.input !== null) write.mutate(found.input);
    },
    write,
    // What stands at no field of the form is told as a whole, rather than not at all.
    failure: (refused.some(({ field }) => FIELDS.has(field)) ? null : failure) ?? offerFailure,
  };
}

/** The fields of the input that have a place in the form. */
const FIELDS: ReadonlySet<string> = new Set(['credentialIds', 'pairIds', 'passphrase', 'recipients', 'note']);

function isFirstChoice(first: FirstChoice, offered: Offered, hubs: readonly OfferedHub[]): boolean {
  if (first !== 'everything' && 'credentialId' in first) return offered.id === first.credentialId;
  const home = hubs.find(({ offered: ofHub }) => ofHub.includes(offered));
  // The practice hub belongs to its computer: a backup leaves it out.
  return first === 'everything' ? home?.isPracticeHub === false : home?.id === first.hubId;
}
