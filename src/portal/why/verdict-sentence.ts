import { isMessage } from '../messages/catalogue';
import type { Screen } from '../screen/screen';
import type { Answer } from './answer';

/** The answer in one sentence. @param team the name of whom it is asked of */
export function verdictSentence({ t }: Screen, answer: Answer, team: string): string {
  const { released, cited, version, type, bases } = answer;
  const values = { who: team, version, kind: t(`why.${type}`) };
  if (released && cited?.basis === 'own') return t('why.yesOwn', values);
  if (released && cited?.basis === 'public') return t('why.yesPublic', values);
  if (released && cited)
    return t('why.yesGrant', {
      ...values,
      agreement: cited.agreement ?? '',
      terms: cited.terms_version ?? 0,
      clause: cited.clause ?? '',
    });
  if (answer.team === 'public') return t('why.noPublic', values);
  return t('why.noGrants', { ...values, grants: bases.filter(({ basis }) => basis === 'grant').length });
}

type Verdict = Answer['bases'][number]['verdicts'][number];

/** What a rule found, in a sentence of the reader's language; a rule that has none there in that of the web API. */
export function foundSentence({ t }: Screen, { rule, verdict, says }: Verdict): string {
  const own = {
    passes: `rulePasses.${rule}`,
    forbids: `ruleForbids.${rule}`,
    'not-applicable': `ruleNotApplicable.${rule}`,
  };
  const key = own[verdict];
  if (isMessage(key)) return t(key);
  return verdict === 'not-applicable' ? t('why.doesNotApply') : says;
}
