import { Boxes } from '../../../frame/choices';
import { Field, type FieldProps } from '../../../frame/field';
import { unturned } from '../../../messages/turning';
import { choicesOf, type Drawing, filled } from './drawing';
import {
  type BoxesField,
  type ChoiceField,
  type EitherField,
  type InstantField,
  type LinesField,
  moreOf,
  type NumberField,
  shownOf,
  type TextField,
  THESE,
  type TickField,
} from './field';

interface Of<Kind> {
  readonly drawing: Drawing;
  readonly name: string;
  readonly field: Kind;
}

/** What ties a control to its label, hint and faults, and leads the page to it. */
function tie<Kind extends { label: TextField['label']; hint?: TextField['label'] }>(
  { drawing, name, field }: Of<Kind>,
  hint?: string,
): Omit<FieldProps, 'control'> & { screen: Drawing['screen'] } {
  const { screen, refused } = drawing;
  const { t } = screen;
  const said = [field.hint && t(field.hint), hint].filter((one) => one !== undefined).join(' ');
  return { screen, refused, name, label: t(field.label), ...(said && { hint: said }) };
}
const focusOn = ({ drawing, name }: { drawing: Drawing; name: string }) => ({
  autofocus: drawing.focus === name,
});

export function Text(props: Of<TextField>) {
  const { max, lines, typed } = props.field;
  const [text] = filled(props.drawing, props.name);
  const dir = typed ? 'ltr' : 'auto';
  return (
    <Field
      {...tie(props)}
      control={(tied) =>
        lines ? (
          <textarea {...tied} {...focusOn(props)} rows={lines} maxLength={max} dir={dir}>
            {text}
          </textarea>
        ) : (
          <input {...tied} {...focusOn(props)} maxLength={max} dir={dir} value={text} />
        )
      }
    />
  );
}

/** A number is typed as text, so that what is none comes back as it was typed. */
export function NumberControl(props: Of<NumberField>) {
  return (
    <Field
      {...tie(props)}
      control={(tied) => (
        <input
          {...tied}
          {...focusOn(props)}
          class={`${tied.class} typed-number`}
          inputMode="numeric"
          autocomplete="off"
          maxLength={20}
          dir="ltr"
          value={filled(props.drawing, props.name)[0]}
        />
      )}
    />
  );
}

export function InstantControl(props: Of<InstantField>) {
  const { drawing, name } = props;
  const { t, zone } = drawing.screen;
  const [shown] = filled(drawing, shownOf(name));
  return (
    <>
      {shown && <input type="hidden" name={shownOf(name)} value={shown} />}
      <Field
        {...tie(props, t('steps.zoneOnly', { zone }))}
        control={(tied) => (
          <input
            {...tied}
            {...focusOn(props)}
            type="datetime-local"
            dir="ltr"
            value={filled(drawing, name)[0]}
          />
        )}
      />
    </>
  );
}

/** A list that unfolds, with `none` for nothing said. */
function Unfolding<Kind extends ChoiceField | EitherField>({
  choices,
  ...props
}: Of<Kind> & { choices: readonly { value: string; name: string }[] }) {
  const { drawing, name } = props;
  const [chosen] = filled(drawing, name);
  return (
    <Field
      {...tie(props)}
      control={({ class: looks, ...tied }) => (
        <select {...tied} {...focusOn(props)} class={looks.replace('form-control', 'form-select')}>
          <option value="">{drawing.screen.t('termFields.notSaid')}</option>
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

export const ChoiceControl = (props: Of<ChoiceField>) => (
  <Unfolding
    {...props}
    choices={choicesOf(props.drawing, props.field.of, filled(props.drawing, props.name))}
  />
);

/** Whether a word is meant, or what is said below it. */
export function EitherChoice(props: Of<EitherField>) {
  const { drawing, name, field } = props;
  const these = { value: THESE, name: drawing.screen.t(field.these) };
  const others = filled(drawing, name).filter((one) => one !== THESE);
  return <Unfolding {...props} choices={[...choicesOf(drawing, field.words, others), these]} />;
}

export function Tick({ drawing, name, field }: Of<TickField>) {
  return (
    <label class="form-check">
      <input
        type="checkbox"
        class="form-check-input"
        name={name}
        value="yes"
        checked={filled(drawing, name).length > 0}
      />
      <span class="form-check-label">{drawing.screen.t(field.label)}</span>
    </label>
  );
}

export function BoxesControl(props: Of<BoxesField>) {
  const { drawing, name, field } = props;
  const chosen = filled(drawing, name);
  const { label, hint, ...tied } = tie(props);
  return (
    <>
      <Boxes {...{ ...tied, label, hint, chosen }} choices={choicesOf(drawing, field.of, chosen)} />
      {field.more && <Lines {...{ drawing, name: moreOf(name), field: { kind: 'lines', ...field.more } }} />}
    </>
  );
}

export function Lines(props: Of<LinesField>) {
  return (
    <Field
      {...tie(props)}
      control={(tied) => (
        <textarea {...tied} {...focusOn(props)} rows={2} dir="ltr" spellcheck={false}>
          {filled(props.drawing, props.name)[0]}
        </textarea>
      )}
    />
  );
}
