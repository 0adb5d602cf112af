import { createHash } from 'node:crypto';
import { type PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { type BundleKeys, type BundleManifest, FILES } from './format';
import { bundlePage } from './page';

/** What a bundle is made of; entries and leaves are read once, one after the other. */
export interface BundleSource {
  about: Omit<BundleManifest, 'accord' | 'files'>;
  checkpoint: string;
  keys: BundleKeys;
  leaves: () => AsyncIterable<Buffer>;
  /** Lines with their newline. */
  entries: () => AsyncIterable<string>;
  /** Signs the digest of the manifest. */
  sign: (manifestSha256: string) => string;
}

/**
 * The octets of a bundle, a zip that is written as it is read: the manifest stands last, since it has the digest of
 * each file before it. Memory does not grow with the log.
 */
export function writeBundle({ about, checkpoint, keys, leaves, entries, sign }: BundleSource): Readable {
  const zip = new ZipFile();
  // What it is, whatever its type says: a PassThrough.
  const out = zip.outputStream as PassThrough;
  const digests: Record<string, string> = {};
  const mtime = new Date(about.made_at);
  const add = (name: string, content: () => AsyncIterable<Buffer | string>) =>
    zip.addReadStreamLazy(name, { mtime, compress: name !== FILES.leaves }, (ready) => {
      const file = Readable.from(digested(name, content(), digests), { objectMode: false });
      file.on('error', (error) => out.destroy(error));
      ready(null, file);
    });
  add(FILES.page, () => once(bundlePage(about)));
  add(FILES.checkpoint, () => once(checkpoint));
  add(FILES.keys, () => once(JSON.stringify(keys, null, 2)));
  add(FILES.leaves, leaves);
  add(FILES.entries, entries);
  let manifest = '';
  add(FILES.manifest, () => {
    const said: BundleManifest = { accord: 'bundle/1', ...about, files: { ...digests } };
    manifest = JSON.stringify(said, null, 2);
    return once(manifest);
  });
  add(FILES.signature, () => once(sign(createHash('sha256').update(manifest).digest('hex'))));
  zip.end();
  return out;
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

async function* digested(
  name: string,
  content: AsyncIterable<Buffer | string>,
  digests: Record<string, string>,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const piece of content) {
    const bytes = Buffer.from(piece as string);
    hash.update(bytes);
    yield bytes;
  }
  digests[name] = hash.digest('hex');
}
