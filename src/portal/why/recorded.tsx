import { Table } from '../frame/table';
import { Instant } from '../frame/time';
import { isMessage } from '../messages/catalogue';
import { Comma } from '../frame/listed';
import type { Screen } from '../screen/screen';
import type { Answer } from './answer';
import { DataValue, wordFor } from './compared-values';

/** What was written down when the version became known, and where the answer of today differs from it. */
export function Recorded({ screen, answer }: { screen: Screen; answer: Answer }) {
  const { t } = screen;
  const { recorded, differences = [] } = answer;
  return (
    <section>
      <h2>{t('why.recorded')}</h2>
      {!recorded && <p>{t('why.neverRecorded')}</p>}
      {recorded && (
        <p>
          {t('why.recordedAt')} <code>{recorded.team}</code>: <Instant screen={screen} at={recorded.at} />
          <Comma screen={screen} />
          <code>{recorded.projection}</code>
          {recorded.agreement !== null && (
            <>
              <Comma screen={screen} />
              <bdi>{recorded.agreement}</bdi>
              <Comma screen={screen} />
              {t('why.termsVersion', { number: recorded.terms_version ?? 0 })}
              <Comma screen={screen} />
              <bdi>{recorded.clause}</bdi>
            </>
          )}
        </p>
      )}
      {recorded && differences.length === 0 && <p>{t('why.same')}</p>}
      {differences.length > 0 && (
        <>
          <p class="alert alert-warning">{t('why.differs')}</p>
          <Table
            screen={screen}
            caption={t('why.differs')}
            rows={differences}
            columns={[
              {
                name: t('why.what'),
                cell: ({ what }) => {
                  const key = `ruleNames.${what}`;
                  if (!isMessage(key)) return wordFor(screen, what);
                  return (
                    <>
                      <code dir="ltr">{what}</code> {t(key)}
                    </>
                  );
                },
              },
              { name: t('why.inRecord'), cell: (one) => <DataValue screen={screen} value={one.recorded} /> },
              { name: t('why.today'), cell: (one) => <DataValue screen={screen} value={one.replayed} /> },
            ]}
          />
        </>
      )}
    </section>
  );
}
