import { PartFault } from '../../frame/part-fault';
import { Instant } from '../../frame/time';
import { TlpLabel } from '../../frame/tlp';
import { UserText } from '../../frame/user-text';
import { PutAway } from '../../reminders/reminders.section';
import type { Screen } from '../../screen/screen';
import type { Need, Needs } from './need';

/** What waits for the reader, asked for again every minute where the browser runs scripts. */
export function NeedsSection({
  screen,
  found: { needs, refused },
  label,
}: {
  screen: Screen;
  found: Needs;
  /** What stands above the page. */
  label: string | undefined;
}) {
  const { t } = screen;
  const address = '/portal/home/needs';
  return (
    <section
      id="needs"
      aria-labelledby="needs-you"
      hx-get={label ? `${address}?${new URLSearchParams({ label }).toString()}` : address}
      hx-trigger="every 60s"
      hx-swap="outerHTML"
    >
      <h2 id="needs-you">{t('home.needsYou')}</h2>
      {refused.map((one) => (
        <PartFault screen={screen} refused={one} />
      ))}
      {needs.length === 0 && <p class="empty-list">{t('home.nothingNeedsYou')}</p>}
      <NeedList screen={screen} needs={needs} />
      <p class="text-secondary">
        {t('home.asOf')} <Instant screen={screen} at={screen.me?.at ?? ''} />
      </p>
    </section>
  );
}

export function NeedList({ screen, needs }: { screen: Screen; needs: readonly Need[] }) {
  const { t, me } = screen;
  return (
    <ul class="needs">
      {needs.map(({ sentence, href, title, tlp, due, since, rank, reminder }) => (
        <li class={`need need-${rank}`}>
          <a href={href}>
            {sentence}
            {title && (
              <>
                {' '}
                <UserText text={title} />
              </>
            )}
          </a>{' '}
          {tlp && <TlpLabel label={tlp} />}
          {due && (
            <div>
              <strong>{t(due <= (me?.at ?? '') ? 'home.wasDue' : 'home.due')}</strong>{' '}
              <Instant screen={screen} at={due} />
            </div>
          )}
          {!due && since && (
            <div class="text-secondary">
              {t('home.waitsSince')} <Instant screen={screen} at={since} />
            </div>
          )}
          {reminder && <PutAway {...{ screen, reminder }} />}
        </li>
      ))}
    </ul>
  );
}
