import { isMessage } from '../messages/catalogue';
import type { Screen } from '../screen/screen';

/** What a rule of disclosure found, in the reader's words where there are some, or else in those of the web API. */
export function ruleInWords(
  { t }: Screen,
  { rule, verdict, says }: { rule: string; verdict: string; says: string },
): string {
  const key = `rulesOfDisclosure.${rule}-${verdict}`;
  return isMessage(key) ? t(key) : says;
}

/** What becomes of a part, likewise. */
export function actionInWords({ t }: Screen, { action, says }: { action: string; says: string }): string {
  const key = `advisories.action_${action}`;
  return isMessage(key) ? t(key) : says;
}
