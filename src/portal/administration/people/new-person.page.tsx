import { ActForm, Field, FormFault } from '../../frame/field';
import { Page } from '../../frame/page';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import type { ApiRefused } from '../../web-api/refused';
import { RoleBoxes, type Role } from '../role-boxes';

interface NewPersonProps {
  screen: Screen;
  /** Whether the person sets the password; otherwise the administrator does. */
  invited: boolean;
  email?: string;
  name?: string;
  roles?: readonly Role[];
  refused?: ApiRefused;
}

export function NewPersonPage({ screen, invited, email, name, roles = [], refused }: NewPersonProps) {
  const { t, me } = screen;
  return (
    <Page screen={screen} title={t(invited ? 'administration.invite' : 'administration.create')}>
      <div class="narrow card card-body">
        <p>
          {t(invited ? 'administration.inviteWhat' : 'administration.createWhat')}{' '}
          <UserText text={me?.organization.name ?? ''} />
        </p>
        <FormFault screen={screen} refused={refused} />
        <ActForm screen={screen} action={`/portal/administration/${invited ? 'invite' : 'create'}`}>
          <Field
            {...{ screen, refused, name: 'email', label: t('account.email'), required: true }}
            control={(tied) => <input {...tied} type="email" dir="ltr" maxLength={254} value={email} />}
          />
          <Field
            {...{ screen, refused, name: 'name', label: t('account.name'), required: true }}
            control={(tied) => <input {...tied} dir="auto" maxLength={200} value={name} />}
          />
          <RoleBoxes screen={screen} chosen={roles} refused={refused} />
          {!invited && (
            <Field
              {...{ screen, refused, name: 'password', label: t('administration.firstPassword') }}
              {...{ hint: t('account.passwordRules'), required: true }}
              control={(tied) => (
                <input {...tied} type="password" autocomplete="new-password" minLength={12} />
              )}
            />
          )}
          <button class="btn btn-primary">
            {t(invited ? 'administration.invite' : 'administration.create')}
          </button>{' '}
          <a class="btn" href="/portal/administration">
            {t('frame.cancel')}
          </a>
        </ActForm>
      </div>
    </Page>
  );
}
