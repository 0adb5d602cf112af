import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { csafFileName } from '../../../src/advisories/csaf/mapping/filename-csaf';
import { at } from './documents';
import { describeWithReference, readReference, REFERENCE } from './reference';

describe('the file name of a CSAF document', () => {
  test.each([
    ['2022_#01-A', '2022_01-a.json'],
    ['Example Company - 2019-YH3234', 'example_company_-_2019-yh3234.json'],
    ['RHBA-2019:0024', 'rhba-2019_0024.json'],
    ['a+b__c', 'a+b_c.json'],
    ['../etc/passwd', '_etc_passwd.json'],
    ['公告-1', '_-1.json'],
  ])('of %s is %s', (trackingId, name) => {
    expect(csafFileName(trackingId)).toBe(name);
  });
});

describeWithReference('csaf', 'the official file name tests', () => {
  for (const version of ['2.0', '2.1']) {
    for (const kind of ['valid', 'invalid']) {
      test(`CSAF ${version} calls names ${kind} as the rule does`, () => {
        const folder = `csaf/${version}/filename-tests/${kind}`;
        for (const name of readdirSync(join(REFERENCE, folder))) {
          const document: unknown = JSON.parse(readReference(`${folder}/${name}`).toString());
          const expected = csafFileName(String(at(document, 'document', 'tracking', 'id')));
          expect([name, name === expected]).toEqual([name, kind === 'valid']);
        }
      });
    }
  }
});
