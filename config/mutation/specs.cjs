// The specs of the rules in one plain process, without Jest: each loaded once and asked as often as there are mutants.
const { globSync, readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { format } = require('node:util');
const { transformSync } = require('@swc/core');
const { expect } = require('expect');

/** The cheap ones first: a change that one of them tells is not asked of the others. */
const SPECS = [
  'test/disclosure/*.rule.spec.ts',
  'test/overlays/*.rule.spec.ts',
  'test/cases/{compared,cases,reasons}.rule.spec.ts',
];
const SWC = {
  swcrc: false,
  module: { type: 'commonjs' },
  jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
};
const compiled = new Map();

require.extensions['.ts'] = (module, file) => {
  if (!compiled.has(file)) compiled.set(file, transformSync(readFileSync(file, 'utf8'), SWC).code);
  module._compile(compiled.get(file), file);
};

/** Loads the specs anew, and what they test with them. @returns each test, with its name, its file and how to run it */
function loadSpecs(root) {
  const tests = [];
  const path = [];
  let fileName;
  const it = (name, run) => tests.push({ id: [...path, name].join(' '), fileName, run });
  it.each = (rows) => (title, run) =>
    rows.forEach((row, index) => {
      const values = Array.isArray(row) ? row : [row];
      const told = title.replace('%#', String(index));
      const said = values.slice(0, told.match(/%[sj]/g)?.length ?? 0);
      it(format(told, ...said), () => run(...values));
    });
  const describe = (name, body) => {
    path.push(name);
    body();
    path.pop();
  };
  Object.assign(globalThis, { describe, it, expect });
  const load = createRequire(join(root, 'package.json'));
  for (const file of Object.keys(load.cache)) if (file.endsWith('.ts')) delete load.cache[file];
  for (const file of SPECS.flatMap((pattern) => globSync(pattern, { cwd: root }).toSorted())) {
    fileName = join(root, file);
    load(fileName);
  }
  return tests;
}

module.exports = { loadSpecs };
