import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ZipFile } from 'yazl';
import { Sequencer } from '../../src/record';
import { FILES } from '../../src/record/bundle/format';
import { BundleFile } from '../../src/record/bundle/read-bundle';
import { verifyBundle, type VerifyWith } from '../../src/record/bundle/verify-bundle';
import type { World } from '../cast';
import { Sharing } from '../disclosure/sharing-world';

export type Files = Map<string, Buffer>;

/** A log of PKCERT with CNCERT, an export of it, and what somebody makes of that. */
export class Bundles {
  private made = 0;
  private constructor(
    readonly world: World,
    readonly log: string,
    /** The head of it before most of it was there. */
    readonly earlier: string,
    private readonly folder: string,
    public files: Files,
  ) {}

  static async start(): Promise<Bundles> {
    const sharing = await Sharing.start();
    const { world } = sharing;
    await sharing.inForce('cncert', 'PK-CN');
    const sequencer = world.app.get(Sequencer, { strict: false });
    await sequencer.once();
    const [row] = await world.owner.query<{ id: string }[]>(
      `SELECT id FROM record_log WHERE kind = 'relationship'`,
    );
    const log = row!.id;
    const { text } = await world.as('cncert-auditor').get(`/api/v1/logs/${log}/checkpoint`);
    for (const title of ['One', 'Two', 'Three']) {
      await sharing.released(title);
      await sharing.pull('cncert');
    }
    await sequencer.once();
    const bundles = new Bundles(world, log, text, mkdtempSync(join(tmpdir(), 'accord-bundle-')), new Map());
    bundles.files = await bundles.exported('cncert-auditor');
    return bundles;
  }

  async close(): Promise<void> {
    rmSync(this.folder, { recursive: true });
    await this.world.close();
  }

  /** Writes something into a file of its own. */
  written(content: Buffer): string {
    const path = join(this.folder, `${(this.made += 1)}.zip`);
    writeFileSync(path, content);
    return path;
  }

  async exported(by: 'cncert-auditor' | 'pkcert-auditor'): Promise<Files> {
    const { status, body } = await this.world
      .as(by)
      .get(`/api/v1/logs/${this.log}/bundle`)
      .buffer()
      .parse((answer, done) => {
        const parts: Buffer[] = [];
        answer
          .on('data', (part: Buffer) => parts.push(part))
          .on('end', () => done(null, Buffer.concat(parts)))
          .on('error', (error) => done(error, null));
      });
    expect(status).toBe(200);
    const file = await BundleFile.open(this.written(body as Buffer));
    const found: Files = new Map();
    for (const name of Object.values(FILES))
      found.set(name, name === FILES.leaves ? await file.leaves(1000) : Buffer.from(await file.text(name)));
    file.close();
    return found;
  }

  /** Writes the files as a zip, with some of them changed; null leaves one out. */
  async zipped(changes: Record<string, (content: Buffer) => Buffer | null> = {}): Promise<string> {
    const zip = new ZipFile();
    for (const [name, content] of this.files) {
      const changed = changes[name] ? changes[name](content) : content;
      if (changed) zip.addBuffer(changed, name);
    }
    for (const [name, make] of Object.entries(changes))
      if (!this.files.has(name)) zip.addBuffer(make(Buffer.alloc(0))!, name);
    zip.end();
    const parts: Buffer[] = [];
    for await (const part of zip.outputStream) parts.push(part as unknown as Buffer);
    return this.written(Buffer.concat(parts));
  }

  async verified(path: string, words: VerifyWith = {}) {
    const file = await BundleFile.open(path);
    try {
      return await verifyBundle(file, words);
    } finally {
      file.close();
    }
  }
}
