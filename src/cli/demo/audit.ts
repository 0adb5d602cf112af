import { PULLERS } from './pulls';
import { type Received, receivedBy } from './received';
import type { Puller, Stage } from './stage';

interface Entry {
  /** Reference of the agreement whose log it is in, or the house log. */
  log: string;
  kind: string;
  shared: Record<string, string>;
}
interface Log {
  id: string;
  agreement: string | null;
}
const HOUSE = 'house';
const AGREEMENTS: Partial<Record<Puller, string>> = {
  cncert: 'PK-CN-2026',
  corvia: 'PK-XC-2026',
  dunmere: 'PK-XD-2026',
};

/** `3 disclosures and 2 transfers`, when these are the ones expected; how they differ otherwise. */
function compared(logged: string[][], received: string[][]): string {
  const words = ['disclosures', 'transfers'];
  const same = (n: number) => JSON.stringify(logged[n]!.sort()) === JSON.stringify(received[n]!.sort());
  return words
    .slice(0, logged.length)
    .map((word, n) => `${logged[n]!.length} ${word}${same(n) ? '' : ', others than those received'}`)
    .join(' and ');
}

/** What the auditor exports is exactly what each of them received. */
export async function audit(stage: Stage): Promise<void> {
  const { story, as, systems } = stage;
  const auditor = as('pkcert-auditor');
  const logs = (await auditor.get('/api/v1/logs')).json.items as unknown as Log[];
  const entries: Entry[] = [];
  for (const { id, agreement } of logs) {
    const exported = (await auditor.get(`/api/v1/logs/${id}/entries?format=jsonl`)).bytes.toString();
    for (const line of exported.split('\n').filter(Boolean))
      entries.push({ ...(JSON.parse(line) as Entry), log: agreement ?? HOUSE });
  }
  const received = new Map<Puller, Received>(
    PULLERS.map(([puller]) => [
      puller,
      receivedBy(systems(puller), AGREEMENTS[puller] ?? 'no agreement', HOUSE),
    ]),
  );
  story.chapter('PKCERT’s auditor exports its logs: the house’s and one for each partner under an agreement');
  await comparison(stage, entries, received);
  await story.step(
    'The log with CNCERT/CC tells of the agreement’s facts and of the stop',
    'signed, in force, stopped, resumed',
    () => Promise.resolve(facts(entries)),
  );
  const memorandum = logs.find(({ agreement }) => agreement === AGREEMENTS.cncert)?.id;
  await story.step(
    'CNCERT/CC’s auditor reads the same log; Corvia CERT’s does not know of it',
    '200, 404',
    async () => {
      const path = `/api/v1/logs/${memorandum}/entries`;
      return `${(await as('cncert-auditor').get(path)).status}, ${(await as('corvia-auditor').get(path)).status}`;
    },
  );
  await story.step('The exports are themselves on the record', 'log-exported', async () => {
    const house = logs.find(({ agreement }) => agreement === null)?.id;
    const lines = (await auditor.get(`/api/v1/logs/${house}/entries`)).bytes.toString();
    return lines.includes('"kind":"log-exported"') ? 'log-exported' : 'nothing';
  });
}

/** The logs against what everybody received, one by one, and nobody else in them. */
async function comparison(
  { story }: Stage,
  entries: readonly Entry[],
  received: ReadonlyMap<Puller, Received>,
): Promise<void> {
  const disclosed = (team: string) =>
    entries
      .filter(({ kind, shared }) => kind === 'disclosure' && shared.team === team)
      .map(({ log, shared }) =>
        [log, shared.item, shared.version, shared.projection, shared.content_sha256].join(' '),
      );
  const transferred = (team: string) =>
    entries
      .filter(({ kind, shared }) => kind === 'transfer' && shared.team === team)
      .map(({ log, shared }) => `${log} ${shared.body_sha256}`);
  for (const [puller, name] of PULLERS) {
    const { granted, transfers } = received.get(puller)!;
    // Who is anonymous has no name in the record: what everybody may read is disclosed to the public, once.
    if (puller === 'anonymous') continue;
    await story.step(
      `${name}: the logs list what it received, with the digests of the very bytes`,
      `${granted.size} disclosures and ${transfers.length} transfers`,
      () => Promise.resolve(compared([disclosed(puller), transferred(puller)], [[...granted], transfers])),
    );
  }
  const open = new Set([...received.values()].flatMap((one) => [...one.open]));
  await story.step(
    'The public: what everybody may read was disclosed once, with the digests of the bytes they received',
    `${open.size} disclosures`,
    () => Promise.resolve(compared([disclosed('public')], [[...open]])),
  );
  const known = PULLERS.map(([puller]) => (puller === 'anonymous' ? 'public' : puller));
  await story.step('Nobody else received anything', 'nobody', () => {
    const served = entries.filter(({ kind }) => kind === 'disclosure' || kind === 'transfer');
    const others = served
      .map(({ shared }) => shared.team!)
      .filter((team) => !known.some((one) => one === team));
    return Promise.resolve([...new Set(others)].join(', ') || 'nobody');
  });
}

/** Which facts the log of the memorandum tells of. */
function facts(entries: readonly Entry[]): string {
  const kinds = new Set(entries.filter(({ log }) => log === AGREEMENTS.cncert).map(({ kind }) => kind));
  const told = {
    'agreement-signed': 'signed',
    'agreement-entered-into-force': 'in force',
    'sharing-stopped': 'stopped',
    'sharing-resumed': 'resumed',
  };
  const words = Object.entries(told).flatMap(([kind, word]) => (kinds.has(kind) ? [word] : []));
  return words.join(', ') || [...kinds].sort().join(' ');
}
