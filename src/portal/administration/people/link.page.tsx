import { Instant } from '../../frame/time';
import { UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import { ShownOncePage } from '../shown-once.page';

type Kind = 'invitation' | 'password-reset';

/** The address that somebody opens who was invited, or sets a new password. */
export function arrivalLink(publicUrl: string, kind: Kind, token: string): string {
  const link = new URL(`/portal/${kind}`, publicUrl);
  link.searchParams.set('token', token);
  return link.href;
}

/** A link for one person, to be handed over in a way that nobody else sees. */
export function LinkPage({
  screen,
  kind,
  person,
  link,
  until,
}: {
  screen: Screen;
  kind: Kind;
  person: { name: string; email: string };
  link: string;
  /** Until when it can be used. */
  until: string;
}) {
  const { t } = screen;
  const invited = kind === 'invitation';
  return (
    <ShownOncePage
      {...{ screen, secret: link, back: '/portal/administration' }}
      title={t(invited ? 'administration.invitation' : 'administration.resetPassword')}
    >
      <p>
        {t('administration.linkFor')}{' '}
        <strong>
          <UserText text={person.name} />
        </strong>{' '}
        <span dir="ltr">{person.email}</span>
      </p>
      <p>
        {t('administration.handOver')} <Instant screen={screen} at={until} />
      </p>
    </ShownOncePage>
  );
}
