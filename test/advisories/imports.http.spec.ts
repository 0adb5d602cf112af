import { createHash } from 'node:crypto';
import { addedToHouseLog, type World } from '../cast';
import { isProblem } from '../cast/bad-input';
import {
  advisoryWorld,
  bytesOf,
  Desk,
  label,
  ownDocument,
  PATH,
  type Report,
  trackingOf,
} from './advisory-world';
import { invented } from './csaf/documents';

let world: World;
let desk: Desk;
beforeAll(async () => {
  world = await advisoryWorld();
  desk = new Desk(world);
});
afterAll(() => world.close());

const show = async (id: string) => (await world.as('pkcert-auditor').get(`${PATH}/${id}`)).body;
const count = async () => {
  const [row] = await world.owner.query<{ n: number }[]>('SELECT count(*)::int AS n FROM item_version');
  return row!.n;
};
const refusedFor = async (document: Buffer, query = '') => {
  const before = await count();
  const answer = await desk.sendDocument(document, query);
  expect({ status: answer.status, code: answer.body.type, problem: isProblem(answer) }).toEqual({
    status: 422,
    code: '/problems/csaf/invalid',
    problem: true,
  });
  expect(await count()).toBe(before);
  return answer.body.errors as { field: string; rule: string; message: string }[];
};
const vulnerable = {
  vulnerabilities: [
    {
      cve: 'CVE-2026-10001',
      notes: [{ category: 'description', text: 'Invented.' }],
      product_status: { known_affected: ['P-1'] },
      scores: [
        {
          products: ['P-1'],
          cvss_v3: {
            version: '3.1',
            vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
            baseScore: 9.8,
            baseSeverity: 'CRITICAL',
          },
        },
      ],
    },
  ],
  product_tree: { full_product_names: [{ product_id: 'P-1', name: 'Larkspur mail gateway' }] },
};

