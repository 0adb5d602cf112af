import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the project, the same from sources and from dist. */
export const PROJECT_FOLDER = join(__dirname, __dirname.includes(join('dist', 'src')) ? '../../..' : '../..');

/** The version of Accord that runs. */
export const VERSION = (
  JSON.parse(readFileSync(join(PROJECT_FOLDER, 'package.json'), 'utf8')) as { version: string }
).version;
