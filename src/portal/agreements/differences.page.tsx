import { Page } from '../frame/page';
import type { Screen } from '../screen/screen';
import { addressOf, type Agreement, tellingOf, type TermsVersion } from './agreement';
import { Differences } from './differences';

/** Chooses two versions; the address keeps them. */
export function ChooseVersions({
  screen,
  agreement,
  from,
  to,
}: {
  screen: Screen;
  agreement: Agreement;
  from: number;
  to: number;
}) {
  const { t } = screen;
  const choice = (name: 'from' | 'to', chosen: number) => (
    <label>
      {t(`agreements.${name}`)}
      <select name={name} class="form-select">
        {agreement.terms.map(({ number }) => (
          <option value={number} selected={number === chosen}>
            {t('agreements.termsNumber', { number })}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form method="get" action={`${addressOf(agreement.reference)}/differences`} class="filters">
      {choice('from', from)}
      {choice('to', to)}
      <button class="btn">{t('agreements.showDifferences')}</button>
    </form>
  );
}

export function DifferencesPage({
  screen,
  agreement,
  from,
  to,
}: {
  screen: Screen;
  agreement: Agreement;
  from: TermsVersion;
  to: TermsVersion;
}) {
  const { t } = screen;
  return (
    <Page
      screen={screen}
      title={t('agreements.differences')}
      actions={
        <a class="btn" href={addressOf(agreement.reference)} dir="ltr">
          {agreement.reference}
        </a>
      }
    >
      <ChooseVersions screen={screen} agreement={agreement} from={from.number} to={to.number} />
      <h2>{t('agreements.compareWith', { from: from.number, to: to.number })}</h2>
      <Differences
        screen={screen}
        telling={tellingOf(screen, agreement)}
        before={from}
        after={to}
        numbers={{ from: from.number, to: to.number }}
      />
    </Page>
  );
}
