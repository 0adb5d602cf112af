import { languagesInWords } from '../frame/listed';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import type { Screen } from '../screen/screen';
import { type Contact, inCallingOrder, type Key } from './partners';

function Held({ screen, contact }: { screen: Screen; contact: Contact }) {
  const { t } = screen;
  const { verification, verification_lapses_at: lapses } = contact;
  if (verification === 'verified' && lapses)
    return (
      <span>
        <span class="badge bg-green-lt">{t('callAndStop.contact_verified')}</span> {t('callAndStop.until')}{' '}
        <Instant screen={screen} at={lapses} />
      </span>
    );
  return (
    <span class="badge bg-orange-lt">
      {t(verification === 'lapsed' ? 'callAndStop.contact_lapsed' : 'callAndStop.contact_never')}
    </span>
  );
}

/** Whom to call, in the order in which one calls: a number is a touch away. */
export function Reachable({ screen, contacts }: { screen: Screen; contacts: readonly Contact[] }) {
  const { t } = screen;
  if (contacts.length === 0) return <p class="empty-list">{t('callAndStop.noContacts')}</p>;
  return (
    <ul class="reachable">
      {inCallingOrder(contacts).map((contact) => (
        <li>
          {contact.telephone && (
            <a class="btn btn-primary telephone" href={`tel:${contact.telephone}`} dir="ltr">
              {contact.telephone}
            </a>
          )}
          <div>
            <strong>{t(`callAndStop.role_${contact.role}`)}</strong>
            {contact.name && (
              <>
                {' '}
                <UserText text={contact.name} />
              </>
            )}
            {contact.emergency && <span class="badge bg-red-lt ms-2">{t('callAndStop.emergency')}</span>}
          </div>
          {contact.hours && (
            <div>
              <UserText text={contact.hours} />
            </div>
          )}
          {contact.languages.length > 0 && (
            <div>{t('callAndStop.speaks', { languages: languagesInWords(screen, contact.languages) })}</div>
          )}
          <div class="mail">
            <bdi dir="ltr">{contact.email}</bdi>
          </div>
          <Held screen={screen} contact={contact} />
        </li>
      ))}
    </ul>
  );
}

const grouped = (fingerprint: string): string => fingerprint.match(/.{1,4}/g)?.join(' ') ?? fingerprint;

/** Fingerprints as they are read aloud, in groups of four. */
export function Keys({ screen, keys }: { screen: Screen; keys: readonly Key[] }) {
  const { t } = screen;
  if (keys.length === 0) return <p>{t('callAndStop.noKeys')}</p>;
  return (
    <ul>
      {keys.map(({ fingerprint, expires_at, warnings }) => (
        <li>
          <code dir="ltr">{grouped(fingerprint)}</code>
          {expires_at && (
            <>
              {' '}
              {t('callAndStop.until')} <Instant screen={screen} at={expires_at} />
            </>
          )}
          {warnings.map((warning) => (
            <span class="badge bg-orange-lt ms-2">{t(`callAndStop.key_${warning}`)}</span>
          ))}
        </li>
      ))}
    </ul>
  );
}
