import { createHash } from 'node:crypto';
import { PassThrough, type Readable } from 'node:stream';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { FILES } from './format';

/** A file is no bundle, or cannot be read. */
export class NoBundle extends Error {}

/** Beyond this a file that is read whole is no file of a bundle, in octets; leaves and entries are as many as the log has. */
const MOST = 4_000_000;
/** Beyond this a line is no entry, in characters. */
const LONGEST_LINE = 4_000_000;

/** Reads a bundle from a file: small files whole, entries line by line, and the digest of each. */
export class BundleFile {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws NoBundle for what is no zip with the files of a bundle */
  static async open(path: string): Promise<BundleFile> {
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch((error: unknown) => {
      throw new NoBundle(`${path} cannot be read as a zip: ${(error as Error).message}`);
    });
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) throw new NoBundle(`${path} has ${entry.fileName} twice.`);
      entries.set(entry.fileName, entry);
    }
    for (const name of Object.values(FILES))
      if (!entries.has(name)) throw new NoBundle(`${path} is no bundle: ${name} is missing.`);
    return new BundleFile(zip, entries);
  }

  close(): void {
    this.zip.close();
  }

  /** Files that no bundle has. */
  strangers(): string[] {
    const known: readonly string[] = Object.values(FILES);
    return [...this.entries.keys()].filter((name) => !known.includes(name));
  }

  /** A small file, whole. */
  async text(name: string): Promise<string> {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of await this.stream(name)) {
      size += (part as Buffer).length;
      if (size > MOST) throw new NoBundle(`${name} is larger than it may be.`);
      parts.push(part as Buffer);
    }
    return Buffer.concat(parts).toString('utf8');
  }

  /** The hashes of all leaves, 32 octets each. @throws NoBundle for other lengths than a log can have */
  async leaves(most: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of await this.stream(FILES.leaves)) {
      size += (part as Buffer).length;
      // One more than the head says tells that there are too many, and no more of them are read.
      if (size > (most + 1) * 32) break;
      parts.push(part as Buffer);
    }
    return Buffer.concat(parts);
  }

  /** The lines of the entries, in their order. @throws NoBundle for a line that no entry has */
  async *lines(): AsyncGenerator<string> {
    // At newlines alone: other characters that end a line somewhere stand in entries as they were written.
    const source = (await this.stream(FILES.entries)).setEncoding('utf8');
    let rest = '';
    for await (const part of source) {
      rest += part as string;
      for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
        yield rest.slice(0, end);
        rest = rest.slice(end + 1);
      }
      if (rest.length > LONGEST_LINE) throw new NoBundle('A line of entries.jsonl is longer than any entry.');
    }
    if (rest !== '') yield rest;
  }

  /** SHA-256 of a file, in hex. */
  async digest(name: string): Promise<string> {
    const hash = createHash('sha256');
    for await (const part of await this.stream(name)) hash.update(part as Buffer);
    return hash.digest('hex');
  }

  private async stream(name: string): Promise<Readable> {
    const found = await this.zip.openReadStreamPromise(this.entries.get(name)!);
    const out = new PassThrough();
    found.on('error', (error) => out.destroy(new NoBundle(`${name} cannot be read: ${error.message}`)));
    return found.pipe(out);
  }
}
