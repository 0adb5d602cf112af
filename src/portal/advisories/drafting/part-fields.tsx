import { Boxes, Select } from '../../frame/choices';
import { Field } from '../../frame/field';
import { INFORMATION_TYPES, inWords, PAP_LEVELS, PART_KINDS, PART_TAGS } from '../../frame/terms';
import { TLP_ORDER } from '../../frame/tlp';
import type { PartFields } from './draft-form';
import type { Editing } from './editing';

/** Further reading; a row that is left empty is none. */
export function ReferenceRows({ screen, fields, refused, notesFor }: Editing) {
  const { t } = screen;
  return (
    <fieldset>
      <legend>{t('advisories.references')}</legend>
      <input type="hidden" name="references.count" value={fields.references.length} />
      {notesFor('references').map((note) => (
        <p class="field-notes">{note}</p>
      ))}
      {fields.references.map(({ summary, url }, n) => (
        <div class="row-of-fields">
          <Field
            {...{ screen, refused, name: `references.${n}.summary` }}
            label={t('advisories.referenceSummary')}
            control={(control) => <input {...control} value={summary} maxLength={500} dir="auto" />}
          />
          <Field
            {...{ screen, refused, name: `references.${n}.url`, label: t('advisories.referenceUrl') }}
            control={(control) => <input {...control} type="url" value={url} maxLength={2000} dir="ltr" />}
          />
        </div>
      ))}
      <button class="btn" name="more" value="references" formnovalidate>
        {t('advisories.addReference')}
      </button>
    </fieldset>
  );
}

/** Parts with markings of their own. A part whose title and text are empty is left out. */
export function PartFieldsets(editing: Editing) {
  const { t } = editing.screen;
  return (
    <fieldset>
      <legend>{t('advisories.parts')}</legend>
      <p class="text-secondary">{t('advisories.partsFieldsHelp')}</p>
      <input type="hidden" name="parts.count" value={editing.fields.parts.length} />
      {editing.fields.parts.map((part, n) => (
        <OnePart {...editing} part={part} n={n} />
      ))}
      <button class="btn" name="more" value="parts" formnovalidate>
        {t('advisories.addPart')}
      </button>
    </fieldset>
  );
}

function OnePart({ screen, refused, notesFor, part, n }: Editing & { part: PartFields; n: number }) {
  const { t } = screen;
  const tied = (name: string, label: string) => ({ screen, refused, name: `parts.${n}.${name}`, label });
  const asItem = t('advisories.asItem');
  return (
    <fieldset class="card card-body mb-3">
      <legend>{t('advisories.partNumber', { number: n + 1 })}</legend>
      <Select
        {...tied('kind', t('advisories.partKind'))}
        choices={PART_KINDS.map((value) => ({ value, name: inWords(screen, 'part', value) }))}
        chosen={part.kind}
      />
      <Field
        {...{ ...tied('title', t('advisories.partTitle')), hint: t('advisories.partTitleHint') }}
        notes={notesFor(`parts.${n}`)}
        control={(control) => <input {...control} value={part.title} maxLength={500} dir="auto" />}
      />
      <Field
        {...tied('text', t('advisories.partText'))}
        control={(control) => (
          <textarea {...control} rows={3} dir="auto">
            {part.text}
          </textarea>
        )}
      />
      <div class="row-of-fields">
        <Select
          {...{ ...tied('tlp', 'TLP'), none: asItem, chosen: part.tlp }}
          choices={TLP_ORDER.map((value) => ({ value, name: `TLP:${value}` }))}
        />
        <Select
          {...{ ...tied('pap', 'PAP'), none: asItem, chosen: part.pap }}
          choices={PAP_LEVELS.map((value) => ({ value, name: `PAP:${value}` }))}
        />
        <Select
          {...tied('information_type', t('advisories.informationType'))}
          none={asItem}
          chosen={part.information_type}
          choices={INFORMATION_TYPES.map((value) => ({ value, name: inWords(screen, 'type', value) }))}
        />
      </div>
      <Boxes
        {...{ ...tied('tags', t('advisories.tags')), hint: t('advisories.tagsHint'), chosen: part.tags }}
        choices={PART_TAGS.map((value) => ({ value, name: inWords(screen, 'tag', value) }))}
      />
      <Field
        {...{ ...tied('victim', t('victims.partVictim')), hint: t('victims.partVictimHint') }}
        control={(control) => <input {...control} value={part.victim} maxLength={100} dir="auto" />}
      />
    </fieldset>
  );
}
