import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/**
 * Reads all of a stream into a file without a name, and gives it to be read from the beginning: whatever feeds the
 * stream is done with by then, and memory holds little of it. The file is gone once it is read or the process ends.
 */
export async function spooled(source: Readable): Promise<Readable> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-answer-'));
  const file = await open(join(folder, 'answer'), 'wx+', 0o600);
  try {
    await rm(folder, { recursive: true });
    await file.writeFile(source);
    return file.createReadStream({ start: 0 });
  } catch (error) {
    await file.close();
    throw error;
  }
}
