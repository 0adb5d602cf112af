import { Boxes, Select } from '../../frame/choices';
import { Field, fieldFaults } from '../../frame/field';
import {
  INFORMATION_TYPES,
  inWords,
  NATIONAL_EXAMPLE,
  PAP_LEVELS,
  PRODUCT_TYPES,
  RSIT,
  SECTORS,
  SEVERITIES,
  type TermKind,
} from '../../frame/terms';
import { TLP_ORDER } from '../../frame/tlp';
import { LabelHelp } from '../reading/handling-facts';
import { AudienceFields } from './audience-fields';
import type { Choosable, Editing } from './editing';

/** How the advisory may be handled: these decide who gets it. */
export function HandlingFields({ choosable, ...editing }: Editing & { choosable: Choosable }) {
  const { screen, fields, refused, notesFor } = editing;
  const { t } = screen;
  const tied = (name: string, label: string, hint?: string) => ({
    ...{ screen, refused, name: `handling.${name}`, label, hint },
    notes: notesFor(`handling.${name}`),
  });
  const choices = (kind: TermKind, codes: readonly string[]) =>
    codes.map((value) => ({ value, name: inWords(screen, kind, value) }));
  const none = t('advisories.notChosen');
  return (
    <fieldset>
      <legend>{t('advisories.handling')}</legend>
      <p class="text-secondary">{t('advisories.handlingHelp')}</p>
      <div class="row-of-fields">
        <Select
          {...{ ...tied('tlp', 'TLP'), none, chosen: fields.tlp }}
          choices={TLP_ORDER.map((value) => ({ value, name: `TLP:${value}` }))}
        />
        <Select
          {...{ ...tied('pap', 'PAP', t('advisories.papHint')), none, chosen: fields.pap }}
          choices={PAP_LEVELS.map((value) => ({ value, name: `PAP:${value}` }))}
        />
      </div>
      <LabelHelp screen={screen} />
      <div class="row-of-fields">
        <Select
          {...{ ...tied('information_type', t('advisories.informationType')), none }}
          chosen={fields.information_type}
          choices={choices('type', INFORMATION_TYPES)}
        />
        <Select
          {...{ ...tied('severity', t('advisories.severity')), none, chosen: fields.severity }}
          choices={choices('severity', SEVERITIES)}
        />
      </div>
      <details open={fieldFaults(screen, refused, 'handling.categories').length > 0}>
        <summary>
          {t('advisories.categories')} <code dir="ltr">{fields.categories.join(', ')}</code>
        </summary>
        <p class="text-secondary">{t('advisories.categoriesHelp')}</p>
        {Object.entries(RSIT).map(([group, types]) => (
          <Boxes
            {...{ screen, name: 'handling.categories', label: <code dir="ltr">{group}</code> }}
            refused={group === 'abusive-content' ? refused : undefined}
            choices={types.map((type) => ({ value: `${group}/${type}`, name: type }))}
            chosen={fields.categories}
          />
        ))}
      </details>
      <Field
        {...tied(
          'national',
          t('products.national'),
          t('products.nationalHint', { example: NATIONAL_EXAMPLE }),
        )}
        control={(control) => (
          <textarea {...control} rows={2} dir="ltr">
            {fields.national}
          </textarea>
        )}
      />
      <Boxes
        {...tied('product_types', t('products.types'), t('products.typesHint'))}
        choices={choices('product', PRODUCT_TYPES)}
        chosen={fields.products}
      />
      <Boxes
        {...{ ...tied('sectors', t('advisories.sectors'), t('advisories.sectorsHint')) }}
        choices={choices('sector', SECTORS)}
        chosen={fields.sectors}
      />
      <Field
        {...tied('nexus', t('advisories.nexus'), t('advisories.nexusHint', { example: 'PK CN' }))}
        control={(control) => <input {...control} value={fields.nexus} dir="ltr" />}
      />
      <Field
        {...tied(
          'embargo_until',
          t('advisories.embargo'),
          t('advisories.embargoHint', { zone: screen.zone }),
        )}
        control={(control) => <input {...control} type="datetime-local" value={fields.embargo} />}
      />
      <input type="hidden" name="handling.embargo_shown" value={fields.embargoShown} />
      <AudienceFields {...{ ...editing, choosable }} />
    </fieldset>
  );
}
