import { languagesInWords, listOf } from '../../frame/listed';
import { isMessage, type MessageKey } from '../../messages/catalogue';
import { type Grant, type GrantSentence, sides } from './telling';

type Said = Grant['obligations'];
type Worded = 'encryption_in_transit' | 'encryption_at_rest' | 'permitted_actions' | 'affected_party_notice';

/** The message for a word of a term, as the web API has it. */
export const keyOf = (kind: string, word: string): string => `handling.${kind}_${word}`;

/** A term whose value is one word, with a sentence for each. */
const worded =
  (term: Worded, kind: 'transit' | 'rest' | 'actions' | 'party'): GrantSentence =>
  (telling, grant) => {
    const word = grant.obligations[term];
    const key = word === undefined ? `handling.${kind}Open` : keyOf(kind, word);
    return isMessage(key) ? telling.t(key, { ...sides(telling, grant), word: word ?? '' }) : (word ?? '');
  };
export const encryptionInTransit = worded('encryption_in_transit', 'transit');
export const encryptionAtRest = worded('encryption_at_rest', 'rest');
export const permittedActions = worded('permitted_actions', 'actions');
export const affectedPartyNotice = worded('affected_party_notice', 'party');

/** The texts that stand on every document, with their languages. */
export const marking: GrantSentence = (telling, grant) => {
  const { marking: texts } = grant.obligations;
  if (!texts) return telling.t('handling.markingOpen');
  const said = texts.map(({ language, text }) => `“${text}” (${languagesInWords(telling, [language])})`);
  return telling.t('handling.marking', { list: listOf(telling, said) });
};

const ACCESS = ['need_to_know', 'named_persons', 'nationality', 'contractors_bound'] as const;

/** Who of the recipient may have it; contractors last. */
export const access: GrantSentence = (telling, grant) => {
  const { access: said } = grant.obligations;
  const names = sides(telling, grant);
  if (!said) return telling.t('handling.accessOpen', names);
  const countries = listOf(telling, said.nationality ?? []);
  const list = ACCESS.filter((name) => said[name] !== undefined).map((name) =>
    telling.t(`handling.access_${name}` satisfies MessageKey, { countries }),
  );
  return telling.t('handling.access', { ...names, list: listOf(telling, list) });
};

type Level = NonNullable<Said['classification_map']>[number];

/** At which level of its national scheme the recipient holds a label. */
export const classificationMap: GrantSentence = (telling, grant) => {
  const { classification_map: levels } = grant.obligations;
  const names = sides(telling, grant);
  if (!levels) return telling.t('handling.levelsOpen', names);
  const list = levels.map(({ label, level }: Level) => telling.t('handling.level', { label, level }));
  return telling.t('handling.levels', { ...names, list: listOf(telling, list) });
};
