import { createHash } from 'node:crypto';
import { addedToHouseLog, type World } from '../cast';
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
import { VULNERABLE } from './import-samples';

let world: World;
let desk: Desk;
beforeAll(async () => {
  world = await advisoryWorld();
  desk = new Desk(world);
});
afterAll(() => world.close());

const show = async (id: string) => (await world.as('pkcert-auditor').get(`${PATH}/${id}`)).body;

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
        VULNERABLE,
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
      invented('2.0', { ...label('AMBER'), tracking: trackingOf('CORVIA-1', 1) }),
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
      ['parts', { parts: [{ kind: 'statement', title: 'Ours', text: 'Ours.' }] }],
      ['parts', { parts: [] }],
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

test('an endless title is shortened for lists and kept in the document', async () => {
  const title = `Long\t${'ä'.repeat(600)}`;
  const document = ownDocument({ title, tracking: trackingOf('PKCERT-2026-41', 1) });
  const { advisory } = await desk.import(document);
  const shown = await show(advisory);
  expect(shown.title).toBe(`Long ${'ä'.repeat(494)}…`);
  const csaf = await world.as('pkcert-auditor').get(`${PATH}/${advisory}/csaf`);
  expect(csaf.body.document.title).toBe(title);
});

describe('the same document again', () => {
  const version = (number: number, head = {}) =>
    bytesOf(ownDocument({ ...label('GREEN'), tracking: trackingOf('PKCERT-2026-20', number), ...head }));

  test('changes nothing', async () => {
    const first = await desk.import(version(2));
    const before = await desk.stored();
    expect(await desk.import(version(2))).toMatchObject({ ...first, outcome: 'already_known' });
    expect(await desk.stored()).toBe(before);
  });

  test('with other bytes under the same version, or older, or counted in another way, is refused', async () => {
    const errors = [
      await desk.refusal(version(2, { title: 'Changed in silence' })),
      await desk.refusal(version(1)),
      await desk.refusal(
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
  const before = await desk.stored();
  const dry = await desk.sendDocument(document, '?dry_run=true');
  expect(dry.body).toEqual({ outcome: 'accepted', version: 1, findings: [], notes: [] });
  expect(await desk.stored()).toBe(before);
  await desk.refusal(Buffer.from('{}'), '?dry_run=true');
  expect((await desk.sendDocument(document, '?dry_run=yes')).status).toBe(422);
  expect((await desk.sendDocument(document, '?dryrun=true')).status).toBe(422);
});
