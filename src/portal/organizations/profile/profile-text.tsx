import { Instant } from '../../frame/time';
import { UserLines, UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import { type Profile, SECTION_NUMBERS, SECTIONS, textOf } from './sections';

/** What a team says of itself, in the sections of RFC 2350. */
export function ProfileText({ screen, profile }: { screen: Screen; profile: Profile }) {
  const { t } = screen;
  const line = (label: string, text: string | undefined) =>
    text !== undefined && (
      <>
        <dt>{label}</dt>
        <dd>
          <UserText text={text} />
        </dd>
      </>
    );
  return (
    <>
      <p class="text-secondary">
        {t('organizations.profileVersion', { version: profile.version })}{' '}
        <Instant screen={screen} at={profile.updated_at} />
      </p>
      <dl class="facts">
        {line(t('organizations.name'), profile.name)}
        {line(t('organizations.shortName'), profile.short_name)}
        {line(t('organizations.timeZone'), profile.time_zone)}
        {line(t('organizations.workingHours'), profile.working_hours)}
        {line(t('organizations.languages'), profile.languages?.join(', '))}
      </dl>
      {SECTION_NUMBERS.map((number) => (
        <section>
          <h3>{t(`organizations.section_${number}`)}</h3>
          {SECTIONS[number].map((field) => {
            const text = textOf(profile, field);
            return (
              <>
                {SECTIONS[number].length > 1 && (
                  <h4>
                    {field.number} {t(field.label)}
                  </h4>
                )}
                {text ? (
                  <UserLines text={text} />
                ) : (
                  <p class="text-secondary">{t('organizations.notStated')}</p>
                )}
              </>
            );
          })}
        </section>
      ))}
    </>
  );
}
