import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Sources that break a rule of imports, each with the name of the rule; without one: they break none. */
const imports: [file: string, text: string, ...rules: string[]][] = [
  ['src/platform/clock.ts', 'export const clock = 1;'],
  ['src/record/index.ts', 'export const record = 1;'],
  ['src/record/rules/tree.ts', 'export const tree = 1;'],
  ['src/record/entry.entity.ts', 'export const entry = 1;'],
  ['src/disclosure/index.ts', 'export const disclosure = 1;'],
  ['src/disclosure/gate.ts', "import { record } from '../record';\nexport const gate = record;"],
  ['src/app.module.ts', "import { disclosure } from './disclosure';\nexport const app = disclosure;"],
  ['src/cli/main.ts', "import { app } from '../app.module';\nexport const main = app;"],

  [
    'src/platform/early.ts',
    "import { record } from '../record';\nexport const early = record;",
    'folder-order',
  ],
  [
    'src/record/early.ts',
    "import type { gate } from '../disclosure';\nexport type Early = gate;",
    'folder-order',
  ],
  ['src/advisories/early.ts', "import { main } from '../cli';\nexport const early = main;", 'folder-order'],
  ['src/cli/index.ts', 'export const main = 1;'],
  [
    'src/newcomer/new.ts',
    "import { clock } from '../platform/clock';\nexport const n = clock;",
    'known-capability',
  ],
  [
    'src/advisories/above.ts',
    "import { app } from '../app.module';\nexport const above = app;",
    'nothing-above',
  ],
  [
    'src/advisories/window.ts',
    "import { gate } from '../disclosure/gate';\nexport const w = gate;",
    'through-the-door',
  ],
  ['src/main.ts', "import { gate } from './disclosure/gate';\nexport const w = gate;", 'through-the-door'],
  [
    'src/advisories/thief.ts',
    "import { entry } from '../record/entry.entity';\nexport const thief = entry;",
    'through-the-door',
    'entities-stay-home',
  ],
  ['src/accounts/index.ts', 'export const cookies = 1;'],
  ['src/platform/data-source.ts', 'export const source = 1;'],
  ['src/portal/cookie.ts', "import { cookies } from '../accounts';\nexport const cookie = cookies;"],
  ['src/portal/time.ts', "import { clock } from '../platform/clock';\nexport const time = clock;"],
  [
    'src/portal/short-cut.ts',
    "import { disclosure } from '../disclosure';\nexport const cut = disclosure;",
    'portal-asks-the-web-api',
  ],
  [
    'src/portal/shape.ts',
    "import type { disclosure } from '../disclosure';\nexport type Shape = typeof disclosure;",
    'portal-asks-the-web-api',
  ],
  [
    'src/portal/query.ts',
    "import { source } from '../platform/data-source';\nexport const query = source;",
    'portal-asks-the-web-api',
  ],
  ['src/record/rules/node.ts', "import { join } from 'node:path';\nexport const node = join;", 'pure-rules'],
  [
    'src/record/rules/pack.ts',
    "import { DataSource } from 'typeorm';\nexport const p = DataSource;",
    'pure-rules',
  ],
  ['src/record/rules/shell.ts', "import { record } from '..';\nexport const shell = record;", 'pure-rules'],
  ['src/record/rules/deep/near.ts', "import { tree } from '../tree';\nexport const near = tree;"],
  [
    'src/advisories/csaf/mapping/reading.ts',
    "import { readFileSync } from 'node:fs';\nexport const reading = readFileSync;",
    'pure-mapping',
  ],
  [
    'src/incidents/one.ts',
    "import { two } from './two';\nexport const one = (): number => two();",
    'no-circle',
  ],
  ['src/incidents/two.ts', "import { one } from './one';\nexport const two = (): number => one();"],
  ['test/cast.ts', 'export const cast = 1;'],
  [
    'src/incidents/tested.ts',
    "import { cast } from '../../test/cast';\nexport const t = cast;",
    'no-test-in-source',
  ],
];

/** Sources that break a rule which shows in the file itself. */
const texts: typeof imports = [
  ['src/record/rules/now.ts', 'export const now = () => Date.now();', 'pure: Date.now'],
  ['src/record/rules/date.ts', 'export const date = () => new Date(0);', 'pure: new Date'],
  ['src/record/rules/luck.ts', 'export const luck = () => Math.random();', 'pure: Math.random'],
  ['src/record/rules/later.ts', 'export const later = async () => 1;', 'pure: async'],
  ['src/record/rules/thrown.ts', "export const thrown = () => { throw new Error('x'); };", 'pure: throw'],
  [
    'src/record/rules/word.ts',
    "// never async, no throw, no new Date(\nexport const word = 'Date.now throw';",
  ],
  ['src/advisories/csaf/mapping/at.ts', 'export const at = () => Date.now();', 'pure: Date.now'],
  ['src/platform/settings.ts', 'export const all = process.env;'],
  ['src/platform/other.ts', 'export const one = process.env.PORT;', 'settings-alone'],
  ['src/portal/utils/any.ts', 'export const any = 1;', 'no-vague-folder'],
  ['src/portal/long.ts', 'export {};\n'.repeat(251), 'short-files'],
  ['test/long.ts', 'export {};\n'.repeat(251), 'short-files'],
  ['test/helper.ts', "beforeAll(() => 1);\nit.each([1])('one', () => 1);", 'tests-in-specs'],
  ['test/within.ts', 'export const within = () => beforeAll(() => 1);'],
  ['test/one.spec.ts', "it('one', () => 1);"],
  ['test/just.ts', 'export {};\n'.repeat(250)],
];

const faultsOf = (sources: typeof imports) =>
  sources.flatMap(([file, , ...rules]) => rules.map((rule) => ({ file, rule })));

/** What the two checks must find in the planted sources: this, and nothing else. */
export const plantedImportFaults = faultsOf(imports);
export const plantedSourceFaults = faultsOf(texts);

/** Writes the planted sources into an empty folder. */
export function plant(root: string): void {
  for (const [file, text] of [...imports, ...texts]) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  writeFileSync(join(root, 'tsconfig.json'), '{}');
}
