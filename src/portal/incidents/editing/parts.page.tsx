import { Boxes, Select } from '../../frame/choices';
import { ActForm, Field, FormFault } from '../../frame/field';
import { Page } from '../../frame/page';
import { INFORMATION_TYPES, inWords, PAP_LEVELS, PART_KINDS, PART_TAGS } from '../../frame/terms';
import { TLP_ORDER } from '../../frame/tlp';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { type OwnIncident, latestOf, type PartInput, pathOfCase } from '../incident';
import { partField } from './parts';

interface PartsProps {
  screen: Screen;
  incident: OwnIncident;
  base: number;
  parts: readonly PartInput[];
  refused?: ApiRefused | undefined;
}

const NEW: PartInput = { kind: 'statement', title: '', text: '' };

/** All parts of a case with their markings, and room for one more. */
export function PartsPage({ screen, incident, base, parts, refused }: PartsProps) {
  const { t } = screen;
  const path = pathOfCase(incident.id);
  const labels = [latestOf(incident).handling.tlp, ...parts.map(({ tlp }) => tlp)];
  return (
    <Page screen={screen} title={t('cases.editParts')} labels={labels}>
      <p class="text-secondary">{t('cases.partsHint')}</p>
      <ActForm screen={screen} action={`${path}/parts`}>
        <FormFault screen={screen} refused={refused} />
        <input type="hidden" name="base" value={base} />
        {[...parts, NEW].map((part, at) => (
          <PartFields {...{ screen, refused, part, at, isNew: at === parts.length }} />
        ))}
        <div class="form-acts">
          <button class="btn btn-primary" data-ctrl-enter>
            {t('frame.save')}
          </button>
          <a class="btn" href={path}>
            {t('frame.cancel')}
          </a>
        </div>
      </ActForm>
    </Page>
  );
}

interface PartProps {
  screen: Screen;
  part: PartInput;
  at: number;
  isNew: boolean;
  refused?: ApiRefused | undefined;
}

function PartFields({ screen, part, at, isNew, refused }: PartProps) {
  const { t } = screen;
  const field = (name: string) => ({ screen, refused, name: partField(at, name) });
  return (
    <fieldset class="case-part">
      <legend>{isNew ? t('cases.newPart') : t('cases.partNumber', { number: at + 1 })}</legend>
      <div class="field-row">
        <Select
          {...{ ...field('kind'), label: t('cases.partKind'), chosen: part.kind }}
          choices={PART_KINDS.map((value) => ({ value, name: inWords(screen, 'part', value) }))}
        />
        <Field
          {...{ ...field('title'), label: t('incidents.title'), hint: t('cases.partTitleHint') }}
          control={(tied) => <input {...tied} value={part.title} maxLength={300} dir="auto" />}
        />
      </div>
      <Field
        {...{ ...field('text'), label: t('cases.partText') }}
        control={(tied) => (
          <textarea {...tied} rows={2} maxLength={10_000} dir="auto">
            {part.text}
          </textarea>
        )}
      />
      <div class="field-row">
        <Select
          {...{ ...field('tlp'), label: 'TLP', chosen: part.tlp, none: t('cases.asCase', { label: 'TLP' }) }}
          choices={TLP_ORDER.map((value) => ({ value, name: `TLP:${value}` }))}
        />
        <Select
          {...{ ...field('pap'), label: 'PAP', chosen: part.pap, none: t('cases.asCase', { label: 'PAP' }) }}
          choices={PAP_LEVELS.map((value) => ({ value, name: `PAP:${value}` }))}
        />
        <Select
          {...{ ...field('information_type'), label: t('cases.type'), chosen: part.information_type }}
          none={t('cases.asTheCase')}
          choices={INFORMATION_TYPES.map((value) => ({ value, name: inWords(screen, 'type', value) }))}
        />
      </div>
      <Boxes
        {...{ ...field('tags'), label: t('cases.tags'), chosen: part.tags ?? [] }}
        choices={PART_TAGS.map((value) => ({ value, name: inWords(screen, 'tag', value) }))}
      />
      <Field
        {...{ ...field('victim'), label: t('victims.partVictim'), hint: t('victims.partVictimHint') }}
        control={(tied) => <input {...tied} value={part.victim ?? ''} maxLength={100} dir="auto" />}
      />
      {!isNew && (
        <label class="form-check">
          <input type="checkbox" class="form-check-input" name={partField(at, 'remove')} value="yes" />
          <span class="form-check-label">{t('cases.removePart')}</span>
        </label>
      )}
    </fieldset>
  );
}
