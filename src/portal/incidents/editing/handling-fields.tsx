import type { components } from '../../../../docs/openapi';
import { Boxes, Select } from '../../frame/choices';
import { Field } from '../../frame/field';
import { localOf, shownFor } from '../../frame/local-time';
import {
  inWords,
  isNational,
  NATIONAL_EXAMPLE,
  PAP_LEVELS,
  PRODUCT_TYPES,
  RSIT_CODES,
  SECTORS,
  SEVERITIES,
} from '../../frame/terms';
import { TLP_ORDER } from '../../frame/tlp';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { CASE_TYPES, type Handling } from '../incident';

export type DutyOfficer = components['schemas']['DutyOfficerView'];

interface HandlingProps {
  screen: Screen;
  handling: Handling;
  /** Whom a case marked RED may name. */
  officers: readonly DutyOfficer[];
  refused?: ApiRefused | undefined;
}

/** How a case is marked and to whom it may go. */
export function HandlingFields({ screen, handling, officers, refused }: HandlingProps) {
  const { t } = screen;
  const field = (name: string) => ({ screen, refused, name: `handling.${name}` });
  const none = t('cases.notSaid');
  return (
    <>
      <div class="field-row">
        <Select
          {...{ ...field('tlp'), label: 'TLP', chosen: handling.tlp, none }}
          choices={TLP_ORDER.map((value) => ({ value, name: `TLP:${value}` }))}
        />
        <Select
          {...{ ...field('pap'), label: 'PAP', chosen: handling.pap, none }}
          choices={PAP_LEVELS.map((value) => ({ value, name: `PAP:${value}` }))}
        />
        <Select
          {...{
            ...field('information_type'),
            label: t('cases.type'),
            chosen: handling.information_type,
            none,
          }}
          choices={CASE_TYPES.map((value) => ({ value, name: inWords(screen, 'type', value) }))}
        />
        <Select
          {...{ ...field('severity'), label: t('incidents.severity'), chosen: handling.severity, none }}
          choices={SEVERITIES.map((value) => ({ value, name: inWords(screen, 'severity', value) }))}
        />
      </div>
      <details open={(handling.categories ?? []).length === 0 || undefined}>
        <summary>
          {t('incidents.class')}: <bdi dir="ltr">{(handling.categories ?? []).join(', ') || none}</bdi>
        </summary>
        <Boxes
          {...{ ...field('categories'), label: t('incidents.class'), chosen: handling.categories ?? [] }}
          hint={t('cases.classHint')}
          choices={RSIT_CODES.map((value) => ({ value, name: value }))}
        />
      </details>
      <Field
        {...{
          ...field('national'),
          label: t('products.national'),
          hint: t('products.nationalHint', { example: NATIONAL_EXAMPLE }),
        }}
        control={(tied) => (
          <textarea {...tied} rows={2} dir="ltr">
            {(handling.categories ?? []).filter(isNational).join('\n')}
          </textarea>
        )}
      />
      <Boxes
        {...{ ...field('product_types'), label: t('products.types'), hint: t('products.typesHint') }}
        chosen={handling.product_types ?? []}
        choices={PRODUCT_TYPES.map((value) => ({ value, name: inWords(screen, 'product', value) }))}
      />
      <Boxes
        {...{ ...field('sectors'), label: t('incidents.sector'), chosen: handling.sectors ?? [] }}
        choices={SECTORS.map((value) => ({ value, name: inWords(screen, 'sector', value) }))}
      />
      <Audience {...{ screen, handling, officers, refused }} />
    </>
  );
}

function Audience({ screen, handling, officers, refused }: HandlingProps) {
  const { t, zone } = screen;
  const field = (name: string) => ({ screen, refused, name: `handling.${name}` });
  const { audience, named_persons: named = [], nexus = [], embargo_until: embargo } = handling;
  const include = audience?.include ?? [];
  const text = (value: readonly string[] | undefined) => (tied: object) => (
    <input {...tied} value={value?.join(', ')} dir="ltr" autocomplete="off" />
  );
  return (
    <>
      <fieldset class="mb-3">
        <legend class="form-label">{t('cases.audience')}</legend>
        {(['partners', 'only'] as const).map((value) => (
          <label class="form-check">
            <input
              type="radio"
              class="form-check-input"
              name="handling.audience"
              value={value}
              checked={(include === 'partners') === (value === 'partners')}
            />
            <span class="form-check-label">{t(`cases.audience_${value}`)}</span>
          </label>
        ))}
        <Field
          {...{ ...field('audience.include'), label: t('cases.include'), hint: t('cases.includeHint') }}
          control={text(include === 'partners' ? [] : include)}
        />
        <Field
          {...{ ...field('audience.exclude'), label: t('cases.exclude') }}
          control={text(audience?.exclude)}
        />
      </fieldset>
      {officers.length > 0 && (
        <Boxes
          {...{ ...field('named_persons'), label: t('cases.namedPersons'), hint: t('cases.namedHint') }}
          chosen={named}
          choices={officers.map(({ id, name, organization }) => ({
            value: id,
            name: `${name} · ${organization}`,
          }))}
        />
      )}
      <Field
        {...{ ...field('nexus'), label: t('cases.nexus'), hint: t('cases.nexusHint') }}
        control={text(nexus)}
      />
      <Field
        {...{ ...field('embargo_until'), label: t('cases.embargo'), hint: t('cases.embargoHint', { zone }) }}
        control={(tied) => <input {...tied} type="datetime-local" value={localOf(zone, embargo ?? '')} />}
      />
      <input type="hidden" name="handling.embargo_shown" value={shownFor(zone, embargo)} />
    </>
  );
}
