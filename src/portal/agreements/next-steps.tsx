import { listOf } from '../frame/listed';
import { UserText } from '../frame/user-text';
import { hasRole, type Screen } from '../screen/screen';
import { addressOf, type Agreement, namesIn } from './agreement';
import { isStep, stepAddress } from './steps/steps';

/** What stops sharing is told apart from what brings it on. */
const PAUSES_OR_ENDS: readonly string[] = ['suspend', 'give_notice', 'end'];

/** What may be done now: by the reader's organization as links, by the others in words. */
export function NextSteps({ screen, agreement }: { screen: Screen; agreement: Agreement }) {
  const { t, me } = screen;
  const own = me?.organization.handle ?? '';
  const nameOf = namesIn(agreement);
  const steps = agreement.next_steps.flatMap(({ step, ...rest }) =>
    isStep(step) ? [{ step, ...rest }] : [],
  );
  const mine = steps.filter(({ by }) => by.includes(own));
  const acts = hasRole(screen, 'liaison');
  const others = [...new Set(steps.flatMap(({ by }) => by))].filter((handle) => handle !== own);
  const inWords = ({ step, terms_version: terms }: (typeof steps)[number]) =>
    terms === null
      ? t(`agreements.step_${step}`)
      : `${t(`agreements.step_${step}`)} (${t('agreements.ofTerms', { number: terms })})`;
  return (
    <section>
      <h2>{t('agreements.next')}</h2>
      {steps.length === 0 && <p>{t('agreements.nothingNext')}</p>}
      {mine.length > 0 && (
        <>
          {acts ? (
            <>
              <p>{t('agreements.mayDo')}:</p>
              <ul class="next-steps">
                {mine.map((one) => (
                  <li>
                    <a
                      class={PAUSES_OR_ENDS.includes(one.step) ? 'btn btn-outline-danger' : 'btn'}
                      href={stepAddress(addressOf(agreement.reference), one.step, one.terms_version)}
                    >
                      {inWords(one)}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <p>
              {t('agreements.weMayDo', { steps: listOf(screen, mine.map(inWords)) })}{' '}
              <span class="text-secondary">{t('agreements.forLiaison')}</span>
            </p>
          )}
        </>
      )}
      {others.length > 0 && (
        <details>
          <summary>{t('agreements.othersMay')}</summary>
          {others.map((handle) => (
            <p>
              <UserText text={nameOf(handle)} />
              {': '}
              {steps
                .filter(({ by }) => by.includes(handle))
                .map(inWords)
                .join(' · ')}
            </p>
          ))}
        </details>
      )}
    </section>
  );
}