describe('an imported document', () => {
  test('is kept byte for byte, with what it says of itself, and is on the record', async () => {
    const bytes = bytesOf(
      ownDocument(
        {
          title: 'Flaw in a gateway',
          ...label('GREEN'),
          lang: 'en',
          notes: [
            { category: 'summary', text: 'In short.' },
            { category: 'details', text: 'At length.' },
          ],
          references: [
            { summary: 'Vendor', url: 'https://vendor.example' },
            { summary: 'Mail', url: 'mailto:someone@vendor.example' },
          ],
          tracking: trackingOf('PKCERT-2026-10', 1),
        },
        vulnerable,
      ),
    );
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    let report: Report;
    const entries = await addedToHouseLog(world, 'pkcert', async () => {
      report = await desk.import(bytes);
    });
    expect(report!).toEqual({
      outcome: 'accepted',
      advisory: expect.any(String),
      version: 1,
      findings: [],
      notes: [],
    });
    const advisory = await show(report!.advisory);
    expect(advisory).toMatchObject({
      title: 'Flaw in a gateway',
      tracking_id: 'PKCERT-2026-10',
      third_party: false,
      findings: [],
      source: {
        publisher_namespace: 'https://pkcert.example',
        publisher_name: 'PKCERT (demonstration)',
        tracking_id: 'PKCERT-2026-10',
        tracking_version: '1',
        tracking_status: 'final',
        sha256,
      },
    });
    expect(advisory.versions).toMatchObject([
      {
        summary: 'In short.',
        details: 'At length.',
        references: [{ summary: 'Vendor', url: 'https://vendor.example' }],
        cves: ['CVE-2026-10001'],
        lang: 'en',
        handling: {
          tlp: 'GREEN',
          information_type: 'vulnerability_published',
          severity: 'critical',
          categories: [],
          sectors: [],
          audience: { include: [], exclude: [] },
        },
      },
    ]);
    const csaf = await world.as('pkcert-auditor').get(`${PATH}/${report!.advisory}/csaf`);
    expect(csaf.text).toBe(bytes.toString());
    expect(entries).toMatchObject([
      { kind: 'advisory/imported', shared: { sha256, tracking_id: 'PKCERT-2026-10', version: 1 } },
    ]);
  });

  test('without a label is the owner’s alone, and its import says so', async () => {
    const report = await desk.import(ownDocument({ tracking: trackingOf('PKCERT-2026-11', 1) }));
    expect(report.notes).toMatchObject([{ rule: 'accord unlabelled', path: '/document/distribution/tlp' }]);
    const advisory = await show(report.advisory);
    expect(advisory.versions[0].handling).toMatchObject({ tlp: null, information_type: null });
    const release = await desk.release(report.advisory, 1);
    expect(release.body.type).toBe('/problems/release/unlabelled');
  });

  test('of another publisher stays with its owner unless it is CLEAR, whatever it is labelled later', async () => {
    const { advisory, ...report } = await desk.import(
      invented('2.1', { tracking: trackingOf('CORVIA-1', 1) }),
    );
    expect(report.notes).toMatchObject([{ rule: 'accord third-party' }]);
    expect(await show(advisory)).toMatchObject({ third_party: true, findings: report.notes });
    const labels = { information_type: 'threat_report', categories: ['other/other'], sectors: ['other'] };
    await desk.change(advisory, { base: 1, handling: { ...labels, audience: { include: 'partners' } } });
    expect((await desk.release(advisory, 2)).body.type).toBe('/problems/release/third-party');

    const bare = await desk.import(invented('2.0', { tracking: trackingOf('CORVIA-2', 1) }));
    await desk.change(bare.advisory, { base: 1, handling: { ...labels, tlp: 'CLEAR' } });
    expect((await desk.release(bare.advisory, 2, true)).body.type).toBe('/problems/release/third-party');

    const clear = await desk.import(
      invented('2.0', { ...label('WHITE'), tracking: trackingOf('CORVIA-3', 1) }),
    );
    expect(clear.notes).toEqual([]);
    await desk.change(clear.advisory, { base: 1, handling: labels });
    expect((await desk.release(clear.advisory, 2, true)).status).toBe(201);
  });

  test('changes only in its handling, and never in the label it bears', async () => {
    const { advisory } = await desk.import(
      ownDocument({ ...label('GREEN'), tracking: trackingOf('PKCERT-2026-12', 1) }),
    );
    const change = (body: object) => desk.change(advisory, { base: 1, ...body });
    for (const [field, body] of [
      ['title', { title: 'Better' }],
      ['summary', { summary: 'Better' }],
      ['details', { details: null }],
      ['cves', { cves: [] }],
      ['handling.tlp', { handling: { tlp: 'CLEAR' } }],
      ['handling.tlp', { handling: { tlp: 'AMBER' } }],
    ] as const) {
      const answer = await change(body);
      expect(answer.body).toMatchObject({ status: 422, errors: [{ field, rule: 'imported' }] });
    }
    const answer = await change({ handling: { tlp: 'GREEN', sectors: ['energy'] } });
    expect(answer.body.versions[1].handling).toMatchObject({ tlp: 'GREEN', sectors: ['energy'] });
  });
});

describe('the same document again', () => {
  const version = (number: number, head = {}) =>
    bytesOf(ownDocument({ ...label('GREEN'), tracking: trackingOf('PKCERT-2026-20', number), ...head }));

  test('changes nothing', async () => {
    const first = await desk.import(version(2));
    const before = await count();
    expect(await desk.import(version(2))).toMatchObject({ ...first, outcome: 'already_known' });
    expect(await count()).toBe(before);
  });

  test('with other bytes under the same version, or older, or counted in another way, is refused', async () => {
    const errors = [
      await refusedFor(version(2, { title: 'Changed in silence' })),
      await refusedFor(version(1)),
      await refusedFor(
        version(1, {
          tracking: trackingOf('PKCERT-2026-20', 1, {
            version: '1.0.0',
            revision_history: [{ date: '2026-02-01T08:00:00Z', number: '1.0.0', summary: 'Edition' }],
          }),
        }),
      ),
    ];
    expect(errors.map(([error]) => error?.rule)).toEqual([
      'accord same-version',
      'accord older-version',
      'accord incomparable-version',
    ]);
    expect(errors[0]?.[0]?.field).toBe('/document/tracking/version');
  });

  test('with a higher version is a new version that keeps the handling given to the former', async () => {
    const handling = {
      sectors: ['energy'],
      categories: ['fraud/phishing'],
      audience: { include: ['corvia'] },
    };
    const { advisory } = await desk.import(version(2));
    await desk.change(advisory, { base: 1, handling });
    const report = await desk.import(version(3, { title: 'Third edition', ...label('AMBER') }));
    expect(report).toMatchObject({ outcome: 'accepted', advisory, version: 3 });
    const { versions, source, title } = await show(advisory);
    expect(title).toBe('Third edition');
    expect(source.tracking_version).toBe('3');
    expect(versions[2].handling).toMatchObject({ ...handling, tlp: 'AMBER' });
    // The former one is still known, so that a folder may be imported again as a whole.
    expect(await desk.import(version(2))).toMatchObject({ outcome: 'already_known', advisory, version: 1 });
  });

  test('twice at once is imported once', async () => {
    const document = ownDocument({ ...label('GREEN'), tracking: trackingOf('PKCERT-2026-21', 1) });
    const reports = await Promise.all([desk.import(document), desk.import(document)]);
    expect(reports.map(({ outcome }) => outcome).sort()).toEqual(['accepted', 'already_known']);
    expect(new Set(reports.map(({ advisory }) => advisory)).size).toBe(1);
  });

  test('is another organization’s own affair', async () => {
    const document = ownDocument({ ...label('WHITE'), tracking: trackingOf('PKCERT-2026-22', 1) });
    const mine = await desk.import(document);
    const theirs = await desk.sendDocument(document, '', 'banking-analyst');
    expect(theirs.body).toMatchObject({ outcome: 'accepted', version: 1 });
    expect(theirs.body.advisory).not.toBe(mine.advisory);
  });
});

