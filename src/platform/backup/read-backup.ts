import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { BackupFault, type CountLine, type Footer, type Header, type TableLine } from './format';

/** Rows of one table, as text. */
export interface Batch extends TableLine {
  readonly rows: string[];
}

/** What a backup is read into, in this order: once the header, batches, once the footer. */
export interface Reader {
  begin(header: Header): Promise<void>;
  take(batch: Batch): Promise<void>;
  end(footer: Footer): Promise<void>;
}

const BATCH = 500;
const broken = (why: string) =>
  new BackupFault(`The backup is broken: ${why}. Nothing was restored from it.`);

/** Lines by their feed alone: a text may hold what else counts as the end of a line. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  const source = createReadStream(path);
  const unpacked = source.pipe(createGunzip());
  source.once('error', (error) => unpacked.destroy(error));
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = parts.pop() ?? '';
      yield* parts;
    }
  } finally {
    source.destroy();
  }
  if (rest) throw broken('its last line is cut off');
}

function headerOf(line: unknown): Header {
  const { accord, format } = (line ?? {}) as Partial<Header>;
  if (accord !== 'backup') throw new BackupFault('The file is no backup of Accord.');
  if (format !== 1) throw new BackupFault('The backup is of a format that this version does not know.');
  return line as Header;
}

/** Follows the lines of a backup and says what does not fit. */
class Lines {
  private table: TableLine | undefined;
  private rows: string[] = [];
  private count = 0;
  private tables = 0;
  private total = 0;
  private ended = false;

  constructor(private readonly reader: Reader) {}

  async take(line: unknown, hash: Hash): Promise<void> {
    if (this.ended) throw broken('it goes on after its end');
    if (typeof line === 'string') return this.row(line);
    const next = (line ?? {}) as Partial<TableLine & CountLine & Footer>;
    if (next.table !== undefined && next.columns && !this.table) {
      this.table = { table: next.table, columns: next.columns };
      this.count = 0;
    } else if (next.rows !== undefined && this.table) await this.endTable(next.rows);
    else if (next.sha256 !== undefined && !this.table) await this.end(next as Footer, hash);
    else throw broken('its lines are not in order');
  }

  finish(): void {
    if (!this.ended) throw broken('its end is missing');
  }

  private async row(row: string): Promise<void> {
    if (!this.table) throw broken('a row belongs to no table');
    this.count++;
    if (this.rows.push(row) >= BATCH) await this.flush();
  }

  private async flush(): Promise<void> {
    if (this.table && this.rows.length > 0) await this.reader.take({ ...this.table, rows: this.rows });
    this.rows = [];
  }

  private async endTable(rows: number): Promise<void> {
    await this.flush();
    if (rows !== this.count) throw broken(`${this.table?.table} has ${this.count} rows instead of ${rows}`);
    this.table = undefined;
    this.tables++;
    this.total += rows;
  }

  private async end(footer: Footer, hash: Hash): Promise<void> {
    if (footer.sha256 !== hash.digest('hex')) throw broken('its digest is another');
    if (footer.tables !== this.tables || footer.total !== this.total) throw broken('tables are missing');
    this.ended = true;
    await this.reader.end(footer);
  }
}

/**
 * Reads a backup and checks its order, its counts and its digest on the way; a fault may show as late as at the end.
 * @throws BackupFault for a file that is no backup, or not a whole one
 */
export async function readBackup(path: string, reader: Reader): Promise<void> {
  const hash = createHash('sha256');
  const lines = new Lines(reader);
  let first = true;
  try {
    for await (const text of linesOf(path)) {
      const line: unknown = JSON.parse(text);
      if (first) await reader.begin(headerOf(line));
      else await lines.take(line, hash);
      first = false;
      // After the footer there is nothing left to add to.
      if (typeof line === 'string' || !(line as Partial<Footer>).sha256) hash.update(`${text}\n`);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof SyntaxError) throw broken('a line is not JSON');
    if (typeof code === 'string' && code.startsWith('Z_')) throw broken('it cannot be unpacked');
    throw error;
  }
  if (first) throw new BackupFault('The file is empty.');
  lines.finish();
}
