import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';

const silent = new Writable({ write: (_chunk, _encoding, done) => done() });

/** One line typed without echo. */
async function typeUnseen(prompt: string): Promise<string> {
  process.stderr.write(prompt);
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  const line = await new Promise<string>((settle) => lines.question('', settle));
  lines.close();
  process.stderr.write('\n');
  return line;
}

/**
 * A password from the person at the terminal, typed twice, or from standard input; never from the command line,
 * where every process of the machine could read it.
 */
export async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).replace(/\r?\n$/, '');
  const password = await typeUnseen('Password (at least 12 characters): ');
  if ((await typeUnseen('The same again: ')) !== password) throw new Error('The two passwords differ.');
  return password;
}
