import type { components } from '../../../docs/openapi';
import { actionInWords, ruleInWords } from './rule-words';
import { Pager } from './table';
import { UserText } from './user-text';
import type { Screen } from '../screen/screen';

type Schemas = components['schemas'];
export type Preview = Schemas['PreviewView'];
type Team = Schemas['TeamPreview'];
type NearMiss = Schemas['NearMissView'];
/** What the item consists of, so that what is left out has a name. */
type Parts = readonly { readonly number: number; readonly title: string }[];

/** Under what a team would get it, in words. */
function underInWords({ t }: Screen, cited: Team['cited']): string {
  if (!cited || cited.basis === 'own') return '';
  if (cited.basis === 'public') return t('recipients.underPublic');
  const { agreement, clause, terms_version: terms } = cited;
  return t('recipients.underGrant', {
    agreement: agreement ?? '',
    clause: clause ?? '',
    terms: String(terms ?? ''),
  });
}

/** Who would get the version by a release, under what, with what left out; and who nearly would. */
export function Recipients({ screen, preview, parts }: { screen: Screen; preview: Preview; parts: Parts }) {
  const { t } = screen;
  const { counts, items, next } = preview;
  const everybody = preview.public ? [preview.everybody] : [];
  const reached = [...everybody, ...items].filter(({ released }) => released);
  const missed = [...everybody, ...items].filter(
    ({ near_miss: near, named }) => near ?? named.some((one) => one.near_miss),
  );
  return (
    <>
      <section>
        <h2>{t('recipients.recipients')}</h2>
        <p>{t('recipients.recipientsCount', { count: counts.released, teams: counts.teams })}</p>
        {reached.length === 0 && <p class="empty-list">{t('recipients.noRecipients')}</p>}
        {reached.map((team) => (
          <Recipient {...{ screen, team, parts }} />
        ))}
      </section>
      {missed.length > 0 && (
        <section>
          <h2>{t('recipients.nearMisses')}</h2>
          <p class="text-secondary">{t('recipients.nearMissesHelp')}</p>
          <ul>
            {missed.map((team) => (
              <li>
                <strong>
                  <Team screen={screen} team={team.team} />
                </strong>
                <Missed screen={screen} near={team.near_miss} />
                {team.named.map(
                  (person) =>
                    person.near_miss && (
                      <div>
                        <UserText text={person.name} /> <Missed screen={screen} near={person.near_miss} />
                      </div>
                    ),
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Pager screen={screen} next={next} />
    </>
  );
}

function Recipient({ screen, team, parts }: { screen: Screen; team: Team; parts: Parts }) {
  const { t } = screen;
  const titleOf = (number: number) => parts.find((part) => part.number === number)?.title ?? String(number);
  return (
    <article class="recipient">
      <h3>
        <Team screen={screen} team={team.team} />
      </h3>
      <p>{underInWords(screen, team.cited)}</p>
      {team.named.length > 0 && (
        <ul>
          {team.named.map(({ name, released }) => (
            <li>
              <UserText text={name} />: {t(released ? 'recipients.personGets' : 'recipients.personDoesNot')}
            </li>
          ))}
        </ul>
      )}
      {parts.length > 0 &&
        (team.transformations.length === 0 ? (
          <p class="text-secondary">{t('recipients.partsWhole')}</p>
        ) : (
          <>
            <p>{t('recipients.partsChanged')}</p>
            <ul>
              {team.transformations.map(({ part, rule, clause, ...done }) => (
                <li>
                  <UserText text={titleOf(part)} />: {actionInWords(screen, done)}{' '}
                  <span class="text-secondary">
                    <code dir="ltr">{rule}</code> {clause && <bdi>{clause}</bdi>}
                  </span>
                </li>
              ))}
            </ul>
          </>
        ))}
    </article>
  );
}

/** A team by its handle; everybody by a word. */
export const Team = ({ screen: { t }, team }: { screen: Screen; team: string }) =>
  team === 'public' ? <>{t('recipients.everybody')}</> : <bdi>{team}</bdi>;

function Missed({ screen, near }: { screen: Screen; near: NearMiss | null }) {
  if (!near) return null;
  return (
    <ul>
      {near.forbidding.map((verdict) => (
        <li>
          <code dir="ltr">{verdict.rule}</code> {ruleInWords(screen, verdict)}{' '}
          {near.clause && <bdi class="text-secondary">{`${near.agreement ?? ''} ${near.clause}`}</bdi>}
        </li>
      ))}
    </ul>
  );
}
