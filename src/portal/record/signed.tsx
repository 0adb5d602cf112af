import type { components } from '../../../docs/openapi';
import { Instant } from '../frame/time';
import type { Screen } from '../screen/screen';
import { tried } from '../web-api/refused';

export type Signed = components['schemas']['CosignatureList'];

/** How far a log is signed, and cosigned; undefined where no head of it is signed yet. */
export async function signedOf({ api }: Screen, id: string): Promise<Signed | undefined> {
  const { data, refused } = await tried(
    api.GET('/api/v1/logs/{id}/cosignatures', { params: { path: { id } } }),
  );
  if (refused && refused.status !== 404) throw refused;
  return data;
}

/** How far a log is signed, and by whom of the other side it was witnessed up to where. */
export function SignedSection({ screen, signed }: { screen: Screen; signed: Signed | undefined }) {
  const { t } = screen;
  return (
    <section class="card card-body mb-3">
      <h2>{t('record.signed')}</h2>
      <p class="text-secondary">{t('record.signedHelp')}</p>
      {signed === undefined ? (
        <p class="empty-list">{t('record.notSigned')}</p>
      ) : (
        <dl class="plain-facts">
          <dt>{t('record.signedUpTo')}</dt>
          <dd>
            {t('record.entriesCount', { count: signed.size })}{' '}
            <Instant screen={screen} at={signed.signed_at} /> <code dir="ltr">{signed.root}</code>
          </dd>
          <dt>{t('record.cosigned')}</dt>
          <dd>
            {signed.items.length === 0 && t('record.cosignedByNobody')}
            {signed.items.map(({ organization, verifier_key: key, size, cosigned_at: at }) => (
              <div>
                <bdi>{organization}</bdi> (<bdi>{key.split('+')[0]}</bdi>):{' '}
                {t('record.entriesCount', { count: size })} <Instant screen={screen} at={at} />
              </div>
            ))}
          </dd>
        </dl>
      )}
    </section>
  );
}
