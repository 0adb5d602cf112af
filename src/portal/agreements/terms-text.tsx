import { Comma, listOf, Stop } from '../frame/listed';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import type { Screen } from '../screen/screen';
import type { TermsVersion } from './agreement';
import { CorrigendumFacts } from './correcting/corrigendum-facts';
import { OtherClauses } from './paper/other-clauses';
import {
  CHAPTER_NAMES,
  CHAPTERS,
  type Grant,
  type SentenceKind,
  SENTENCES,
  type Telling,
  type Terms,
  WHOLE,
} from './sentences';

/** From whom to whom, and the clause behind it. */
export function DirectionHeading({
  screen,
  telling,
  grant,
}: {
  screen: Screen;
  telling: Telling;
  grant: Grant;
}) {
  return (
    <h3 class="direction">
      {screen.t('agreements.gives', { from: telling.nameOf(grant.from), to: telling.nameOf(grant.to) })}
    </h3>
  );
}

function Behind({ screen, clause }: { screen: Screen; clause: string | undefined }) {
  if (clause === undefined) return null;
  return (
    <span class="clause">
      {screen.t('agreements.clauseBehind')} <UserText text={clause} />
    </span>
  );
}

/** What an instrument leaves to what it stands below: there it is said. */
const LEFT: readonly SentenceKind[] = ['channels', 'reach_back', 'permitted_purposes'];

function GrantText({
  screen,
  telling,
  grant,
  below,
}: {
  screen: Screen;
  telling: Telling;
  grant: Grant;
  below: string | undefined;
}) {
  const { t } = screen;
  const told = (kind: SentenceKind) => below === undefined || !LEFT.includes(kind);
  const to = telling.nameOf(grant.to);
  return (
    <section class="card card-body grant">
      <DirectionHeading screen={screen} telling={telling} grant={grant} />
      {CHAPTER_NAMES.map((chapter) => (
        <>
          <h4>{t(`agreements.chapter_${chapter}`, { to })}</h4>
          <ul class="sentences">
            {CHAPTERS[chapter].filter(told).map((kind) => (
              <li>
                {SENTENCES[kind](telling, grant)}{' '}
                <Behind screen={screen} clause={grant.clauses?.[kind] ?? grant.clause} />
              </li>
            ))}
          </ul>
        </>
      ))}
    </section>
  );
}

/** Terms as plain sentences, each with the clause of the signed text behind it. */
export function TermsText({
  screen,
  telling,
  terms,
  below,
}: {
  screen: Screen;
  telling: Telling;
  terms: Terms;
  /** Reference of what they stand below. */
  below?: string | undefined;
}) {
  const { t } = screen;
  return (
    <>
      {below !== undefined && (
        <p class="alert alert-info">
          {t('below.narrows', { above: below })} {t('below.leaves', { above: below })}
        </p>
      )}
      {terms.grants.length === 0 && <p class="alert alert-info">{t('agreements.noGrants')}</p>}
      {terms.grants.map((grant) => (
        <GrantText screen={screen} telling={telling} grant={grant} below={below} />
      ))}
      <h3>{t('agreements.wholeTerms')}</h3>
      <ul class="sentences">
        {WHOLE.filter(([name]) => below === undefined || name !== 'corrections').map(([name, tell]) => (
          <li>
            {tell(telling, terms)} <Behind screen={screen} clause={terms.clauses?.[name]} />
          </li>
        ))}
      </ul>
      <OtherClauses screen={screen} telling={telling} terms={terms} />
    </>
  );
}

/** From when terms may enter into force by the condition that they name, or whose notice that still lacks. */
function Waiting({ screen, telling, terms }: { screen: Screen; telling: Telling; terms: TermsVersion }) {
  const { t } = screen;
  const { may_enter_from: from, notifications_missing: silent } = terms;
  if (from)
    return (
      <>
        {t('agreements.mayEnterFrom')} <Instant screen={screen} at={from} />
        <Stop screen={screen} />
      </>
    );
  if (silent.length === 0) return null;
  return <>{t('agreements.waitsForNotice', { parties: listOf(telling, silent.map(telling.nameOf)) })} </>;
}

/** When a version of terms is in force, and what two installations compare it by. */
export function TermsFacts({
  screen,
  telling,
  terms,
}: {
  screen: Screen;
  telling: Telling;
  terms: TermsVersion;
}) {
  const { t } = screen;
  return (
    <div class="text-secondary mb-3">
      <CorrigendumFacts {...{ screen, telling, terms }} />
      {terms.in_force_from ? (
        <>
          {t(terms.in_force ? 'agreements.termsInForce' : 'agreements.termsFrom')}{' '}
          {terms.in_force && t('agreements.since')} <Instant screen={screen} at={terms.in_force_from} />
          {terms.in_force_until && (
            <>
              {' '}
              {t('agreements.until')} <Instant screen={screen} at={terms.in_force_until} />
            </>
          )}
        </>
      ) : (
        t(terms.came_to_nothing ? `agreements.nothing_${terms.came_to_nothing}` : 'agreements.termsNever')
      )}
      <Stop screen={screen} />{' '}
      {!terms.in_force_from && !terms.came_to_nothing && <Waiting {...{ screen, telling, terms }} />}
      {t('agreements.termsProposed')} <UserText text={telling.nameOf(terms.proposed_by)} />
      <Comma screen={screen} />
      <Instant screen={screen} at={terms.proposed_at} />
      <Stop screen={screen} />
      <details>
        <summary>{t('agreements.termsHash')}</summary>
        <code dir="ltr" class="fingerprint">
          {terms.canonical_sha256}
        </code>
      </details>
    </div>
  );
}
