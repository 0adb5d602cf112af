import { Term, OwnFaults, RowButton } from './draw';
import type { Drawing } from './drawing';
import { countOf, type RowsField } from './field';
import { GrantSection } from './grant-section';
import { rowsIn } from './read';
import { ACT, TERMS, type Written, WRITTEN_AS } from './written';
import { TermsField } from '../terms-field';

/** The list of grants, each with a section of its own. */
function Grants({ drawing, field }: { drawing: Drawing; field: RowsField }) {
  const { t } = drawing.screen;
  const name = `${TERMS}.grants`;
  const count = rowsIn(drawing.fields, name);
  return (
    <fieldset>
      <legend>{t(field.label)}</legend>
      {field.hint && <small class="form-hint">{t(field.hint)}</small>}
      <OwnFaults {...{ drawing, name }} />
      <input type="hidden" name={countOf(name)} value={count} />
      {Array.from({ length: count }, (_, row) => (
        <GrantSection {...{ drawing, name: `${name}.${row}`, number: row + 1 }} />
      ))}
      <div class="buttons">
        <RowButton drawing={drawing} act={`add ${name}`}>
          {t(field.add)}
        </RowButton>
      </div>
    </fieldset>
  );
}

/** The same terms as JSON, to copy; and the way to type them so. */
function AsJson({ drawing, text }: { drawing: Drawing; text: string }) {
  const { t } = drawing.screen;
  return (
    <details class="mb-3">
      <summary>{t('drafting.asJson')}</summary>
      <textarea
        class="form-control typed-terms"
        rows={12}
        dir="ltr"
        readOnly
        aria-label={t('drafting.terms')}
      >
        {text}
      </textarea>
      <div class="buttons">
        <button class="btn btn-sm" name={ACT} value="json" formnovalidate>
          {t('drafting.typeJson')}
        </button>
      </div>
    </details>
  );
}

/** The control to which a page leads after a row was added or removed. */
function focusOf({ changed, form }: Written): string | undefined {
  if (!changed) return undefined;
  const { list, row } = changed;
  if (row === undefined) return `add ${list}`;
  if (list === `${TERMS}.grants`) return `${list}.${row}.from`;
  const field = list
    .split('.')
    .slice(1)
    .filter((part) => !/^\d+$/.test(part))
    .reduce<unknown>((at, part) => {
      const { fields, row: inRow } = at as { fields?: object; row?: object };
      return (fields ?? inRow)?.[part as never];
    }, form) as RowsField | undefined;
  return field && `${list}.${row}.${Object.keys(field.row)[0]}`;
}

/** Terms as they are written: in the form, or as JSON. */
export function TermsForm({
  written,
  ...given
}: Pick<Drawing, 'screen' | 'telling' | 'refused' | 'teams'> & { written: Written }) {
  const { screen, refused } = given;
  const { t } = screen;
  if (written.as === 'json')
    return (
      <>
        {written.notShown !== undefined && (
          <p class="alert alert-warning" role="status">
            {t('drafting.jsonOnly', { where: written.notShown })}
          </p>
        )}
        <input type="hidden" name={WRITTEN_AS} value="json" />
        <TermsField screen={screen} text={written.text} refused={refused} />
        <div class="buttons">
          <button class="btn btn-sm" name={ACT} value="form" formnovalidate>
            {t('drafting.typeForm')}
          </button>
        </div>
      </>
    );
  const sides = { from: t('termFields.theGiver'), to: t('termFields.theReceiver') };
  const drawing: Drawing = { ...given, sides, fields: written.fields, focus: focusOf(written) };
  const { grants, ...whole } = written.form.fields;
  return (
    <section class="terms-form">
      <h2>{t('drafting.terms')}</h2>
      <AsJson drawing={drawing} text={written.text} />
      <OwnFaults {...{ drawing, name: TERMS }} />
      <Grants drawing={drawing} field={grants as RowsField} />
      <fieldset>
        <legend>{t('agreements.wholeTerms')}</legend>
        {Object.entries(whole).map(([key, field]) => (
          <Term {...{ drawing, name: `${TERMS}.${key}`, field }} />
        ))}
      </fieldset>
    </section>
  );
}
