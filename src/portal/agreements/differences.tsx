import { UserText } from '../frame/user-text';
import type { Screen } from '../screen/screen';
import { type ComparedSentence, compareTerms, isSame } from './compare-terms';
import type { Telling, Terms } from './sentences';

function Sentence({ screen, sentence }: { screen: Screen; sentence: ComparedSentence }) {
  const clause = (text: string | undefined) =>
    text !== undefined && (
      <span class="clause">
        {' '}
        {screen.t('agreements.clauseBehind')} <UserText text={text} />
      </span>
    );
  if (isSame(sentence))
    return (
      <li class="text-secondary">
        {sentence.before}
        {clause(sentence.clauseBefore)}
      </li>
    );
  return (
    <li class="differs">
      {sentence.before !== undefined && (
        <div>
          <del>
            {sentence.before}
            {clause(sentence.clauseBefore)}
          </del>
        </div>
      )}
      {sentence.after !== undefined && (
        <div>
          <ins>
            {sentence.after}
            {clause(sentence.clauseAfter)}
          </ins>
        </div>
      )}
    </li>
  );
}

/** Two versions of terms clause by clause: what differs is marked, counted and told in words. */
export function Differences({
  screen,
  telling,
  before,
  after,
  numbers,
}: {
  screen: Screen;
  telling: Telling;
  before: Terms;
  after: Terms;
  /** Of the two versions, as people call them. */
  numbers: { from: string | number; to: string | number };
}) {
  const { t } = screen;
  const { directions, whole, differing } = compareTerms(telling, before, after);
  return (
    <>
      <p>
        <strong>
          {differing === 0 ? t('agreements.same') : t('agreements.changed', { count: differing })}
        </strong>{' '}
        <span class="text-secondary">{t('agreements.differencesHelp')}</span>
      </p>
      {directions.map((direction) => (
        <section class="card card-body grant">
          <h3 class="direction">
            {t('agreements.gives', {
              from: telling.nameOf(direction.from),
              to: telling.nameOf(direction.to),
            })}
          </h3>
          {direction.in === 'from' && <p>{t('agreements.only_from', { number: numbers.from })}</p>}
          {direction.in === 'to' && <p>{t('agreements.only_to', { number: numbers.to })}</p>}
          <ul class="sentences">
            {direction.sentences.map((sentence) => (
              <Sentence screen={screen} sentence={sentence} />
            ))}
          </ul>
        </section>
      ))}
      <h3>{t('agreements.wholeTerms')}</h3>
      <ul class="sentences">
        {whole.map((sentence) => (
          <Sentence screen={screen} sentence={sentence} />
        ))}
      </ul>
    </>
  );
}
