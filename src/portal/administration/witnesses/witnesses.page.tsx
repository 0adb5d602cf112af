import type { components } from '../../../../docs/openapi';
import { ActForm, Field, FormFault } from '../../frame/field';
import { Page } from '../../frame/page';
import { Pager } from '../../frame/table';
import { Instant } from '../../frame/time';
import { UserText } from '../../frame/user-text';
import { ReasonField } from '../../advisories/leaving/withdraw.page';
import { hasRole, type Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { AdministrationPlaces } from '../places';

type Witness = components['schemas']['WitnessView'];

export interface Sent {
  readonly refused: ApiRefused;
  readonly key?: string;
  /** The witness that was to be ended. */
  readonly ending?: string;
  readonly reason?: string;
}

/** Who holds the heads of logs besides the installation: the own witnesses, and those of partners. */
export function WitnessesPage({
  screen,
  found,
  sent,
}: {
  screen: Screen;
  found: components['schemas']['WitnessPage'];
  sent?: Sent;
}) {
  const { t } = screen;
  const adding = sent?.ending === undefined ? sent?.refused : undefined;
  return (
    <Page screen={screen} title={t('administration.witnesses')}>
      <AdministrationPlaces screen={screen} />
      <p>{t('witnesses.about')}</p>
      {found.items.length === 0 && <p class="empty-list">{t('witnesses.none')}</p>}
      {found.items.map((witness) => (
        <One {...{ screen, witness }} sent={sent?.ending === witness.id ? sent : undefined} />
      ))}
      <Pager screen={screen} next={found.next} />
      {hasRole(screen, 'administrator') && (
        <section>
          <h2>{t('witnesses.add')}</h2>
          <FormFault {...{ screen, refused: adding }} />
          <ActForm screen={screen} action="/portal/administration/witnesses">
            <Field
              {...{ screen, refused: adding, name: 'verifier_key', label: t('witnesses.key') }}
              hint={t('witnesses.keyHint')}
              required
              control={(tied) => (
                <textarea {...tied} rows={2} maxLength={400} dir="ltr" spellcheck={false}>
                  {sent?.key}
                </textarea>
              )}
            />
            <button class="btn btn-primary">{t('witnesses.add')}</button>
          </ActForm>
        </section>
      )}
    </Page>
  );
}

function One({ screen, witness, sent }: { screen: Screen; witness: Witness; sent: Sent | undefined }) {
  const { t, me } = screen;
  const own = witness.organization === me?.organization.handle;
  const [name = ''] = witness.verifier_key.split('+');
  return (
    <section class="card card-body mb-3">
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <dl class="plain-facts">
        <dt>{t('witnesses.of')}</dt>
        <dd>
          <bdi>{witness.organization}</bdi>
        </dd>
        <dt>{t('witnesses.key')}</dt>
        <dd>
          <code dir="ltr">{witness.verifier_key}</code>
        </dd>
        <dt>{t('witnesses.added')}</dt>
        <dd>
          <Instant screen={screen} at={witness.added_at} />{' '}
          {witness.added_by && <UserText text={witness.added_by} />}
        </dd>
        {witness.ended_at && (
          <>
            <dt>{t('witnesses.ended')}</dt>
            <dd>
              <Instant screen={screen} at={witness.ended_at} />{' '}
              {witness.end_reason && <UserText text={witness.end_reason} />}
            </dd>
          </>
        )}
      </dl>
      {own && !witness.ended_at && hasRole(screen, 'administrator') && (
        <details open={sent !== undefined}>
          <summary>{t('witnesses.end')}</summary>
          <FormFault {...{ screen, refused: sent?.refused }} />
          <ActForm screen={screen} action={`/portal/administration/witnesses/${witness.id}/end`}>
            <ReasonField {...{ screen, refused: sent?.refused, reason: sent?.reason }} />
            <button class="btn btn-danger">{t('witnesses.end')}</button>
          </ActForm>
        </details>
      )}
    </section>
  );
}
