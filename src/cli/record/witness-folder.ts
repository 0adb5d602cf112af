import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  newPrivateKeyFile,
  readSigningKey,
  type SeenLog,
  SIGNATURE_TYPE,
  type SigningKey,
} from '../../record';

export type WitnessKey = SigningKey<typeof SIGNATURE_TYPE.cosignature>;

const KEY = 'witness-key.pem';
const NAME = 'name';

/** What a witness keeps: its key, and of each log the last head that it found consistent. */
export class WitnessFolder {
  constructor(private readonly folder: string) {}

  /** The key that was made before; undefined in a folder without one. */
  key(): WitnessKey | undefined {
    if (!existsSync(this.path(KEY))) return undefined;
    const name = readFileSync(this.path(NAME), 'utf8').trim();
    return readSigningKey(name, readFileSync(this.path(KEY), 'utf8'), SIGNATURE_TYPE.cosignature);
  }

  /** Makes the key. @throws TypeError for a name that cannot name a key */
  make(name: string): WitnessKey {
    const file = newPrivateKeyFile();
    const key = readSigningKey(name, file, SIGNATURE_TYPE.cosignature);
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    this.write(NAME, `${name}\n`);
    this.write(KEY, file);
    return key;
  }

  /** The logs of which it has seen a head. */
  logs(): string[] {
    return readdirSync(this.folder).flatMap((name) =>
      name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : [],
    );
  }

  seen(log: string): SeenLog | undefined {
    const path = this.path(`${log}.json`);
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as SeenLog) : undefined;
  }

  /** Keeps what was seen before it is cosigned, so that a witness never forgets what it vouched for. */
  keep(log: string, seen: SeenLog): void {
    this.write(`${log}.json`, `${JSON.stringify(seen, null, 2)}\n`);
  }

  private path(name: string): string {
    return join(this.folder, name);
  }

  private write(name: string, content: string): void {
    const draft = this.path(`${name}.new`);
    writeFileSync(draft, content, { mode: 0o600 });
    renameSync(draft, this.path(name));
  }
}
