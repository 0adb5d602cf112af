import type { ComponentChildren } from 'preact';
import { unturned } from '../messages/turning';
import type { Screen } from '../screen/screen';
import { Field, type FieldProps, fieldFaults } from './field';

export interface Choice {
  readonly value: string;
  readonly name: string;
}

type Tied = Omit<FieldProps, 'control'>;

/** One of several, in a list that unfolds; with `none` as the words for no choice. */
export function Select({
  choices,
  chosen,
  none,
  ...tied
}: Tied & { choices: readonly Choice[]; chosen: string | null | undefined; none?: string }) {
  return (
    <Field
      {...tied}
      control={({ class: name, ...control }) => (
        <select {...control} class={name.replace('form-control', 'form-select')}>
          {none !== undefined && <option value="">{none}</option>}
          {choices.map(({ value, name: words }) => (
            <option value={value} selected={value === chosen}>
              {unturned(words)}
            </option>
          ))}
        </select>
      )}
    />
  );
}

/** Any of several, each with a box to tick. */
export function Boxes({
  screen,
  name,
  label,
  hint,
  refused,
  choices,
  chosen,
}: {
  screen: Screen;
  name: string;
  label: ComponentChildren;
  hint?: string | undefined;
  refused?: FieldProps['refused'];
  choices: readonly Choice[];
  chosen: readonly string[];
}) {
  const faults = fieldFaults(screen, refused, name);
  return (
    <fieldset class="mb-3">
      <legend class="form-label">{label}</legend>
      {hint && <small class="form-hint">{hint}</small>}
      <div class="boxes">
        {choices.map(({ value, name: words }) => (
          <label class="form-check">
            <input
              type="checkbox"
              class="form-check-input"
              name={name}
              value={value}
              checked={chosen.includes(value)}
            />
            <span class="form-check-label">
              <bdi>{unturned(words)}</bdi>
            </span>
          </label>
        ))}
      </div>
      {faults.length > 0 && <div class="invalid-feedback d-block">{faults.join(' ')}</div>}
    </fieldset>
  );
}
