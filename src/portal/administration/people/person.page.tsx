import type { components } from '../../../../docs/openapi';
import { ActForm, Field, FormFault } from '../../frame/field';
import { Page } from '../../frame/page';
import { Instant } from '../../frame/time';
import { UserText } from '../../frame/user-text';
import { hasRole, type Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { AdministrationPlaces } from '../places';
import { RoleBoxes, rolesInWords } from '../role-boxes';

interface PersonProps {
  screen: Screen;
  person: components['schemas']['AccountView'];
  refused?: ApiRefused;
}

function Facts({ screen, person }: PersonProps) {
  const { t } = screen;
  const { second_factor_since: since, departed_at: left } = person;
  return (
    <dl class="plain-facts">
      <dt>{t('account.name')}</dt>
      <dd>
        <UserText text={person.name} />
      </dd>
      <dt>{t('account.email')}</dt>
      <dd>
        <bdi dir="ltr">{person.email}</bdi>
      </dd>
      <dt>{t('account.roles')}</dt>
      <dd>{rolesInWords(screen, person.roles)}</dd>
      <dt>{t('account.secondFactor')}</dt>
      <dd>{since ? <Instant screen={screen} at={since} /> : t('account.none')}</dd>
      <dt>{t('administration.created')}</dt>
      <dd>
        <Instant screen={screen} at={person.created_at} />
      </dd>
      {left && (
        <>
          <dt>{t('administration.left')}</dt>
          <dd>
            <Instant screen={screen} at={left} />
          </dd>
        </>
      )}
    </dl>
  );
}

/** What an administrator may do with a colleague. Nobody changes her own: the web API refuses that, too. */
function Acts({ screen, person, refused }: PersonProps) {
  const { t } = screen;
  const place = `/portal/administration/people/${person.id}`;
  return (
    <>
      <h2>{t('administration.changeRoles')}</h2>
      <ActForm screen={screen} action={`${place}/roles`}>
        <RoleBoxes screen={screen} chosen={person.roles} refused={refused} />
        <button class="btn">{t('administration.changeRoles')}</button>
      </ActForm>
      <h2>{t('administration.access')}</h2>
      <p>{t('administration.accessWhat')}</p>
      <ActForm screen={screen} action={`${place}/password-reset`}>
        <button class="btn">{t('administration.resetPassword')}</button>
      </ActForm>
      {person.second_factor_since && (
        <ActForm screen={screen} action={`${place}/second-factor`}>
          <button class="btn">{t('administration.removeFactor')}</button>
        </ActForm>
      )}
      <h2>{t('administration.departure')}</h2>
      <ActForm screen={screen} action={`${place}/departure`}>
        <Field
          {...{ screen, refused, name: 'reason', label: t('administration.reason'), required: true }}
          control={(tied) => <input {...tied} dir="auto" maxLength={1000} />}
        />
        <button class="btn btn-danger">{t('administration.departure')}</button>
      </ActForm>
    </>
  );
}

export function PersonPage({ screen, person, refused }: PersonProps) {
  const { t, me } = screen;
  const own = person.id === me?.person?.id;
  return (
    <Page screen={screen} title={t('administration.person')}>
      <AdministrationPlaces screen={screen} />
      <FormFault screen={screen} refused={refused} />
      <Facts screen={screen} person={person} />
      {own && <p>{t('administration.own')}</p>}
      {!own && !person.departed_at && hasRole(screen, 'administrator') && (
        <Acts {...{ screen, person }} {...(refused ? { refused } : {})} />
      )}
    </Page>
  );
}
