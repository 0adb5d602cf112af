import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ur } from '../../src/portal/messages/ur';
import { zh } from '../../src/portal/messages/zh';

const text = readFileSync(resolve(__dirname, '../../docs/GLOSSARY.md'), 'utf8');
const cells = (lines: string) =>
  [...lines.matchAll(/^\| (.+) \|$/gm)]
    .slice(2)
    .map(([, row]) => row!.split(' | ').map((cell) => cell.trim()));
const [first = '', second = ''] = text.split('## In the three languages');
const words = cells(second);

/** Roles and what everybody meets in the portal: who reads one language has to find it in the others. */
const NEEDED =
  `administrator advisory agreement analyst auditor constituent contact correction decision disclosure
  embargo incident label obligation organization record reference release releaser report session stop suspension
  team variant verification version withdrawal`.split(/\s+/);

describe('the glossary in three languages', () => {
  it('has each word once, in order, and in each language in its own letters', () => {
    const english = words.map(([word]) => word!);
    expect(english).toEqual([...new Set(english)].toSorted(new Intl.Collator('en').compare));
    for (const [word, urdu, chinese, ...rest] of words) {
      expect([word, urdu]).toEqual([word, expect.stringMatching(/^[\p{Script=Arabic}\p{P}\p{M} ]+$/u)]);
      expect([word, chinese]).toEqual([word, expect.stringMatching(/^[\p{Script=Han}\p{P} ]+$/u)]);
      expect(rest).toEqual([]);
    }
  });

  it('has no two words under one name', () => {
    for (const language of [1, 2]) {
      const names = words.map((row) => row[language]!);
      expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
    }
  });

  it('has the roles and the words that everybody meets', () => {
    const english = new Set(words.map(([word]) => word));
    expect(NEEDED.filter((word) => !english.has(word))).toEqual([]);
    expect(cells(first).length).toBeGreaterThan(100);
  });
});

/** Other words for what the glossary has one word for: who reads two screens must not take them for two things. */
const OTHER_WORDS: Readonly<Record<string, readonly (readonly [other: string, word: string])[]>> = {
  ur: [
    ['عنصر', 'second factor'],
    ['اجرا کا مجاز', 'releaser'],
    ['ورژن', 'version'],
    ['آئٹم', 'item'],
    ['ایک شریک', 'partner'],
  ],
  zh: [
    ['第二验证因素', 'second factor'],
    ['发布审批员', 'releaser'],
    ['联络官', 'liaison officer'],
    ['值班人员', 'duty officer'],
    ['点名', 'named person'],
    ['伙伴', 'partner'],
    ['合作单位', 'partner'],
    ['单位', 'team or organization'],
    ['保密期', 'embargo'],
    ['发送范围', 'audience'],
    ['威胁指标', 'indicator'],
    ['核实', 'verification'],
    ['TLP 标签', 'label'],
  ],
};

describe('messages', () => {
  it.each([
    ['ur', ur],
    ['zh', zh],
  ] as const)('say one thing by one word in %s', (language, catalogue) => {
    const said = Object.entries(catalogue).flatMap(([screen, messages]) =>
      Object.entries(messages).map(([name, message]): [string, string] => [`${screen}.${name}`, message]),
    );
    const astray = OTHER_WORDS[language]!.flatMap(([other, word]) =>
      said.filter(([, message]) => message.includes(other)).map(([key]) => `${key}: ${other} for ${word}`),
    );
    expect(astray).toEqual([]);
  });
});
