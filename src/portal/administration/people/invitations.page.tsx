import type { components } from '../../../../docs/openapi';
import { Comma } from '../../frame/listed';
import { ActForm } from '../../frame/field';
import { Page } from '../../frame/page';
import { Pager, Table } from '../../frame/table';
import { Instant } from '../../frame/time';
import { UserText } from '../../frame/user-text';
import { hasRole, type Screen } from '../../screen/screen';
import { AdministrationPlaces } from '../places';
import { rolesInWords } from '../role-boxes';

type Invitations = components['schemas']['InvitationPage'];
type Invitation = components['schemas']['InvitationView'];

function State({ screen, invitation }: { screen: Screen; invitation: Invitation }) {
  const { t, me } = screen;
  const { accepted_at: accepted, revoked_at: revoked, expires_at: expires } = invitation;
  const [state, at] = accepted
    ? (['administration.accepted', accepted] as const)
    : revoked
      ? (['administration.revoked', revoked] as const)
      : ([me && expires <= me.at ? 'administration.expired' : 'administration.openUntil', expires] as const);
  return (
    <>
      {t(state)} <Instant screen={screen} at={at} />
    </>
  );
}

const isOpen = ({ accepted_at, revoked_at, expires_at }: Invitation, now: string): boolean =>
  !accepted_at && !revoked_at && expires_at > now;

export function InvitationsPage({ screen, page }: { screen: Screen; page: Invitations }) {
  const { t, me } = screen;
  const may = hasRole(screen, 'administrator');
  return (
    <Page screen={screen} title={t('administration.invitations')}>
      <AdministrationPlaces screen={screen} />
      <Table
        screen={screen}
        caption={t('administration.invitations')}
        rows={page.items}
        empty={t('administration.noInvitations')}
        columns={[
          { name: t('account.name'), cell: ({ name }) => <UserText text={name} /> },
          { name: t('account.email'), cell: ({ email }) => <span dir="ltr">{email}</span> },
          { name: t('account.roles'), cell: ({ roles }) => rolesInWords(screen, roles) },
          {
            name: t('administration.invitedBy'),
            cell: ({ created_by: by, created_at: at }) => (
              <>
                <UserText text={by} />
                <Comma screen={screen} />
                <Instant screen={screen} at={at} />
              </>
            ),
          },
          {
            name: t('administration.state'),
            cell: (invitation) => (
              <>
                <State screen={screen} invitation={invitation} />
                {may && me && isOpen(invitation, me.at) && (
                  <ActForm
                    screen={screen}
                    action={`/portal/administration/invitations/${invitation.id}/revocation`}
                  >
                    <button class="btn btn-sm">{t('administration.revoke')}</button>
                  </ActForm>
                )}
              </>
            ),
          },
        ]}
      />
      <Pager screen={screen} next={page.next} />
    </Page>
  );
}
