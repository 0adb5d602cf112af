import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Asset {
  readonly bytes: Buffer;
  readonly type: string;
  readonly digest: string;
}

const own = (name: string) => join(__dirname, '../client', name);
/** The style sheets of the portal by subject, in the order in which they hold. */
const STYLES = [
  ...['base', 'frame', 'content', 'agreements', 'terms', 'account', 'narrow', 'call-and-stop', 'home'],
  ...['advisories', 'incidents', 'inquiry', 'cooperation', 'colours'],
].map((name) => own(`${name}.css`));
/** A file of a package, whatever its exports say. */
const packaged = (name: string, file: string) => {
  const [folder] = (require.resolve.paths(name) ?? []).filter((path) => tryRead(join(path, name, file)));
  return join(folder ?? '', name, file);
};

function tryRead(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

const SOURCES = {
  'tabler.css': [packaged('@tabler/core', 'dist/css/tabler.min.css'), 'text/css; charset=utf-8'],
  'tabler.rtl.css': [packaged('@tabler/core', 'dist/css/tabler.rtl.min.css'), 'text/css; charset=utf-8'],
  'htmx.js': [packaged('htmx.org', 'dist/htmx.min.js'), 'text/javascript; charset=utf-8'],
  'portal.css': [STYLES, 'text/css; charset=utf-8'],
  'portal.js': [own('portal.js'), 'text/javascript; charset=utf-8'],
  'icon.svg': [own('icon.svg'), 'image/svg+xml'],
} as const;

export type AssetName = keyof typeof SOURCES;

const loaded = new Map<string, Asset>();

/** A file that pages need, read once. They come from this installation alone. @returns undefined for other names */
export function asset(name: string): Asset | undefined {
  if (!Object.hasOwn(SOURCES, name)) return undefined;
  let found = loaded.get(name);
  if (!found) {
    const [paths, type] = SOURCES[name as AssetName];
    const text = [paths]
      .flat()
      .map((path) => readFileSync(path, 'utf8'))
      .join('');
    // What tools for developers would ask for besides is not offered.
    const bytes = Buffer.from(text.replace(/\/[*/]# sourceMappingURL=[^\n]*/g, ''));
    found = { bytes, type, digest: createHash('sha256').update(bytes).digest('base64url').slice(0, 16) };
    loaded.set(name, found);
  }
  return found;
}

/** The address of an asset as it is now: with another content it is another address, so browsers may keep it. */
export const assetPath = (name: AssetName): string => `/portal/assets/${asset(name)!.digest}/${name}`;
