import { isMessage, type MessageKey } from '../messages/catalogue';
import type { Screen } from '../screen/screen';
import type { Finding } from './advisory';

/** What Accord itself finds, besides the validator of CSAF. */
const OWN: Readonly<Record<string, MessageKey>> = {
  'accord unlabelled': 'advisories.found_unlabelled',
  'accord default-label': 'advisories.found_default-label',
  'accord third-party': 'advisories.found_third-party',
  'accord draft-status': 'advisories.found_draft-status',
  'accord namespace': 'advisories.found_namespace',
};

/** One finding in a sentence. Behind what the validator finds stand its own words, which are English. */
export function findingInWords({ t }: Screen, { rule, message }: Finding): string {
  const own = Object.hasOwn(OWN, rule) ? OWN[rule] : undefined;
  if (own) return t(own);
  const key = `csaf.rule_${rule.replace(/^csaf /, '').replaceAll('.', '_')}`;
  return isMessage(key)
    ? t('advisories.findingTold', { words: t(key), rule, message })
    : t('advisories.finding', { rule, message });
}

/** What stands in the way of an advisory, with the place in the document. */
export function Findings({
  screen,
  title,
  findings,
}: {
  screen: Screen;
  title: string;
  findings: readonly Finding[];
}) {
  if (findings.length === 0) return null;
  return (
    <section class="alert alert-warning">
      <h3>{title}</h3>
      <ul>
        {findings.map((finding) => (
          <li>
            {finding.path && <code dir="ltr">{finding.path}</code>} {findingInWords(screen, finding)}
          </li>
        ))}
      </ul>
    </section>
  );
}
