import { outcome, type Stage } from './stage';
import type { PersonKey } from './cast';

/** A short advisory that one person writes and another releases; what its labels do not say is GREEN, for partners. */
export async function publishDraft(
  { as, items }: Stage,
  title: string,
  [author, releaser]: readonly [PersonKey, PersonKey],
  handling: object = {},
): Promise<string> {
  const drafted = await as(author).post('/api/v1/advisories', {
    title,
    summary: 'Invented for the demonstration.',
    handling: {
      tlp: 'GREEN',
      information_type: 'threat_report',
      categories: ['fraud/phishing'],
      sectors: ['banking'],
      audience: { include: 'partners' },
      ...handling,
    },
  });
  const { id } = drafted.json;
  if (!id) return outcome(drafted);
  items.set(title, id);
  return outcome(await as(releaser).post(`/api/v1/advisories/${id}/release`, { version: 1 }));
}

/** The rules that withhold an own item from a team under the terms in force, as its owner may ask. */
export async function withheldBy({ as, items }: Stage, title: string, team: string): Promise<string> {
  const path = `/api/v1/decisions/explain?item=${items.get(title)}&team=${team}`;
  const { status, json } = await as('pkcert-liaison').get(path);
  const { released, bases } = json as unknown as Explained;
  if (status !== 200) return `status ${status}`;
  if (released) return 'released';
  const forbidding = bases
    .filter(({ verdicts }) => verdicts.some(({ rule, verdict }) => rule === 'D-03' && verdict === 'passes'))
    .flatMap(({ verdicts }) => verdicts.filter(({ verdict }) => verdict === 'forbids'));
  return [...new Set(forbidding.map(({ rule }) => rule))].join(', ');
}

interface Explained {
  released: boolean;
  bases: { verdicts: { rule: string; verdict: string }[] }[];
}
