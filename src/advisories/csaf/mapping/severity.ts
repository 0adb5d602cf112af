import { type JsonObject, objectAt, objectsAt } from './json';

export type Severity = 'none' | 'low' | 'medium' | 'high' | 'critical';

/**
 * The qualitative rating of a base score (CVSS 3.1 §5, CVSS 4.0 §6). CVSS 2 defines no bands; its
 * scores are put into the same ones, so that one ceiling of an agreement covers every advisory.
 */
export function severityOf(baseScore: number): Severity {
  if (baseScore >= 9) return 'critical';
  if (baseScore >= 7) return 'high';
  if (baseScore >= 4) return 'medium';
  return baseScore > 0 ? 'low' : 'none';
}

function scoresOf(holder: JsonObject): number[] {
  return ['cvss_v2', 'cvss_v3', 'cvss_v4']
    .map((kind) => objectAt(holder, kind)['baseScore'])
    .filter((score): score is number => typeof score === 'number');
}

/**
 * The highest base score in a document's vulnerabilities, or null when none is scored: `scores` in
 * CSAF 2.0 (§3.2.3.13), `metrics[].content` in 2.1 (§3.2.4.12).
 */
export function highestBaseScore(vulnerabilities: readonly JsonObject[]): number | null {
  const scores = vulnerabilities.flatMap((vulnerability) => [
    ...objectsAt(vulnerability, 'scores').flatMap(scoresOf),
    ...objectsAt(vulnerability, 'metrics').flatMap((metric) => scoresOf(objectAt(metric, 'content'))),
  ]);
  // A spread into Math.max would overflow the stack on a very long list.
  return scores.reduce<number | null>((top, score) => (top === null || score > top ? score : top), null);
}
