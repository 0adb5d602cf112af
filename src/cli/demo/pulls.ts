import { DRAFTED } from './advisories';
import { TITLES } from './catalogue';
import { pull, type Puller, type Stage, told } from './stage';

/** Everybody who pulls in the story, as the story calls them. */
export const PULLERS = [
  ['cncert', 'CNCERT/CC'],
  ['corvia', 'Corvia CERT'],
  ['dunmere', 'Dunmere CERT'],
  ['itu', 'The ITU'],
  ['banking', 'The banking CERT'],
  ['energy', 'The energy CERT'],
  ['telecom', 'The telecommunications CERT'],
  ['anonymous', 'An anonymous caller'],
] as const satisfies [Puller, string][];

/** What a first pull tells, from titles in any order. */
const added = (...titles: string[]): string =>
  titles
    .map((title) => `added ${title}`)
    .sort()
    .join(', ');

/** Each gets exactly its set, once. */
export async function pulls(stage: Stage): Promise<void> {
  const { story, systems, cursors } = stage;
  story.chapter('Partners pull, and each gets exactly its set');
  const cncert = added(
    TITLES.grid,
    TITLES.malware,
    TITLES.phishing,
    TITLES.listed,
    DRAFTED,
    'Phishing of bank customers',
  );
  await story.step('CNCERT/CC goes on from its cursor, two at a time', cncert, () =>
    pull(stage, 'cncert', 2),
  );
  await story.step(
    'Corvia CERT: GREEN, published vulnerabilities and phishing',
    added(TITLES.everybody, TITLES.grid, TITLES.phishing),
    () => pull(stage, 'corvia'),
  );
  for (const [puller, name] of [
    ['dunmere', 'Dunmere CERT, without an agreement'],
    ['itu', 'The ITU, whose agreement grants nothing'],
    ['banking', 'The banking CERT'],
    ['energy', 'The energy CERT'],
    ['telecom', 'The telecommunications CERT'],
    ['anonymous', 'An anonymous caller'],
  ] as const)
    await story.step(`${name}: what everybody may read`, added(TITLES.everybody), () => pull(stage, puller));
  for (const [puller, name] of PULLERS)
    await story.step(
      `${name}: a second pull with the cursor is empty, and the same with the ETag is answered 304`,
      'nothing, 304',
      () => pullAgain(stage, puller),
    );
  await story.step('A foreign cursor is refused', '400', async () =>
    String((await systems('corvia').get(`/api/v1/feed?cursor=${cursors.get('cncert')}`)).status),
  );
  // 7 items for CNCERT/CC, 3 for Corvia CERT, 1 for each of the six others; advisories are JSON and CSAF, cases JSON.
  await story.step(
    'Each document that each of them fetches has the digest that the feed named',
    '31 of 31',
    () => fetchAll(stage),
  );
}

/** Pulls on from the cursor, and once more with the ETag of that answer. */
async function pullAgain({ systems, cursors }: Stage, puller: Puller): Promise<string> {
  const path = `/api/v1/feed?cursor=${cursors.get(puller)}`;
  const { headers, json } = await systems(puller).get(path);
  const again = await systems(puller).get(path, { 'If-None-Match': headers.get('etag') ?? '' });
  return `${told(json.items ?? [])}, ${again.status}`;
}

/** Everybody fetches every document that the own feed offers and compares it with the digest given there. */
async function fetchAll({ systems }: Stage): Promise<string> {
  let [offered, matching] = [0, 0];
  for (const [puller] of PULLERS) {
    const client = systems(puller);
    const { items = [] } = (await client.get('/api/v1/feed')).json;
    for (const { href, sha256 } of items.flatMap(({ item }) => item?.documents ?? [])) {
      offered++;
      if ((await client.get(href)).sha256 === sha256) matching++;
    }
  }
  return `${matching} of ${offered}`;
}
