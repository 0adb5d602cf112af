import { Stop } from '../frame/listed';
import { Instant } from '../frame/time';
import { UserText } from '../frame/user-text';
import { isMessage } from '../messages/catalogue';
import type { Screen } from '../screen/screen';
import type { Answer } from './answer';
import { DataValue } from './compared-values';

const wordsOr = ({ t }: Screen, key: string, otherwise: string): string =>
  isMessage(key) ? t(key) : otherwise;

function Clause({ clause }: { clause: string | null }) {
  if (clause === null) return null;
  return (
    <>
      {' '}
      (<UserText text={clause} />)
    </>
  );
}

/** What becomes of the parts of the item for the team, and what the team owes. */
export function Consequences({ screen, answer }: { screen: Screen; answer: Answer }) {
  const { t } = screen;
  const { transformations, obligations } = answer;
  return (
    <>
      {transformations.length > 0 && (
        <section>
          <h2>{t('why.parts')}</h2>
          <ul>
            {transformations.map(({ rule, name, part, action, says, clause }) => (
              <li>
                {t('why.part', { number: part })}: <code dir="ltr">{rule}</code>{' '}
                {wordsOr(screen, `ruleNames.${rule}`, name)}
                <Stop screen={screen} />
                {wordsOr(screen, `partActions.${action}`, says)}
                <Clause clause={clause} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {obligations.length > 0 && (
        <section>
          <h2>{t('why.obligations')}</h2>
          <ul>
            {obligations.map(({ rule, value, says, clause, due }) => (
              <li>
                <code dir="ltr">{rule}</code> {wordsOr(screen, `obligationRules.${rule}`, says)}{' '}
                <DataValue screen={screen} value={value} />
                <Clause clause={clause} />
                {due !== null && (
                  <>
                    {' '}
                    {t('why.due')}: <Instant screen={screen} at={due} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
