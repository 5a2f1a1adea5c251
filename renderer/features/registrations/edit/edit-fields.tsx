// The fields that an edit can change, named as the Hub names them and loaded with what it has.
import { useMemo, type KeyboardEvent, type ReactElement } from 'react';
import type { EditBase } from '#contract/life-cycle-inputs.ts';
import type { Registration } from '#contract/registration.ts';
import { ComboBox, Select } from '../../../ui/choice.tsx';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { editDialogWords as words } from '../../../words/edit-words.ts';
import { registeringWords } from '../../../words/registering-words.ts';
import { fieldLabels, productionLevelInWords, productionLevels } from '../../../words/registration-words.ts';
import { platformsIn } from '../register/registration-draft.ts';
import type { EditField } from './edit-typing.ts';

interface EditFieldsProps {
  readonly typed: EditBase;
  /** Where the proposals for the platform come from. */
  readonly registrations: readonly Registration[];
  readonly onChange: (changed: Partial<EditBase>) => void;
  readonly onLeave: (field: EditField) => void;
}

export function EditFields({ typed, registrations, onChange, onLeave }: EditFieldsProps): ReactElement {
  const platforms = useMemo(() => platformsIn(registrations).map((label) => ({ id: label, label })), [registrations]);
  const field = <Name extends EditField>(name: Name) => ({
    name,
    label: fieldLabels[name],
    onBlur: () => onLeave(name),
  });
  const text = <Name extends EditField>(name: Name) => ({
    ...field(name),
    value: typed[name],
    onChange: (value: string) => onChange({ [name]: value }),
  });
  return (
    <>
      <TextField {...text('systemUrl')} autoFocus isCode hint={registeringWords.hints.systemUrl} />
      <div className="register-pair">
        <TextField {...text('applicationName')} hint={words.hints.applicationName} />
        <TextField {...text('applicationLabel')} hint={registeringWords.hints.applicationLabel} />
      </div>
      <TextArea {...text('description')} rows={3} />
      <div onKeyDown={closeProposalsOnly}>
        <ComboBox
          {...field('platform')}
          allowsCustomValue
          // While its list is open, the library makes everything else inert: typing alone must not open it.
          menuTrigger="manual"
          options={platforms}
          inputValue={typed.platform}
          onInputChange={(platform) => onChange({ platform })}
        />
      </div>
      <div className="register-pair">
        <Select
          {...field('productionLevel')}
          placeholder={registeringWords.chooseLevel}
          options={levelsFor(typed.productionLevel)}
          value={typed.productionLevel === '' ? null : typed.productionLevel}
          onChange={(key) => onChange({ productionLevel: key === null ? '' : String(key) })}
        />
        <TextField {...text('weighting')} hint={words.hints.weighting} />
      </div>
    </>
  );
}

/** The five levels, and the Hub's own value where it is none of them. */
function levelsFor(level: string): readonly { readonly id: string; readonly label: string }[] {
  const known = productionLevels.map((known) => String(known.level));
  const ids = level === '' || known.includes(level) ? known : [...known, level];
  return ids.map((id) => ({ id, label: productionLevelInWords(id) }));
}

/** Escape takes away the proposals first; only the next one is for the dialog. */
function closeProposalsOnly(event: KeyboardEvent<HTMLElement>): void {
  const isOpen = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true';
  if (event.key === 'Escape' && isOpen) event.stopPropagation();
}
