import type { components } from '../../../../docs/openapi';
import { ConfirmPage } from '../../frame/confirm.page';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import { type Role, rolesInWords } from '../role-boxes';

/** What is to be done with a person. */
export type PersonAct =
  | { act: 'roles'; roles: readonly Role[] }
  | { act: 'departure'; reason: string }
  | { act: 'password-reset' }
  | { act: 'second-factor' };

const WORDS = {
  roles: ['administration.changeRoles', 'administration.rolesEffect'],
  departure: ['administration.departure', 'administration.departureEffect'],
  'password-reset': ['administration.resetPassword', 'administration.resetEffect'],
  'second-factor': ['administration.removeFactor', 'administration.factorEffect'],
} as const;

const fieldsOf = (wanted: PersonAct): [string, string][] => {
  if (wanted.act === 'roles') return wanted.roles.map((role) => ['roles', role]);
  return wanted.act === 'departure' ? [['reason', wanted.reason]] : [];
};

/** Whom an act affects, what she has now, and what becomes of it. */
export function ConfirmPersonPage({
  screen,
  person,
  wanted,
}: {
  screen: Screen;
  person: components['schemas']['AccountView'];
  wanted: PersonAct;
}) {
  const { t } = screen;
  const [name, effect] = WORDS[wanted.act];
  const place = `/portal/administration/people/${person.id}`;
  return (
    <ConfirmPage
      {...{ screen, title: t(name), action: `${place}/${wanted.act}`, submit: t(name), back: place }}
      fields={fieldsOf(wanted)}
    >
      <p>
        {t('administration.affects')}{' '}
        <strong>
          <UserText text={person.name} />
        </strong>{' '}
        <span dir="ltr">{person.email}</span>
      </p>
      <dl class="plain-facts">
        <dt>{t('administration.rolesNow')}</dt>
        <dd>{rolesInWords(screen, person.roles)}</dd>
        {wanted.act === 'roles' && (
          <>
            <dt>{t('administration.rolesThen')}</dt>
            <dd>{rolesInWords(screen, wanted.roles)}</dd>
          </>
        )}
        {wanted.act === 'departure' && (
          <>
            <dt>{t('administration.reason')}</dt>
            <dd>
              <UserText text={wanted.reason} />
            </dd>
          </>
        )}
      </dl>
      <p class="alert alert-warning">{t(effect)}</p>
    </ConfirmPage>
  );
}
