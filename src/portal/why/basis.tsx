import { Table } from '../frame/table';
import { UserText } from '../frame/user-text';
import { isMessage } from '../messages/catalogue';
import { Comma } from '../frame/listed';
import type { Screen } from '../screen/screen';
import type { Answer, Basis } from './answer';
import { ComparedValues } from './compared-values';
import { foundSentence } from './verdict-sentence';

type Verdict = Basis['verdicts'][number];

/** Marks that are told apart without colour. */
const MARKS = { passes: '✓', forbids: '✕', 'not-applicable': '–' } as const;
export const verdictWord = ({ t }: Screen, verdict: Verdict['verdict']): string =>
  t(verdict === 'not-applicable' ? 'why.notApplicable' : `why.${verdict}`);

export const forbiddenBy = ({ verdicts }: Basis): number =>
  verdicts.filter(({ verdict }) => verdict === 'forbids').length;

/** The basis that is cited first, then those that release, then the grants that came nearest to it, then the others. */
export function nearestFirst({ bases, cited }: Answer): Basis[] {
  const isCited = (one: Basis) =>
    cited !== null &&
    one.released &&
    one.basis === cited.basis &&
    one.agreement === cited.agreement &&
    one.terms_version === cited.terms_version &&
    one.clause === cited.clause;
  const place = { grant: 0, public: 100, own: 200 };
  const rank = (one: Basis) => (isCited(one) ? -1 : one.released ? 0 : place[one.basis] + forbiddenBy(one));
  return bases.toSorted((one, other) => rank(one) - rank(other));
}

/** A grant of which one rule or two stand in the way of an answer that nothing else lets be yes. */
export const isNearMiss = ({ released }: Answer, basis: Basis): boolean =>
  !released && basis.basis === 'grant' && forbiddenBy(basis) <= 2;

/** The rules one after another as rungs; the one that forbids is larger, framed and says so. */
function Ladder({ screen, basis, id }: { screen: Screen; basis: Basis; id: string }) {
  return (
    <ol class="ladder" aria-label={screen.t('why.ladder')}>
      {basis.verdicts.map(({ rule, verdict }) => (
        <li class={`rung rung-${verdict}`}>
          <a href={`#${id}-${rule}`} dir="ltr">
            <span aria-hidden="true">{MARKS[verdict]}</span> {rule}
            <span class="visually-hidden"> {verdictWord(screen, verdict)}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}

function nameOf({ t }: Screen, { basis }: Basis, throughParent: boolean): string {
  if (basis === 'grant') return t(throughParent ? 'why.through' : 'why.grant');
  return t(basis === 'own' ? 'why.own' : 'why.public');
}

function summary({ t }: Screen, basis: Basis): string {
  const count = forbiddenBy(basis);
  if (basis.released) return t('why.releases');
  return t(count <= 2 && basis.basis !== 'own' ? 'why.nearMiss' : 'why.refused', { count });
}

/** A rule that forbids comes first; then the others in their order. */
const forbiddingFirst = (verdicts: readonly Verdict[]): Verdict[] =>
  verdicts.toSorted((one, other) => Number(other.verdict === 'forbids') - Number(one.verdict === 'forbids'));

/** One basis: what it is, what came of it, the rules as a ladder, and what every one of them found. */
export function BasisCard({
  screen,
  basis,
  nth,
  open,
}: {
  screen: Screen;
  basis: Basis;
  nth: number;
  open: boolean;
}) {
  const { t } = screen;
  const id = `basis-${nth}`;
  const throughParent = basis.verdicts.some(
    ({ rule, verdict }) => rule === 'D-20' && verdict !== 'not-applicable',
  );
  const name = nameOf(screen, basis, throughParent);
  return (
    <section class="card card-body basis">
      <h3>
        {name}
        {basis.agreement !== null && (
          <>
            {' '}
            <a href={`/portal/agreements/${encodeURIComponent(basis.agreement)}`}>
              <bdi>{basis.agreement}</bdi>
            </a>
            <Comma screen={screen} />
            {t('why.termsVersion', { number: basis.terms_version ?? 0 })}
            <Comma screen={screen} />
            <UserText text={basis.clause ?? ''} />
          </>
        )}
      </h3>
      <p>{summary(screen, basis)}</p>
      <Ladder {...{ screen, basis, id }} />
      <details class="basis-rules" open={open}>
        <summary>{t('why.everyRule')}</summary>
        <RulesTable {...{ screen, basis, id, name }} />
      </details>
    </section>
  );
}

function RulesTable({ screen, basis, id, name }: { screen: Screen; basis: Basis; id: string; name: string }) {
  const { t } = screen;
  return (
    <Table
      screen={screen}
      caption={name}
      rows={forbiddingFirst(basis.verdicts)}
      columns={[
        {
          name: t('why.rule'),
          cell: ({ rule, name: called }) => {
            const key = `ruleNames.${rule}`;
            return (
              <span id={`${id}-${rule}`}>
                <code dir="ltr">{rule}</code> {isMessage(key) ? t(key) : called}
              </span>
            );
          },
        },
        {
          name: t('why.verdict'),
          cell: ({ verdict }) => (
            <span class={`verdict verdict-${verdict}`}>
              <span aria-hidden="true">{MARKS[verdict]}</span> {verdictWord(screen, verdict)}
            </span>
          ),
        },
        { name: t('why.found'), cell: (verdict) => foundSentence(screen, verdict) },
        {
          name: t('why.compared'),
          cell: ({ compared }) => <ComparedValues screen={screen} values={compared} />,
        },
      ]}
    />
  );
}
