// Which proxy leads to the hub. The password is typed and never shown again.
import { useState, type ReactElement } from 'react';
import { Form } from 'react-aria-components/Form';
import type { FieldProblem } from '#contract/failure.ts';
import type { KeptSecretView, ProxyView } from '#contract/reach.ts';
import { setProxyInput } from '#contract/reach-inputs.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { problemsOf, refusedFields, validationErrors } from '../../app/form-problems.ts';
import { SecretField } from '../../app/secret-field.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { TextField } from '../../ui/field.tsx';
import { RadioChoice } from '../../ui/radio-choice.tsx';
import { reachWords } from '../../words/reach-words.ts';
import { isLost } from '../../words/secret-state-words.ts';
import { SavedPassword } from './saved-password.tsx';
import { useReachChange } from './use-reach-change.ts';

const words = reachWords.proxy;

type Kind = ProxyView['kind'] | 'default';

interface Typed {
  readonly kind: Kind;
  readonly address: string;
  readonly userName: string;
  readonly password: string;
}

function typedOf(proxy: ProxyView | null): Typed {
  const nothing = { address: '', userName: '', password: '' };
  if (proxy?.kind !== 'manual') return { kind: proxy?.kind ?? 'default', ...nothing };
  return { ...nothing, kind: 'manual', address: proxy.address, userName: proxy.userName };
}

function inputOf(hubId: string | null, { kind, address, userName, password }: Typed): unknown {
  if (kind === 'default') return { hubId, proxy: null };
  if (kind !== 'manual') return { hubId, proxy: { kind } };
  return { hubId, proxy: { kind, address, userName, password: password === '' ? null : password } };
}

interface ProxyFormProps {
  readonly hubId: string | null;
  readonly proxy: ProxyView | null;
}

export function ProxyForm({ hubId, proxy }: ProxyFormProps): ReactElement {
  const bridge = useBridge();
  const [typed, setTyped] = useState(() => typedOf(proxy));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const { change, isPending, failure } = useReachChange(hubId, (input: Parameters<typeof bridge.reach.setProxy>[0]) =>
    bridge.reach.setProxy(input),
  );
  const isChanged = JSON.stringify(typed) !== JSON.stringify(typedOf(proxy));

  function save(): void {
    const parsed = setProxyInput.safeParse(inputOf(hubId, typed));
    setProblems(parsed.success ? [] : problemsOf(parsed.error));
    if (parsed.success) change(parsed.data, () => setTyped({ ...typed, password: '' }));
  }

  return (
    <Form
      className="reach-part"
      validationBehavior="aria"
      validationErrors={validationErrors([...problems, ...refusedFields(failure)])}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <RadioChoice
        label={words.label}
        options={kindsFor(hubId)}
        value={typed.kind}
        onChange={(kind) => setTyped({ ...typed, kind })}
      />
      {typed.kind === 'manual' && <ManualProxy hubId={hubId} typed={typed} onType={setTyped} saved={proxy} />}
      {isChanged && (
        <div>
          <Button type="submit" isPending={isPending}>
            {words.save}
          </Button>
        </div>
      )}
      {failure !== null && refusedFields(failure).length === 0 && <FailureNotice failure={failure} />}
    </Form>
  );
}

function kindsFor(hubId: string | null): { readonly id: Kind; readonly label: string }[] {
  const kinds: readonly Kind[] =
    hubId === null ? ['system', 'none', 'manual'] : ['default', 'system', 'none', 'manual'];
  return kinds.map((id) => ({ id, label: words.options[id] }));
}

function passwordHint(kept: KeptSecretView | null): string {
  if (kept === null) return words.passwordHint;
  return isLost(kept.state) ? words.passwordLost : words.passwordKept;
}

interface ManualProxyProps {
  readonly hubId: string | null;
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
  readonly saved: ProxyView | null;
}

function ManualProxy({ hubId, typed, onType, saved }: ManualProxyProps): ReactElement {
  const manual = saved?.kind === 'manual' ? saved : null;
  const kept = manual?.password ?? null;
  return (
    <div className="reach-fields">
      <TextField
        name="address"
        label={words.address}
        hint={words.addressHint}
        isCode
        placeholder="http://proxy.example.com:8080"
        value={typed.address}
        onChange={(address) => onType({ ...typed, address })}
      />
      <TextField
        name="userName"
        label={words.userName}
        hint={words.userNameHint}
        isCode
        value={typed.userName}
        onChange={(userName) => onType({ ...typed, userName })}
      />
      <SecretField
        name="password"
        label={words.password}
        hint={passwordHint(kept)}
        standsOpen
        value={typed.password}
        onChange={(password) => onType({ ...typed, password })}
      />
      {manual !== null && kept !== null && <SavedPassword hubId={hubId} proxy={manual} password={kept} />}
    </div>
  );
}
