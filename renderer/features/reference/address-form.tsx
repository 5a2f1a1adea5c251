// The address of the description that a Hub serves itself: set, changed, taken away.
import { useRef, useState, type ReactElement } from 'react';
import { Form } from 'react-aria-components/Form';
import type { FieldProblem } from '#contract/failure.ts';
import { setReferenceInput } from '#contract/reference-inputs.ts';
import { failureOf } from '../../app/ask.ts';
import { problemsOf, refusedFields, validationErrors } from '../../app/form-problems.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { TextField } from '../../ui/field.tsx';
import { referenceWords as words } from '../../words/reference-words.ts';
import { useSetReferenceAddress } from './use-reference.ts';

interface AddressFormProps {
  readonly hubId: string;
  /** The one that is set; null when none is. */
  readonly address: string | null;
}

export function AddressForm({ hubId, address }: AddressFormProps): ReactElement {
  const [text, setText] = useState(address ?? '');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const set = useSetReferenceAddress(hubId);
  const failure = failureOf(set.error);
  const rootRef = useRef<HTMLDivElement>(null);
  const save = (): void => {
    const parsed = setReferenceInput.safeParse({ hubId, address: text });
    setProblems(parsed.success ? [] : problemsOf(parsed.error));
    if (parsed.success) set.mutate(parsed.data.address);
  };
  const clear = (): void =>
    set.mutate(null, {
      onSuccess: () => {
        setText('');
        setProblems([]);
        // The button that was pressed is gone now.
        rootRef.current?.querySelector('input')?.focus();
      },
    });

  return (
    <div ref={rootRef} className="reference-own">
      <p className="muted">{words.ownLead}</p>
      <Form
        className="reference-address"
        validationBehavior="aria"
        validationErrors={validationErrors([...problems, ...refusedFields(failure)])}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          name="address"
          label={words.address}
          hint={words.addressHint}
          isCode
          isRequired
          value={text}
          onChange={setText}
        />
        <Button type="submit" isPending={set.isPending}>
          {words.show}
        </Button>
        {address !== null && (
          <Button look="quiet" isDisabled={set.isPending} onPress={clear}>
            {words.clear}
          </Button>
        )}
      </Form>
      {failure !== null && refusedFields(failure).length === 0 && <FailureNotice failure={failure} />}
    </div>
  );
}
