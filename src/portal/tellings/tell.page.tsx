import { Select } from '../frame/choices';
import { ActForm, Field, FormFault, fieldFaults } from '../frame/field';
import { LocalTimeField } from '../frame/local-time-field';
import { type OrganizationChoices, OrganizationField } from '../frame/organizations';
import { Page } from '../frame/page';
import { INFORMATION_TYPES, inWords } from '../frame/terms';
import { TLP_ORDER } from '../frame/tlp';
import { shownFor } from '../frame/local-time';
import type { Screen } from '../screen/screen';
import type { ApiRefused } from '../web-api/refused';
import { type Officer, WAYS } from './telling';

/** What stands in the fields. */
export type Said = Readonly<
  Partial<
    Record<
      | 'to'
      | 'person'
      | 'person_name'
      | 'item'
      | 'about'
      | 'tlp'
      | 'information_type'
      | 'how'
      | 'encrypted'
      | 'told_at',
      string
    >
  >
>;

export interface TellProps {
  screen: Screen;
  said: Said;
  /** The instant with which the field of the time begins. */
  began: string;
  organizations: OrganizationChoices;
  officers: readonly Officer[];
  refused?: ApiRefused | undefined;
}

/** To whom, what, how and when: what is known already is filled in, and the time is now. */
export function TellPage(props: TellProps) {
  const { screen, said, began, organizations, refused } = props;
  const { t } = screen;
  return (
    <Page screen={screen} title={t('tellings.title')} labels={[]}>
      <p>{t('tellings.help')}</p>
      <p class="text-secondary">{t('tellings.theyRead')}</p>
      <ActForm screen={screen} action="/portal/tellings/new">
        <FormFault screen={screen} refused={refused} />
        <fieldset>
          <legend>{t('tellings.to')}</legend>
          <OrganizationField
            {...{ screen, name: 'to', label: t('tellings.team'), required: true, organizations, refused }}
            chosen={said.to}
          />
          <Person {...props} />
        </fieldset>
        <What {...props} />
        <Select
          {...{ screen, refused, name: 'how', label: t('tellings.how'), required: true }}
          choices={WAYS.map((value) => ({ value, name: t(`tellings.how_${value}`) }))}
          chosen={said.how}
        />
        <label class="form-check">
          <input
            type="checkbox"
            class="form-check-input"
            name="encrypted"
            value="yes"
            checked={said.encrypted !== undefined}
          />
          <span class="form-check-label">{t('tellings.encrypted')}</span>
        </label>
        <LocalTimeField
          {...{ screen, refused, name: 'told_at', label: t('tellings.when'), required: true }}
          hint={t('tellings.whenHint', { zone: screen.zone })}
          value={said.told_at}
        />
        <input type="hidden" name="told_at_shown" value={shownFor(screen.zone, began)} />
        <button class="btn btn-primary" data-ctrl-enter>
          {t('tellings.record')}
        </button>{' '}
        <a class="btn" href="/portal/tellings">
          {t('frame.cancel')}
        </a>
      </ActForm>
    </Page>
  );
}

function Person({ screen, said, officers, refused }: TellProps) {
  const { t } = screen;
  return (
    <div class="row-of-fields">
      {officers.length > 0 && (
        <Select
          {...{
            screen,
            refused,
            name: 'person',
            label: t('tellings.officer'),
            none: t('tellings.noOfficer'),
          }}
          choices={officers.map(({ id, name }) => ({ value: id, name }))}
          chosen={said.person}
        />
      )}
      <Field
        {...{ screen, refused, name: 'person_name', label: t('tellings.personName') }}
        control={(tied) => (
          <input {...tied} maxLength={200} dir="auto" value={said.person_name} autocomplete="off" />
        )}
      />
    </div>
  );
}

/** An item by its reference; what is filed nowhere unfolds. */
function What({ screen, said, refused }: TellProps) {
  const { t } = screen;
  const unfiled = ['about', 'tlp', 'information_type'] as const;
  const open = unfiled.some((name) => said[name] || fieldFaults(screen, refused, name).length > 0);
  return (
    <fieldset>
      <legend>{t('tellings.what')}</legend>
      <Field
        {...{ screen, refused, name: 'item', label: t('tellings.item') }}
        hint={t('tellings.itemHint', { example: 'PK-7QX4-M2F9-3' })}
        control={(tied) => <input {...tied} maxLength={40} dir="ltr" value={said.item} autocomplete="off" />}
      />
      <details open={open}>
        <summary>{t('tellings.unfiled')}</summary>
        <Field
          {...{ screen, refused, name: 'about', label: t('tellings.about'), hint: t('tellings.aboutHint') }}
          control={(tied) => (
            <textarea {...tied} rows={3} maxLength={2000} dir="auto">
              {said.about}
            </textarea>
          )}
        />
        <div class="row-of-fields">
          <Select
            {...{ screen, refused, name: 'tlp', label: t('tellings.tlp'), none: t('tellings.unsaid') }}
            choices={TLP_ORDER.map((value) => ({ value, name: `TLP:${value}` }))}
            chosen={said.tlp}
          />
          <Select
            {...{
              screen,
              refused,
              name: 'information_type',
              label: t('tellings.type'),
              none: t('tellings.unsaid'),
            }}
            choices={INFORMATION_TYPES.map((value) => ({ value, name: inWords(screen, 'type', value) }))}
            chosen={said.information_type}
          />
        </div>
      </details>
    </fieldset>
  );
}
