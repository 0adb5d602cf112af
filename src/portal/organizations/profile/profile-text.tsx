import { Instant } from '../../frame/time';
import { UserLines, UserText } from '../../frame/user-text';
import { languagesInWords, listOf } from '../../frame/listed';
import type { Screen } from '../../screen/screen';
import { type Profile, SECTION_NUMBERS, SECTIONS, textOf } from './sections';

type Fields = (typeof SECTIONS)[keyof typeof SECTIONS];

/** What is stated, each under its heading; then in one line what is not. */
function Section({ screen, profile, fields }: { screen: Screen; profile: Profile; fields: Fields }) {
  const { t } = screen;
  const heading = ({ number, label }: Fields[number]) => `${number} ${t(label)}`;
  const unstated = fields.filter((field) => !textOf(profile, field));
  return (
    <>
      {fields.map((field) => {
        const text = textOf(profile, field);
        return (
          text && (
            <>
              {fields.length > 1 && <h4>{heading(field)}</h4>}
              <UserLines text={text} />
            </>
          )
        );
      })}
      {unstated.length > 0 && (
        <p class="text-secondary">
          {fields.length > 1
            ? t('organizations.notStatedThese', { fields: listOf(screen, unstated.map(heading)) })
            : t('organizations.notStated')}
        </p>
      )}
    </>
  );
}

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
      <dl class="plain-facts">
        {line(t('organizations.name'), profile.name)}
        {line(t('organizations.shortName'), profile.short_name)}
        {line(t('organizations.timeZone'), profile.time_zone)}
        {line(t('organizations.workingHours'), profile.working_hours)}
        {line(t('organizations.languages'), profile.languages && languagesInWords(screen, profile.languages))}
      </dl>
      {SECTION_NUMBERS.map((number) => (
        <section>
          <h3>{t(`organizations.section_${number}`)}</h3>
          <Section screen={screen} profile={profile} fields={SECTIONS[number]} />
        </section>
      ))}
    </>
  );
}
