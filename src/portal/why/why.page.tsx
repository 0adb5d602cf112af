import { Field } from '../frame/field';
import { type Choice, Select } from '../frame/choices';
import { type OrganizationChoices, OrganizationField } from '../frame/organizations';
import { Page } from '../frame/page';
import { addressWith } from '../frame/table';
import { TlpLabel } from '../frame/tlp';
import { UserText } from '../frame/user-text';
import type { Screen } from '../screen/screen';
import { wordOf } from '../agreements/sentences';
import { type Asked, CHANNELS, PURPOSES } from './asked';
import type { Named } from './find-item';

export interface Choices {
  readonly teams: OrganizationChoices;
  readonly officers: readonly Choice[];
}

export type Fault = 'atFault' | 'atFuture' | 'atBefore' | 'noItem' | 'mistyped' | 'notFound';

export function NotForYouPage({ screen }: { screen: Screen }) {
  return (
    <Page screen={screen} title={screen.t('why.title')}>
      <p class="alert alert-warning" role="alert">
        {screen.t('why.notForYou')}
      </p>
    </Page>
  );
}

interface FormProps {
  screen: Screen;
  asked: Asked;
  choices: Choices;
}

/** Codes of the web API, in the words that agreements have for them. */
const inWords = (screen: Screen, kind: 'channel' | 'purpose', codes: readonly string[]): Choice[] =>
  codes.map((value) => ({ value, name: wordOf(screen, kind, value) }));

/** The question as a form that leads to its answer; what is asked stays in the address. */
export function WhyForm({ screen, asked, choices }: FormProps) {
  const { t } = screen;
  const more = asked.person ?? asked.channel ?? asked.purpose ?? asked.local;
  return (
    <form method="get" action="/portal/why" class="card card-body why-form" role="search">
      <Field
        {...{ screen, name: 'item', label: t('why.item'), hint: t('why.itemHint'), required: true }}
        control={(control) => (
          <input {...control} dir="auto" value={asked.item} autocomplete="off" maxLength={200} />
        )}
      />
      <OrganizationField
        {...{ screen, name: 'team', label: t('why.team'), required: true, chosen: asked.team }}
        organizations={choices.teams}
      />
      <details open={more !== undefined}>
        <summary>{t('why.more')}</summary>
        {choices.officers.length > 0 && (
          <Select
            {...{ screen, name: 'person', label: t('why.person'), hint: t('why.personHint') }}
            {...{ choices: choices.officers, chosen: asked.person, none: t('why.anyPerson') }}
          />
        )}
        <Select
          {...{ screen, name: 'channel', label: t('why.channel') }}
          {...{ choices: inWords(screen, 'channel', CHANNELS), chosen: asked.channel, none: t('why.unsaid') }}
        />
        <Select
          {...{ screen, name: 'purpose', label: t('why.purpose') }}
          {...{ choices: inWords(screen, 'purpose', PURPOSES), chosen: asked.purpose, none: t('why.unsaid') }}
        />
        <Field
          {...{ screen, name: 'at', label: t('why.at'), hint: t('why.atHint', { zone: screen.zone }) }}
          control={(control) => <input {...control} type="datetime-local" value={asked.local} />}
        />
      </details>
      <button class="btn btn-primary">{t('why.ask')}</button>
    </form>
  );
}

export function WhyPage({
  screen,
  asked,
  choices,
  found = [],
  fault,
}: FormProps & { found?: readonly Named[] | undefined; fault?: Fault | undefined }) {
  const { t } = screen;
  return (
    <Page screen={screen} title={t('why.title')} labels={found.map(({ tlp }) => tlp)}>
      <p>{t('why.help')}</p>
      {fault && (
        <p class="alert alert-danger" role="alert" tabIndex={-1}>
          {t(`why.${fault}`)}
        </p>
      )}
      <WhyForm {...{ screen, asked, choices }} />
      {found.length > 0 && (
        <section>
          <h2>{t(found.length > 1 ? 'why.choose' : 'why.chooseOne')}</h2>
          <ul class="found-items">
            {found.map(({ id, kind, reference, title, tlp }) => (
              <li>
                {tlp && <TlpLabel label={tlp} />}{' '}
                <a href={addressWith(screen, { item: id })}>
                  <UserText text={title} />
                </a>{' '}
                <code dir="ltr">{reference}</code> {t(`why.${kind}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
