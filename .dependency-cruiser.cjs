// The architecture as rules. test/house/architecture.spec.ts holds the sources to them, and shows on planted
// violations that each of them fires.

/** Capabilities in dependency order: each imports only those before it. The command line may use them all. */
const order = [
  'platform',
  'record',
  'disclosure',
  'organizations',
  'accounts',
  'overlays',
  'agreements',
  'me',
  'incidents',
  'advisories',
  'portal',
  'cli',
];

const inOrder = order.slice(0, -1).map((name, place) => ({
  name: 'folder-order',
  comment: `${name} imports only: ${order.slice(0, place).join(', ') || 'no other capability'}`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: `^src/(${order.slice(place + 1).join('|')})/` },
}));

/** How a file of another capability may be reached. */
const doors = ['^src/platform/', '^src/[^/]+/index[.]ts$'];

module.exports = {
  forbidden: [
    ...inOrder,
    {
      name: 'known-capability',
      comment:
        'A new folder in src takes its place in the order above before anything imports it or it anything.',
      severity: 'error',
      from: { path: `^src/(?!(?:${order.join('|')})/)[^/]+/` },
      to: {},
    },
    {
      name: 'nothing-above',
      comment:
        'What puts the application together (the files in src itself) is imported by itself and cli only.',
      severity: 'error',
      from: { path: '^src/(?!cli/)[^/]+/' },
      to: { path: '^src/[^/]+$' },
    },
    {
      name: 'through-the-door',
      comment: 'Another capability is imported through its index.ts; platform, which has none, file by file.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/', pathNot: [...doors, '^src/$1/'] },
    },
    {
      name: 'through-the-door',
      comment: 'What puts the application together comes in by the same doors.',
      severity: 'error',
      from: { path: '^src/[^/]+$' },
      to: { path: '^src/[^/]+/', pathNot: doors },
    },
    {
      name: 'entities-stay-home',
      comment: "An entity is its capability's view of its own tables.",
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '[.]entity[.]ts$', pathNot: '^src/$1/' },
    },
    {
      name: 'portal-asks-the-web-api',
      comment:
        'Pages have no rule, no query and no right of their own: of the rest of Accord they reach the platform and the cookies of who is signed in.',
      severity: 'error',
      from: { path: '^src/portal/' },
      to: {
        path: '^src/(?!portal/|platform/|accounts/index[.]ts$)|^src/platform/(viewer-transaction|data-source|connection|prepared-statement)[.]ts$',
      },
    },
    {
      name: 'pure-rules',
      comment: 'Rules import nothing outside their folder: no Node, no framework, no database, no package.',
      severity: 'error',
      from: { path: '^(src/.+/rules)/' },
      to: { pathNot: '^$1/' },
    },
    {
      name: 'pure-mapping',
      comment: 'What a format makes of an item is computed from the item alone.',
      severity: 'error',
      from: { path: '^(src/.+/csaf/mapping)/' },
      to: { pathNot: '^$1/' },
    },
    {
      name: 'no-circle',
      comment: 'Files that import each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-test-in-source',
      comment: 'What is served does not lean on what tests it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
    },
  },
};
