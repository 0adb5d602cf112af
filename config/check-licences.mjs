// Every package that an installation runs has a licence that Accord may be delivered with.
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const { init } = createRequire(import.meta.url)('license-checker-rseidelsohn');
const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Licences that ask for no more than to be named. */
const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
];

/** Packages with another licence, or one that their package.json does not name, and why they may be there. */
const EXCEPTIONS = {
  openpgp: { licence: 'LGPL-3.0+', why: 'used as a library, unmodified, and exchangeable in node_modules' },
  pause: { licence: 'MIT*', why: 'MIT by its README' },
  'htmx.org': { licence: 'BSD*', why: '0BSD by its LICENSE' },
};

/** Whether one of the licences offered is allowed: `(MIT OR CC0-1.0)` offers two, `AND` asks for both. */
function allowed(expression) {
  return expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => ALLOWED.includes(licence.trim())));
}

export function licenceFaults(packages) {
  return Object.entries(packages).flatMap(([id, { licenses }]) => {
    const name = id.slice(0, id.lastIndexOf('@'));
    const licence = [licenses].flat().join(' AND ');
    if (allowed(licence) || EXCEPTIONS[name]?.licence === licence) return [];
    return [`${id}: ${licence}`];
  });
}

const read = () =>
  new Promise((settle, fail) =>
    init({ start: root, production: true, excludePrivatePackages: true }, (error, packages) =>
      error ? fail(error) : settle(packages),
    ),
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const packages = await read();
  const faults = licenceFaults(packages);
  for (const fault of faults) console.error(`Not on the list of licences: ${fault}`);
  const count = Object.keys(packages).length;
  console.log(`${count} packages of an installation looked at`);
  process.exitCode = faults.length > 0 || count === 0 ? 1 : 0;
}
