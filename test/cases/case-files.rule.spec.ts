import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { casesIn } from './read-cases';

const text = readFileSync(join(__dirname, 'tlp-ceiling.yaml'), 'utf8');
const defaults = text.slice(0, text.indexOf('cases:'));
const one = (body: string) => `${defaults}cases:\n  - name: a case\n${body}`;
const question = '    questions: [{ expect: released, basis: own, reader: pkcert }]';

describe('a file of cases', () => {
  it('is read when its form is right', () => {
    expect(casesIn('right', one(question))).toHaveLength(1);
  });

  it.each([
    [
      'an unknown key of an item',
      `    item: { tpl: AMBER }\n${question}`,
      '“a case” item: unknown key “tpl”; known are tlp, ',
    ],
    [
      'an unknown key of terms',
      `    agreement: { terms: { expire: never } }\n${question}`,
      '“a case” agreement terms: unknown key “expire”; known are approved, ',
    ],
    [
      'an unknown marking',
      `    item: { tlp: WHITE }\n${question}`,
      '“a case” item tlp: this must be one of none, CLEAR, ',
    ],
    [
      'an unknown information type',
      `    agreement: { terms: { grant: { gives: { rumour: GREEN } } } }\n${question}`,
      '“rumour” must be one of indicator, ',
    ],
    [
      'a ceiling that is no marking',
      `    agreement: { terms: { grant: { gives: { statistics: WHITE } } } }\n${question}`,
      'gives statistics: this must be one of CLEAR, ',
    ],
    [
      'an unknown category',
      `    item: { categories: [fraud] }\n${question}`,
      'bad: “a case”: “fraud” is no RSIT code',
    ],
    [
      'a day without a time',
      `    item: { released: 2026-05-20 }\n${question}`,
      '“a case” item released: must be an instant with seconds, in UTC',
    ],
    ['no question', '    item: {}', '“a case”: “questions” is missing'],
    [
      'a question that expects nothing',
      '    questions: [{ reader: cncert }]',
      '“a case” questions 0: “expect” is missing',
    ],
    ['a release without its basis', '    questions: [{ expect: released }]', '“basis” is missing'],
    [
      'a grant that is not cited',
      '    questions: [{ expect: released, basis: grant }]',
      '“under” is missing',
    ],
    [
      'what is withheld without the rules that forbid',
      '    questions: [{ expect: withheld }]',
      '“forbidding” is missing',
    ],
    [
      'a basis of what is withheld',
      '    questions: [{ expect: withheld, basis: own, forbidding: {} }]',
      'has no place where the answer is withheld',
    ],
    [
      'a rule that is not built',
      '    questions: [{ expect: withheld, forbidding: { public: [D-99] } }]',
      'must be one of D-01, ',
    ],
    [
      'a version that is not there',
      '    questions: [{ version: 2, expect: released, basis: own }]',
      'a question is about version 2 of 1',
    ],
    [
      'a withdrawal before the release',
      `    item: { withdrawn: 2026-05-01T09:00:00Z }\n${question}`,
      'a withdrawal follows no release',
    ],
    [
      'a key that is written twice',
      `    item: { tlp: CLEAR, tlp: GREEN }\n${question}`,
      'bad: Map keys must be unique',
    ],
  ])('is refused with %s, and says where', (_, body, message) => {
    expect(() => casesIn('bad', one(body))).toThrow(message);
  });

  it('is refused without cases', () => {
    expect(() => casesIn('bad', `${defaults}cases: []`)).toThrow(
      'bad: cases: must NOT have fewer than 1 items',
    );
  });
});
