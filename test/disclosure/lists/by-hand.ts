import { at, ORIGINATORS, VALUES } from './many-items';

/** What a reader can find out about an item by reading it. */
export interface Known {
  id: string;
  reference: string;
  title: string;
  summary: string;
  tlp: string | null;
  information_type: string | null;
  categories: string[];
  sectors: string[];
  severity: string | null;
  cves: string[];
  originator: string;
  released_to_you: string;
  created_at: string;
  changed_at: string;
}

/** A filter: the parameters that ask for it, and which items it leaves. */
export interface Filter {
  name: string;
  asks: Record<string, string>;
  leaves: (item: Known) => boolean;
}

const wordsOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Script=Han}/gu, ' $& ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
function says(item: Known, text: string): boolean {
  const words = new Set(wordsOf(`${item.title} ${item.summary} ${item.reference}`));
  return wordsOf(text).every((word) => words.has(word));
}
const TEXTS = [
  'PHISHING',
  'follows loader',
  '邮件',
  'überfall banken',
  'مہم',
  'xyzzy',
  'plugh',
  'no. 14',
  'phish',
];

const between = (name: 'released_to_you' | 'created' | 'updated', from: number, to: number): Filter => {
  const [low, high] = [at(from), at(to)];
  const field = { released_to_you: 'released_to_you', created: 'created_at', updated: 'changed_at' } as const;
  // Microseconds are cut off: the bounds are whole seconds.
  const within = (item: Known) => {
    const instant = Date.parse(item[field[name]]);
    return instant >= Date.parse(low) && instant < Date.parse(high);
  };
  return { name, asks: { [`${name}_from`]: low, [`${name}_to`]: high }, leaves: within };
};
const label = (name: string, value: string, leaves: Filter['leaves']): Filter => ({
  name,
  asks: { [name]: value },
  leaves,
});

/** The filters of a list, each with some values; what is asked of the whole list decides about the last of them. */
export function filtersOf(scope: 'received' | 'own', whole: readonly Known[]): Filter[][] {
  const some = whole[Math.floor(whole.length / 2)]!;
  const tlps = scope === 'own' ? [...VALUES.tlp, 'unlabelled'] : VALUES.tlp;
  const times =
    scope === 'own'
      ? [
          [between('created', 9, 30), between('created', 30, 33)],
          [between('updated', 0, 40), between('updated', 304, 330)],
        ]
      : [
          [between('released_to_you', 303, 331), between('released_to_you', 331, 1001)],
          ORIGINATORS.map((handle) => label('originator', handle, (item) => item.originator === handle)),
        ];
  return [
    ...times,
    tlps.map((tlp) => label('tlp', tlp, (item) => (item.tlp ?? 'unlabelled') === tlp)),
    VALUES.type.map((type) => label('type', type, (item) => item.information_type === type)),
    VALUES.category.map((category) =>
      label('category', category, (item) => item.categories.includes(category)),
    ),
    VALUES.sector.map((sector) => label('sector', sector, (item) => item.sectors.includes(sector))),
    VALUES.severity.map((severity) => label('severity', severity, (item) => item.severity === severity)),
    VALUES.cve.map((cve) => label('cve', cve.toLowerCase(), (item) => item.cves.includes(cve))),
    TEXTS.map((text) => label('text', text, (item) => says(item, text))),
    [
      label('reference', some.reference.toLowerCase(), (item) => item.reference === some.reference),
      {
        name: 'reference',
        asks: { text: some.reference },
        leaves: (item) => item.reference === some.reference,
      },
    ],
  ];
}

/** Every choice of up to three filters; which of its values each has changes from choice to choice. */
export function combinations(filters: readonly Filter[][]): Filter[][] {
  let turn = 0;
  const value = (filter: readonly Filter[]) => filter[turn++ % filter.length]!;
  const chosen: Filter[][] = filters.flatMap((filter) => filter.map((one) => [one]));
  for (let a = 0; a < filters.length; a += 1)
    for (let b = a + 1; b < filters.length; b += 1) {
      chosen.push([value(filters[a]!), value(filters[b]!)]);
      for (let c = b + 1; c < filters.length; c += 1)
        chosen.push([value(filters[a]!), value(filters[b]!), value(filters[c]!)]);
    }
  // Two values of one parameter cannot be asked for at once.
  return chosen.filter(
    (all) =>
      new Set(all.flatMap(({ asks }) => Object.keys(asks))).size ===
      all.flatMap(({ asks }) => Object.keys(asks)).length,
  );
}

/** The parameters that ask for all of these filters. */
export const asked = (filters: readonly Filter[]): Record<string, string> =>
  Object.assign({}, ...filters.map(({ asks }) => asks)) as Record<string, string>;
