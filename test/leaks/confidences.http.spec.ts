import { PassThrough } from 'node:stream';
import type { Response } from 'supertest';
import { type Asker, everyone, isTurnOf } from '../cast';
import { Sharing } from '../disclosure/sharing-world';
import { inventoryOf, type Route } from '../house/inventory';
import { Confidences } from './confidences';

/** They read what PKCERT wrote, so that each word is come across. */
const ALWAYS = ['pkcert-analyst', 'pkcert-administrator', 'pkcert-auditor'];

let confidences: Confidences;
let routes: Route[];
let lines = '';
/** What can be asked for in a path, by a word of it. */
let named: Record<string, string[]>;

beforeAll(async () => {
  const log = new PassThrough();
  log.on('data', (chunk: Buffer) => (lines += chunk.toString()));
  const sharing = await Sharing.start({ log, settings: { logLevel: 'info' } });
  const { world } = sharing;
  confidences = await Confidences.written(sharing);
  routes = inventoryOf(world).filter(({ method }) => method === 'get');
  for (const team of ['cncert', 'corvia'] as const) await sharing.pull(team);
  const ids = async (sql: string) => (await world.owner.query<{ id: string }[]>(sql)).map(({ id }) => id);
  const items = await ids('SELECT id FROM item UNION ALL SELECT external_id FROM variant');
  const { pkcert } = world.organizations;
  named = {
    advisories: items,
    incidents: items,
    reports: await ids('SELECT id FROM report'),
    logs: await ids('SELECT id FROM record_log'),
    pauses: await ids('SELECT id FROM exchange_pause'),
    agreements: ['PK-CN', 'PK-XC'],
    contacts: await ids('SELECT id FROM organization_contact'),
    accounts: await ids(`SELECT id FROM account WHERE organization_id = '${pkcert}'`),
    'api-keys': await ids(`SELECT id FROM api_key WHERE organization_id = '${pkcert}'`),
  };
}, 300_000);
afterAll(() => confidences.sharing.world.close());

/** Everything that a route can be asked with here. */
function askings({ path }: Route): string[] {
  const words = path.split('/').filter((word) => word in named);
  const names = named[words.at(-1) ?? ''] ?? [''];
  if (path.includes('/decisions/what-if'))
    return ['PK-CN', 'PK-XC'].map((agreement) => `${path}?step=end&agreement=${agreement}`);
  if (path.includes('/decisions/'))
    return named.advisories!.map((item) => `${path}?item=${item}&team=cncert&at=2026-03-02T08:00:00Z`);
  const paths = /\{(id|reference)\}/.test(path)
    ? names.map((name) =>
        path
          .replace(/\{(id|reference)\}/, name)
          .replace('{handle}', 'pkcert')
          .replace('{number}', '1'),
      )
    : [path.replace('{handle}', 'pkcert').replace('{fingerprint}', 'AB'.repeat(20))];
  return path.endsWith('/entries') ? paths.map((one) => `${one}?format=jsonl`) : paths;
}

const bytes = ({ text, headers }: Response) => `${text ?? ''} ${JSON.stringify(headers)}`;
const may = ({ organization }: Asker, word: string): boolean => {
  const { to } = confidences.words.get(word)!;
  return organization !== 'public' && (to === 'known callers' || to.includes(organization));
};

it('nobody but those whom it is for comes across a word that somebody wrote, and no line of the log holds one', async () => {
  const { world } = confidences.sharing;
  const leaks: string[] = [];
  const seen = new Set<string>();
  let turn = 0;
  for (const asker of everyone)
    for (const route of routes)
      for (const path of askings(route)) {
        const inTurn = /\{id\}|\/decisions\//.test(route.path) && !isTurnOf(asker, turn++);
        if (inTurn && !ALWAYS.includes(asker.name)) continue;
        const answer = await asker.ask(world).get(path);
        if (answer.status >= 500) leaks.push(`${asker.name} ${path} ${answer.status}`);
        for (const [word] of bytes(answer).matchAll(/canary[0-9a-f]{32}/g))
          if (!confidences.words.has(word)) leaks.push(`${asker.name} ${path}: a word that nobody wrote`);
          else if (may(asker, word)) seen.add(word);
          else leaks.push(`${asker.name} ${path}: ${confidences.words.get(word)!.what}`);
      }
  expect([...new Set(leaks)]).toEqual([]);
  for (const word of confidences.words.keys()) expect(lines).not.toContain(word);
  // A word that nobody comes across at all proves nothing; an address is read only with the item.
  const unseen = [...confidences.words].filter(([word]) => !seen.has(word)).map(([, { what }]) => what);
  expect(unseen).toEqual([]);
}, 300_000);
