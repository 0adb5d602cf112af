import type { Screen } from '../screen/screen';

interface Of {
  authorised: boolean;
  late: boolean;
  corrected: boolean;
}

/** Whether it might be told, whether it was recorded late, and whether it was corrected: in words, and not by colour alone. */
export function TellingState({ screen: { t }, of }: { screen: Screen; of: Of }) {
  return (
    <>
      {of.authorised ? (
        <span class="badge bg-green-lt">{t('tellings.stateGood')}</span>
      ) : (
        <strong class="badge bg-red-lt">
          <span aria-hidden="true">! </span>
          {t('tellings.stateBad')}
        </strong>
      )}{' '}
      {of.late && <strong class="badge bg-orange-lt">{t('tellings.stateLate')}</strong>}{' '}
      {of.corrected && <span class="badge bg-secondary-lt">{t('tellings.stateCorrected')}</span>}
    </>
  );
}
