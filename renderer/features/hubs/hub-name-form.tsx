// The hub's name can be changed; its address belongs to the secret that was issued for it and cannot.
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Hub } from '#contract/credentials.ts';
import type { FieldProblem } from '#contract/failure.ts';
import { renameHubInput } from '#contract/inputs.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { problemsOf, refusedFields, validationErrors } from '../../app/form-problems.ts';
import { useKeepHub } from '../../app/queries.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { TextField } from '../../ui/field.tsx';
import { KeyValueList } from '../../ui/parts.tsx';
import { hubWords as words } from '../../words/hub-words.ts';

export function HubNameForm({ hub }: { readonly hub: Hub }): ReactElement {
  const bridge = useBridge();
  const keepHub = useKeepHub();
  const [name, setName] = useState(hub.name);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const rename = useMutation({
    mutationFn: (input: Parameters<typeof bridge.hubs.rename>[0]) => ask(bridge.hubs.rename(input)),
    onError: (error) => setProblems(refusedFields(failureOf(error))),
    onSuccess: (renamed) => {
      keepHub(renamed);
      setName(renamed.name);
    },
  });
  const save = (): void => {
    const parsed = renameHubInput.safeParse({ hubId: hub.id, name });
    setProblems(parsed.success ? [] : problemsOf(parsed.error));
    if (parsed.success) rename.mutate(parsed.data);
  };
  const failure = failureOf(rename.error);

  return (
    <section className="hub-general" aria-label={words.general}>
      <Form
        className="hub-name"
        validationBehavior="aria"
        validationErrors={validationErrors(problems)}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField name="name" label={words.name} isRequired value={name} onChange={setName} />
        {name !== hub.name && (
          <Button type="submit" isPending={rename.isPending}>
            {words.rename}
          </Button>
        )}
      </Form>
      {failure !== null && refusedFields(failure).length === 0 && <FailureNotice failure={failure} />}
      <KeyValueList pairs={[{ key: words.baseUrl, value: hub.baseUrl, isCode: true }]} />
    </section>
  );
}
