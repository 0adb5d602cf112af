import { Field } from '../../frame/field';
import type { Editing } from './editing';

/** What the advisory says. */
export function TextFields({ screen, fields, refused, notesFor }: Editing) {
  const { t } = screen;
  const tied = (name: string, label: string, hint?: string) => ({
    ...{ screen, refused, name, label, hint },
    notes: notesFor(name),
  });
  const long = (
    name: 'summary' | 'details' | 'recommendation',
    label: string,
    hint: string,
    rows: number,
    required = false,
  ) => (
    <Field
      {...tied(name, label, hint)}
      required={required}
      control={(control) => (
        <textarea {...control} rows={rows} dir="auto">
          {fields[name]}
        </textarea>
      )}
    />
  );
  return (
    <fieldset>
      <legend>{t('advisories.texts')}</legend>
      <Field
        {...tied('title', t('advisories.titleField'), t('advisories.titleHint'))}
        required
        control={(control) => <input {...control} value={fields.title} maxLength={500} dir="auto" />}
      />
      {long('summary', t('advisories.summary'), t('advisories.summaryHint'), 4, true)}
      {long('recommendation', t('advisories.recommendation'), t('advisories.recommendationHint'), 4)}
      {long('details', t('advisories.details'), t('advisories.detailsHint'), 8)}
      <Field
        {...tied('cves', t('advisories.cves'), t('advisories.cvesHint'))}
        control={(control) => (
          <textarea {...control} rows={2} dir="ltr">
            {fields.cves}
          </textarea>
        )}
      />
      <Field
        {...tied('lang', t('advisories.lang'), t('advisories.langHint', { examples: 'en, ur, zh-Hans' }))}
        control={(control) => <input {...control} value={fields.lang} maxLength={60} dir="ltr" />}
      />
    </fieldset>
  );
}