test('a dry run reports what would happen and stores nothing', async () => {
  const document = bytesOf(ownDocument({ ...label('GREEN'), tracking: trackingOf('PKCERT-2026-30', 1) }));
  const before = await count();
  const dry = await desk.sendDocument(document, '?dry_run=true');
  expect(dry.body).toEqual({ outcome: 'accepted', version: 1, findings: [], notes: [] });
  expect(await count()).toBe(before);
  await refusedFor(Buffer.from('{}'), '?dry_run=true');
  expect((await desk.sendDocument(document, '?dry_run=yes')).status).toBe(422);
  expect((await desk.sendDocument(document, '?dryrun=true')).status).toBe(422);
});

describe('a document that is faulty', () => {
  const good = bytesOf(ownDocument({ tracking: trackingOf('PKCERT-2026-40', 1) })).toString();

  test.each<[string, Buffer, string]>([
    ['nothing at all', Buffer.from(''), 'json syntax'],
    ['no JSON', Buffer.from('<csaf/>'), 'json syntax'],
    ['half a document', Buffer.from(good.slice(0, 200)), 'json syntax'],
    ['another encoding', Buffer.from(`\ufeff${good}`, 'utf16le'), 'json encoding'],
    ['a byte order mark', Buffer.from(`\ufeff${good}`), 'json encoding'],
    [
      'a name that occurs twice',
      Buffer.from(good.replace('"document"', '"document":{},"document"')),
      'json duplicate',
    ],
    ['no CSAF', Buffer.from('[]'), 'csaf schema'],
    ['another version of CSAF', Buffer.from(good.replace('"2.0"', '"1.2"')), 'csaf schema'],
    ['a broken rule', Buffer.from(good.replace('"version": "1"', '"version": "2"')), 'csaf 6.1.16'],
    ['a null byte', Buffer.from(good.replace('Larkspur', 'Lark\\u0000spur')), 'json text'],
    ['nesting without end', Buffer.from('['.repeat(100_000)), 'json depth'],
    [
      'an id that no index takes',
      Buffer.from(good.replaceAll('PKCERT-2026-40', 'x'.repeat(1001))),
      'accord length',
    ],
  ])('is refused for %s', async (_, bytes, rule) => {
    expect((await refusedFor(bytes)).map((error) => error.rule)).toContain(rule);
  });

  test('that is larger than 16 MiB is not read at all', async () => {
    const answer = await desk.sendDocument(Buffer.alloc(16 * 1024 * 1024 + 1, ' '));
    expect({ status: answer.status, problem: isProblem(answer) }).toEqual({ status: 413, problem: true });
  });

  test('only in its endless title is taken in, and the title shortened for lists', async () => {
    const title = `Long\t${'ä'.repeat(600)}`;
    const document = ownDocument({ title, tracking: trackingOf('PKCERT-2026-41', 1) });
    const { advisory } = await desk.import(document);
    const shown = await show(advisory);
    expect(shown.title).toBe(`Long ${'ä'.repeat(494)}…`);
    const csaf = await world.as('pkcert-auditor').get(`${PATH}/${advisory}/csaf`);
    expect(csaf.body.document.title).toBe(title);
  });
});
