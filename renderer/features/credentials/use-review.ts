// The review's two actions and what they said: testing the draft as it stands, and saving it.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConnectionReport, CredentialsDraft, SaveOutcome } from '#contract/credentials.ts';
import type { Failure, FieldProblem } from '#contract/failure.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { refusedFields } from '../../app/form-problems.ts';
import { useKeepHub } from '../../app/queries.ts';
import { checkForSave, checkForTest, formOf, type ReviewForm } from './review-form.ts';

export interface Review {
  readonly form: ReviewForm;
  readonly change: (form: ReviewForm) => void;
  readonly problems: readonly FieldProblem[];
  readonly test: () => void;
  readonly isTesting: boolean;
  readonly report: ConnectionReport | undefined;
  readonly save: () => void;
  /** Saves if a test succeeds: what works now is not replaced by what does not. */
  readonly testAndSave: () => void;
  readonly isSaving: boolean;
  /** What the last action failed with, beyond what stands under a field. */
  readonly failure: Failure | null;
}

export function useReview(draft: CredentialsDraft, onSaved: (outcome: SaveOutcome) => void): Review {
  const bridge = useBridge();
  const keepHub = useKeepHub();
  const [form, setForm] = useState(() => formOf(draft));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const refuse = (error: Error) => setProblems(refusedFields(failureOf(error)));

  const test = useMutation({
    mutationFn: (input: Parameters<typeof bridge.credentials.testDraft>[0]) => ask(bridge.credentials.testDraft(input)),
    onError: refuse,
  });
  const save = useMutation({
    mutationFn: (input: Parameters<typeof bridge.credentials.saveDraft>[0]) => ask(bridge.credentials.saveDraft(input)),
    onError: refuse,
    onSuccess: (outcome) => {
      keepHub(outcome.hub);
      onSaved(outcome);
    },
  });

  const testNow = (onSuccess?: () => void): void => {
    save.reset();
    const checked = checkForTest(draft, form);
    setProblems(checked.problems);
    if ('input' in checked) test.mutate(checked.input, onSuccess === undefined ? {} : { onSuccess });
  };
  const saveNow = (): void => {
    const checked = checkForSave(draft, form);
    setProblems(checked.problems);
    if ('input' in checked) save.mutate(checked.input);
  };

  const failure = failureOf(save.error ?? test.error);
  return {
    form,
    change: (changed) => {
      // What was tested or refused is not what is written now.
      test.reset();
      save.reset();
      setForm(changed);
    },
    problems,
    test: () => testNow(),
    isTesting: test.isPending,
    report: test.data,
    save: saveNow,
    testAndSave: () => testNow(saveNow),
    isSaving: save.isPending,
    failure: failure !== null && refusedFields(failure).length > 0 ? null : failure,
  };
}
