import { held, unheld } from '../../../src/portal/advisories/importing/held-documents';
import { productsOf } from '../../../src/portal/advisories/reading/products';
import { receivedUnder } from '../../../src/portal/advisories/received-under';
import { defanged } from '../../../src/portal/frame/defang';
import { instantOf, localOf } from '../../../src/portal/frame/local-time';
import { wordDifference } from '../../../src/portal/frame/word-difference';

describe('an indicator in the form in which nobody opens it', () => {
  it.each([
    ['https://evil.example/a.php?x=1', 'hxxps://evil[.]example/a[.]php?x=1'],
    ['ftp://192.0.2.7', 'fxp://192[.]0[.]2[.]7'],
    ['somebody@evil.example', 'somebody[@]evil[.]example'],
    ['2001:db8::1', '2001[:]db8[:]:1'],
    ['hxxp://evil[.]example', 'hxxp://evil[.]example'],
    ['d41d8cd98f00b204e9800998ecf8427e', 'd41d8cd98f00b204e9800998ecf8427e'],
  ])('%s is %s', (raw, safe) => {
    expect(defanged(raw)).toBe(safe);
  });
});

describe('a time by the clock of a zone', () => {
  it.each([
    ['Asia/Karachi', '2026-06-01T12:00', '2026-06-01T07:00:00.000Z'],
    ['UTC', '2026-06-01T12:00', '2026-06-01T12:00:00.000Z'],
    ['Europe/Vienna', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
    ['Europe/Vienna', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ])('in %s %s is %s', (zone, local, instant) => {
    expect(instantOf(zone, local)).toBe(instant);
  });

  it('is shown as it was typed', () => {
    expect(localOf('Asia/Karachi', '2026-06-01T07:00:00.000Z')).toBe('2026-06-01T12:00');
    expect(instantOf('UTC', 'soon')).toBeUndefined();
  });
});

it('what an answer rests on is read from its headers, whatever letters a clause has', () => {
  const basis = 'grant;agreement="PK-CN";terms=2;clause=%"%e7%ac%ac4%e6%9d%a1"';
  const [one, other] = ['"PK-CN-A1";terms=1;clause=%"Annex, 1"', '"PK-CN-A2";terms=3;clause=%"2"'];
  const headers = (more: Record<string, string>) => new Headers(more);
  expect(receivedUnder(headers({ 'accord-basis': basis }))).toEqual({
    ...{ basis: 'grant', agreement: 'PK-CN', terms: 2, clause: '第4条', instruments: [] },
  });
  expect(
    receivedUnder(
      headers({
        ...{ 'accord-basis': basis, 'accord-instruments': `${one}, ${other}` },
        'accord-national-level': '%"%e5%86%85%e9%83%a8"',
      }),
    ),
  ).toMatchObject({
    instruments: [
      { agreement: 'PK-CN-A1', terms: 1, clause: 'Annex, 1' },
      { agreement: 'PK-CN-A2', terms: 3, clause: '2' },
    ],
    level: '内部',
  });
  expect(receivedUnder(headers({ 'accord-basis': 'public' }))).toMatchObject({ basis: 'public' });
  expect(receivedUnder(headers({}))).toBeUndefined();
});

it('words are compared where no spaces separate them', () => {
  const changed = wordDifference('发现恶意软件', '发现恶意代码', 'zh').filter(
    ({ added, removed }) => added || removed,
  );
  expect(changed.map(({ value }) => value).join('')).not.toContain('发现');
});

it('a document is held by the page as it was sent, and nothing else is taken for one', () => {
  const document = { name: 'بینک 1:2.json', bytes: Buffer.from('{"a":"ب"}') };
  expect(unheld(held(document))).toEqual(document);
  expect(unheld('x:nothing')).toBeUndefined();
});

it('products are found wherever a CSAF document names them', () => {
  const document = {
    product_tree: {
      branches: [{ branches: [{ product: { product_id: 'P1', name: 'Gateway 1' } }] }],
      full_product_names: [{ product_id: 'P2', name: 'Gateway 2' }],
    },
    vulnerabilities: [{ cve: 'CVE-2026-10001', product_status: { fixed: ['P2'], known_affected: ['P1'] } }],
  };
  expect(productsOf(document).toSorted((one, other) => one.id.localeCompare(other.id))).toEqual([
    { id: 'P1', name: 'Gateway 1', statuses: [{ status: 'known_affected', of: 'CVE-2026-10001' }] },
    { id: 'P2', name: 'Gateway 2', statuses: [{ status: 'fixed', of: 'CVE-2026-10001' }] },
  ]);
  expect(productsOf('nothing')).toEqual([]);
});
