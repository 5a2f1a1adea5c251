// One such path: as it is known now, to be set, or to be found again.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Form } from 'react-aria-components/Form';
import type { FieldProblem } from '#contract/failure.ts';
import { setActionPathInput } from '#contract/life-cycle-inputs.ts';
import type { ActionPath } from '#contract/life-cycle.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { problemsOf, refusedFields, validationErrors } from '../../app/form-problems.ts';
import { queryKeys } from '../../app/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { TextField } from '../../ui/field.tsx';
import { actionPathWords as words, pathOriginWords } from '../../words/settings-words.ts';

interface ActionPathFormProps {
  readonly hubId: string;
  readonly path: ActionPath;
}

export function ActionPathForm({ hubId, path }: ActionPathFormProps): ReactElement {
  const bridge = useBridge();
  const client = useQueryClient();
  const { action } = path;
  const [typed, setTyped] = useState(path.path);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const set = useMutation({
    mutationFn: (input: Parameters<typeof bridge.lifeCycle.setActionPath>[0]) =>
      ask(bridge.lifeCycle.setActionPath(input)),
    onError: (error) => setProblems(refusedFields(failureOf(error))),
    onSuccess: (paths) => client.setQueryData(queryKeys.actionPaths(hubId), paths),
  });
  const save = (): void => {
    const parsed = setActionPathInput.safeParse({ hubId, action, path: typed });
    setProblems(parsed.success ? [] : problemsOf(parsed.error));
    if (parsed.success) set.mutate(parsed.data);
  };
  const failure = failureOf(set.error);

  return (
    <Form
      className="setting-path"
      validationBehavior="aria"
      validationErrors={validationErrors(problems)}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="setting-path-line">
        <TextField
          name="path"
          label={words.labels[action]}
          hint={pathOriginWords(path)}
          isCode
          value={typed}
          onChange={setTyped}
        />
        {typed !== path.path && (
          <Button type="submit" isPending={set.isPending}>
            {words.save}
          </Button>
        )}
        {path.origin !== 'assumed' && (
          <Button
            look="quiet"
            aria-label={words.forgetLabels[action]}
            isDisabled={set.isPending}
            onPress={() => set.mutate({ hubId, action, path: null })}
          >
            {words.forget}
          </Button>
        )}
      </div>
      {failure !== null && refusedFields(failure).length === 0 && <FailureNotice failure={failure} />}
    </Form>
  );
}
