import { mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearLeftOver, PREFIX } from '../left-over';

/** No process has it: process ids are smaller. */
const NOBODY = 2 ** 30;

test('folders whose server is gone are cleared; those of running and starting servers, and others, are not', () => {
  const where = mkdtempSync(join(tmpdir(), 'left-over-'));
  const put = (name: string, pid?: number) => {
    mkdirSync(join(where, name, 'database'), { recursive: true });
    if (pid !== undefined)
      writeFileSync(join(where, name, 'database', 'postmaster.pid'), `${pid}\n/somewhere\n`);
  };
  put(`${PREFIX}running`, process.pid);
  put(`${PREFIX}gone`, NOBODY);
  put(`${PREFIX}starting`);
  put(`${PREFIX}never-started`);
  utimesSync(join(where, `${PREFIX}never-started`), new Date(0), new Date(0));
  put('somebody-else', NOBODY);
  clearLeftOver(where);
  expect(readdirSync(where).sort()).toEqual(
    [`${PREFIX}running`, `${PREFIX}starting`, 'somebody-else'].sort(),
  );
});
