// The six fields of a registration, named as the Hub names them.
import { useMemo, type KeyboardEvent, type ReactElement } from 'react';
import type { Registration } from '#contract/registration.ts';
import { ComboBox, Select } from '../../../ui/choice.tsx';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { registeringWords as words, registrationInShort } from '../../../words/registering-words.ts';
import { fieldLabels, productionLevelInWords, productionLevels } from '../../../words/registration-words.ts';
import { alreadyNamed, platformsIn } from './registration-draft.ts';
import type { Registering } from './use-registering.ts';

interface RegisterFieldsProps {
  readonly registering: Pick<Registering, 'draft' | 'change' | 'leave'>;
  readonly registrations: readonly Registration[];
  readonly isDisabled: boolean;
}

const levels = productionLevels.map(({ level }) => ({ id: level, label: productionLevelInWords(String(level)) }));

export function RegisterFields({ registering, registrations, isDisabled }: RegisterFieldsProps): ReactElement {
  const { draft, change, leave } = registering;
  const known = alreadyNamed(registrations, draft.applicationName);
  const platforms = useMemo(() => platformsIn(registrations).map((label) => ({ id: label, label })), [registrations]);
  const field = <Name extends keyof typeof draft>(name: Name) => ({
    name,
    label: fieldLabels[name],
    isDisabled,
    onBlur: () => leave(name),
  });

  return (
    <>
      <TextField
        {...field('systemUrl')}
        autoFocus
        isRequired
        isCode
        placeholder="https://app.example.com"
        hint={words.hints.systemUrl}
        value={draft.systemUrl}
        onChange={(systemUrl) => change({ systemUrl })}
      />
      <div className="register-pair">
        <TextField
          {...field('applicationName')}
          isRequired
          hint={known === undefined ? words.hints.applicationName : <AlreadyThere registration={known} />}
          value={draft.applicationName}
          onChange={(applicationName) => change({ applicationName })}
        />
        <TextField
          {...field('applicationLabel')}
          isRequired
          hint={words.hints.applicationLabel}
          value={draft.applicationLabel}
          onChange={(applicationLabel) => change({ applicationLabel })}
        />
      </div>
      <TextArea
        {...field('description')}
        rows={3}
        hint={words.hints.description}
        value={draft.description}
        onChange={(description) => change({ description })}
      />
      <div className="register-pair">
        <div onKeyDown={closeProposalsOnly}>
          <ComboBox
            {...field('platform')}
            isRequired
            allowsCustomValue
            // While its list is open, the library makes everything else inert: typing alone must not open it.
            menuTrigger="manual"
            hint={words.hints.platform}
            options={platforms}
            inputValue={draft.platform}
            onInputChange={(platform) => change({ platform })}
          />
        </div>
        <Select
          {...field('productionLevel')}
          isRequired
          placeholder={words.chooseLevel}
          options={levels}
          value={draft.productionLevel}
          onChange={(key) => change({ productionLevel: key === null ? null : Number(key) })}
        />
      </div>
    </>
  );
}

function AlreadyThere({ registration }: { readonly registration: Registration }): ReactElement {
  const { applicationName } = registration;
  return (
    <span className="register-known">{words.alreadyThere(applicationName, registrationInShort(registration))}</span>
  );
}

/** Escape takes away the proposals first; only the next one is for the dialog. */
function closeProposalsOnly(event: KeyboardEvent<HTMLElement>): void {
  const isOpen = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true';
  if (event.key === 'Escape' && isOpen) event.stopPropagation();
}
