import { Table } from '../frame/table';
import { UserText } from '../frame/user-text';
import { isMessage } from '../messages/catalogue';
import type { Screen } from '../screen/screen';
import { addressOf, type Agreement, namesIn } from './agreement';

/** What an instrument stands below. */
export function StandsBelow({ screen, agreement }: { screen: Screen; agreement: Agreement }) {
  const { parent } = agreement;
  if (parent === null) return null;
  return (
    <p>
      {screen.t('below.parent')}:{' '}
      <a href={addressOf(parent)} dir="ltr">
        {parent}
      </a>
    </p>
  );
}

/** What stands below an agreement, as far as the reader reads it. */
export function Children({ screen, agreement }: { screen: Screen; agreement: Agreement }) {
  const { t } = screen;
  if (agreement.children.length === 0) return null;
  return (
    <section>
      <h2>{t('below.children')}</h2>
      <p class="text-secondary">{t('below.childrenHelp')}</p>
      <Table
        screen={screen}
        caption={t('below.children')}
        rows={agreement.children}
        columns={[
          {
            name: t('agreements.reference'),
            cell: ({ reference, title, kind }) => (
              <>
                <a href={addressOf(reference)} dir="ltr">
                  {reference}
                </a>{' '}
                <UserText text={title} />
                <br />
                <small class="text-secondary">{t(`agreements.kind_${kind as 'sop'}`)}</small>
              </>
            ),
          },
          {
            name: t('agreements.state'),
            cell: ({ statements, conflicts }) => (
              <>
                {statements.map((state) => t(`agreements.state_${state as 'draft'}`)).join(' · ')}
                {conflicts && (
                  <>
                    <br />
                    {t('below.isWider')}
                  </>
                )}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

/** Terms that are wider than what they stand below says now. */
export function Conflicts({ screen, agreement }: { screen: Screen; agreement: Agreement }) {
  const { t } = screen;
  const nameOf = namesIn(agreement);
  if (agreement.conflicts.length === 0) return null;
  const called = (field: string): string => {
    const key = `compared.${field.replace('obligations.', '')}`;
    return isMessage(key) ? t(key) : field;
  };
  return (
    <section class="alert alert-warning">
      <h2>{t('below.conflicts')}</h2>
      <p>{t('below.conflictsHelp')}</p>
      <Table
        screen={screen}
        caption={t('below.conflicts')}
        rows={agreement.conflicts}
        columns={[
          {
            name: t('below.term'),
            cell: ({ from, to, field }) => (
              <>
                {from !== null && to !== null && (
                  <>
                    {t('agreements.gives', { from: nameOf(from), to: nameOf(to) })}
                    <br />
                  </>
                )}
                {called(field)}
              </>
            ),
          },
          { name: t('below.here'), cell: ({ says }) => <bdi dir="ltr">{says}</bdi> },
          { name: t('below.there'), cell: ({ parent_says: says }) => <bdi dir="ltr">{says}</bdi> },
        ]}
      />
    </section>
  );
}
