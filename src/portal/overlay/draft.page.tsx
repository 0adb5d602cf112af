import { type Effect, EffectOn } from '../advisories/leaving/effect';
import { Boxes, Select } from '../frame/choices';
import { ActForm, Field, FormFault } from '../frame/field';
import { Page } from '../frame/page';
import { INFORMATION_TYPES, inWords } from '../frame/terms';
import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';
import type { OverlayFields, RestrictionFields } from './overlay-form';

const LABELS = ['GREEN', 'AMBER', 'AMBER+STRICT', 'RED'];

interface Drafting {
  screen: Screen;
  fields: OverlayFields;
  /** What it would bring about at once. */
  effect?: Effect | undefined;
  refused?: ApiRefused | undefined;
}

/** A new version of the national overlay, in place of the one before. */
export function DraftOverlayPage({ screen, fields, effect, refused }: Drafting) {
  const { t } = screen;
  const named = { screen, refused };
  return (
    <Page screen={screen} title={t('overlay.draft')}>
      <p>{t('overlay.draftAbout')}</p>
      <FormFault {...named} />
      {effect && (
        <section class="card card-body mb-3" role="status">
          <EffectOn {...{ screen, effect }} />
        </section>
      )}
      <ActForm screen={screen} action="/portal/overlay/new">
        <input type="hidden" name="base" value={fields.base} />
        <input type="hidden" name="count" value={fields.restrictions.length} />
        <Field
          {...{ ...named, name: 'law', label: t('overlay.law'), hint: t('overlay.lawHint'), required: true }}
          control={(tied) => <input {...tied} maxLength={500} dir="auto" value={fields.law} />}
        />
        <Field
          {...{ ...named, name: 'source', label: t('overlay.source'), hint: t('overlay.sourceHint') }}
          control={(tied) => <input {...tied} maxLength={500} dir="auto" value={fields.source} />}
        />
        <Field
          {...{ ...named, name: 'effective_on', label: t('overlay.effectiveOn') }}
          hint={t('overlay.effectiveOnHint')}
          control={(tied) => <input {...tied} type="date" dir="ltr" value={fields.effectiveOn} />}
        />
        {fields.restrictions.map((one, number) => (
          <Restriction {...{ ...named, one, number }} />
        ))}
        <div class="form-buttons">
          <button class="btn" name="act" value="look">
            {t('overlay.look')}
          </button>
          <button class="btn" name="act" value="more">
            {t('overlay.more')}
          </button>
          {effect && (
            <button class="btn btn-primary" name="act" value="record">
              {t('overlay.record')}
            </button>
          )}
          <a class="btn" href="/portal/overlay">
            {t('frame.cancel')}
          </a>
        </div>
      </ActForm>
    </Page>
  );
}

function Restriction({
  screen,
  refused,
  one,
  number,
}: Pick<Drafting, 'screen' | 'refused'> & { one: RestrictionFields; number: number }) {
  const { t } = screen;
  const named = (field: string) => ({ screen, refused, name: `restrictions.${number}.${field}` });
  return (
    <fieldset class="card card-body mb-3">
      <legend>{t('overlay.restriction', { number: number + 1 })}</legend>
      <Field
        {...{ ...named('clause'), label: t('overlay.clause'), hint: t('overlay.clauseHint') }}
        control={(tied) => <input {...tied} maxLength={200} dir="auto" value={one.clause} />}
      />
      <Select
        {...{ ...named('direction'), label: t('overlay.direction') }}
        choices={(['sending', 'receiving'] as const).map((value) => ({
          value,
          name: t(`overlay.direction_${value}`),
        }))}
        chosen={one.direction}
      />
      <Boxes
        {...{ ...named('information_types'), label: t('overlay.types'), hint: t('overlay.typesHint') }}
        choices={INFORMATION_TYPES.map((value) => ({
          value,
          name: inWords(screen, 'type', value),
        }))}
        chosen={one.types}
      />
      <Select
        {...{ ...named('least_tlp'), label: t('overlay.least') }}
        choices={LABELS.map((value) => ({ value, name: `TLP:${value}` }))}
        chosen={one.least}
        none={t('overlay.anyLabel')}
      />
      <Field
        {...{ ...named('countries'), label: t('overlay.countries'), hint: t('overlay.countriesHint') }}
        control={(tied) => <input {...tied} dir="ltr" value={one.countries} />}
      />
      <label class="form-check">
        <input
          type="checkbox"
          class="form-check-input"
          name={`restrictions.${number}.public`}
          value="yes"
          checked={one.public}
        />
        <span class="form-check-label">{t('overlay.public')}</span>
      </label>
    </fieldset>
  );
}
