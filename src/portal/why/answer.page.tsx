import { Page } from '../frame/page';
import { Instant } from '../frame/time';
import { TlpLabel } from '../frame/tlp';
import { UserText } from '../frame/user-text';
import type { Screen } from '../screen/screen';
import type { Answer } from './answer';
import type { Asked } from './asked';
import { BasisCard, isNearMiss, nearestFirst } from './basis';
import { Consequences } from './consequences';
import type { Named } from './find-item';
import { Recorded } from './recorded';
import { verdictSentence } from './verdict-sentence';
import { type Choices, WhyForm } from './why.page';

interface AnswerProps {
  screen: Screen;
  asked: Asked;
  choices: Choices;
  answer: Answer;
  named: Named | undefined;
}

function whoOf({ t }: Screen, { team, person }: Answer, { teams, officers }: Choices): string {
  if (team === 'public') return t('why.everybody');
  const name = teams.choices.find(({ value }) => value === team)?.name ?? team;
  if (person === null) return name;
  return t('why.personOf', {
    person: officers.find(({ value }) => value === person)?.name ?? person,
    team: name,
  });
}

/** Where it ends: the clause that lets it go, or that none does. */
function Ending({ screen, answer: { cited, released } }: { screen: Screen; answer: Answer }) {
  const { t } = screen;
  if (!released) return <p class="ending">{t('why.endsNowhere')}</p>;
  if (!cited?.clause) return null;
  return (
    <p class="ending">
      {t('why.endsIn')}: <bdi>{cited.agreement}</bdi>,{' '}
      {t('why.termsVersion', { number: cited.terms_version ?? 0 })},{' '}
      <strong>
        <UserText text={cited.clause} />
      </strong>
    </p>
  );
}

/** The answer first, then what it rests on. */
export function AnswerPage({ screen, asked, choices, answer, named }: AnswerProps) {
  const { t } = screen;
  const actions = (
    <button type="button" class="btn" data-print>
      {t('frame.print')}
    </button>
  );
  return (
    <Page screen={screen} title={t('why.title')} labels={[named?.tlp]} actions={actions}>
      <div class={`alert ${answer.released ? 'alert-success' : 'alert-danger'} why-verdict`} role="status">
        <p>
          <strong>{t(answer.released ? 'why.yes' : 'why.no')}</strong>{' '}
          {verdictSentence(screen, answer, whoOf(screen, answer, choices))}
        </p>
        {named && (
          <p>
            {named.tlp && <TlpLabel label={named.tlp} />} <UserText text={named.title} />{' '}
            <code dir="ltr">{named.reference}</code>
          </p>
        )}
        <p class="text-secondary">
          {t(asked.at ? 'why.then' : 'why.now')} <Instant screen={screen} at={answer.at} /> ·{' '}
          {t('why.rulesVersion', { version: answer.rules_version })}
        </p>
      </div>
      {answer.recorded !== undefined && <Recorded screen={screen} answer={answer} />}
      <section>
        <h2>{t('why.bases')}</h2>
        <p class="text-secondary">{t('why.basesHelp')}</p>
        {nearestFirst(answer).map((basis, nth) => (
          <BasisCard {...{ screen, basis, nth }} open={nth === 0 || isNearMiss(answer, basis)} />
        ))}
      </section>
      <Consequences screen={screen} answer={answer} />
      <Ending screen={screen} answer={answer} />
      <section class="no-print">
        <h2>{t('why.another')}</h2>
        <WhyForm {...{ screen, asked, choices }} />
      </section>
    </Page>
  );
}
