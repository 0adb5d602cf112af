import { fieldFaults } from '../../../frame/field';
import {
  BoxesControl,
  ChoiceControl,
  EitherChoice,
  InstantControl,
  Lines,
  NumberControl,
  Text,
  Tick,
} from './controls';
import { type Drawing, filled, isFilled, isRefused, refusedAt } from './drawing';
import {
  contentName,
  countOf,
  type EitherField,
  type GroupField,
  type RowsField,
  type Table,
  type TermField,
  THESE,
} from './field';
import { rowsIn } from './read';
import { ACT } from './written';

interface Drawn<Kind> {
  readonly drawing: Drawing;
  readonly name: string;
  readonly field: Kind;
}

/** What is wrong with exactly this. */
export function OwnFaults({ drawing, name }: { drawing: Drawing; name: string }) {
  const faults = fieldFaults(drawing.screen, refusedAt(drawing, name), name);
  return faults.length > 0 ? <div class="invalid-feedback d-block">{faults.join(' ')}</div> : null;
}

/** The terms of a table, one after the other. */
export function Terms({ drawing, name, table }: { drawing: Drawing; name: string; table: Table }) {
  return (
    <>
      {Object.entries(table).map(([key, field]) => (
        <Term {...{ drawing, field, name: `${name}.${key}` }} />
      ))}
    </>
  );
}

function Group({ drawing, name, field }: Drawn<GroupField>) {
  const { t } = drawing.screen;
  const inside = (
    <>
      {field.hint && <small class="form-hint">{t(field.hint)}</small>}
      <OwnFaults {...{ drawing, name }} />
      <div class="term-columns">
        <Terms {...{ drawing, name, table: field.fields }} />
      </div>
    </>
  );
  if (!field.rare)
    return (
      <fieldset class="term">
        <legend class="form-label">{t(field.label)}</legend>
        {inside}
      </fieldset>
    );
  return (
    <details class="term" open={isFilled(drawing, name) || isRefused(drawing, name)}>
      <summary>{t(field.label)}</summary>
      <fieldset>
        <legend class="visually-hidden">{t(field.label)}</legend>
        {inside}
      </fieldset>
    </details>
  );
}

/** The button that adds a row, and that which removes one. Neither asks whether the rest is filled in. */
export function RowButton({ act, children, drawing }: { act: string; children: string; drawing: Drawing }) {
  return (
    <button class="btn btn-sm" name={ACT} value={act} formnovalidate autofocus={drawing.focus === act}>
      {children}
    </button>
  );
}

function Rows({ drawing, name, field }: Drawn<RowsField>) {
  const { t } = drawing.screen;
  const count = rowsIn(drawing.fields, name);
  return (
    <fieldset class="term">
      <legend class="form-label">{t(field.label)}</legend>
      {field.hint && <small class="form-hint">{t(field.hint)}</small>}
      <OwnFaults {...{ drawing, name }} />
      <input type="hidden" name={countOf(name)} value={count} />
      {Array.from({ length: count }, (_, row) => (
        <fieldset class="term-row">
          <legend class="form-label">{t(field.one, { number: row + 1 })}</legend>
          <OwnFaults {...{ drawing, name: `${name}.${row}` }} />
          <div class="term-columns">
            <Terms {...{ drawing, name: `${name}.${row}`, table: field.row }} />
          </div>
          <RowButton drawing={drawing} act={`remove ${name}.${row}`}>
            {t('termFields.removeOne', { what: t(field.one, { number: row + 1 }) })}
          </RowButton>
        </fieldset>
      ))}
      <RowButton drawing={drawing} act={`add ${name}`}>
        {t(field.add)}
      </RowButton>
    </fieldset>
  );
}

/** A choice, and what it is about. A long list is folded away until it counts. */
function Either({ drawing, name, field }: Drawn<EitherField>) {
  const { t } = drawing.screen;
  const { content } = field;
  const within = contentName(name, field);
  const own = { ...drawing, refused: refusedAt(drawing, name) };
  // What is wrong with a list is told at the choice of it.
  const inner = { ...drawing, refused: undefined };
  const drawn =
    content.kind === 'group' ? (
      <div class="term-columns">
        <Terms {...{ drawing, name, table: content.fields }} />
      </div>
    ) : (
      <Term {...{ drawing: inner, name: within, field: content }} />
    );
  const counts =
    filled(drawing, name)[0] === THESE ||
    isRefused(drawing, name) ||
    (content.kind === 'group' ? Object.keys(content.fields).map((key) => `${name}.${key}`) : [within]).some(
      (one) => isFilled(drawing, one),
    );
  return (
    <div class="term either">
      <EitherChoice {...{ drawing: content.kind === 'group' ? own : drawing, name, field }} />
      <details open={counts}>
        <summary>{t('termFields.which', { what: t(field.these) })}</summary>
        {content.kind === 'group' && content.hint && <small class="form-hint">{t(content.hint)}</small>}
        {drawn}
      </details>
    </div>
  );
}

/** One term, by its kind. */
export function Term({ drawing, name, field }: Drawn<TermField>) {
  switch (field.kind) {
    case 'text':
      return <Text {...{ drawing, name, field }} />;
    case 'number':
      return <NumberControl {...{ drawing, name, field }} />;
    case 'instant':
      return <InstantControl {...{ drawing, name, field }} />;
    case 'choice':
      return <ChoiceControl {...{ drawing, name, field }} />;
    case 'tick':
      return <Tick {...{ drawing, name, field }} />;
    case 'boxes':
      return <BoxesControl {...{ drawing, name, field }} />;
    case 'lines':
      return <Lines {...{ drawing, name, field }} />;
    case 'group':
      return <Group {...{ drawing, name, field }} />;
    case 'rows':
      return <Rows {...{ drawing, name, field }} />;
    case 'either':
      return <Either {...{ drawing, name, field }} />;
  }
}
