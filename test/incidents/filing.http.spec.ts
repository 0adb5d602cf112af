import { addedToHouseLog, startWorld, type World } from '../cast';
import { AWARE, UNKNOWN, work } from './case-work';

let world: World;
let desk: ReturnType<typeof work>;
beforeAll(async () => {
  world = await startWorld();
  desk = work(world);
});
afterAll(() => world.close());

describe('filing a report', () => {
  test('is for constituents; a national CERT is told to open a case', async () => {
    const answer = await world
      .as('pkcert-analyst')
      .post('/api/v1/reports')
      .send({ title: 'Mine', aware_at: AWARE });
    expect([answer.status, answer.body.type]).toEqual([403, '/problems/report/no-recipient']);
    expect(answer.body.detail).toContain('POST /api/v1/incidents');
  });

  test('opens a case of the national CERT, whose first version has the reporter’s person as its author', async () => {
    const report = await desk.file({ title: 'Ransomware', description: 'Three branches are down.' });
    const { versions, created_by, reports } = await desk.show(await desk.caseOf(report));
    const zainab = { name: 'Zainab Malik (invented)', organization: 'banking' };
    expect(created_by).toEqual(zainab);
    expect(versions).toEqual([
      expect.objectContaining({
        version: 1,
        authors: [zainab],
        title: 'Ransomware',
        summary: 'Three branches are down.',
        details: null,
        handling: expect.objectContaining({ tlp: null, audience: { include: [], exclude: [] } }),
      }),
    ]);
    expect(reports.map(({ id }: { id: string }) => id)).toEqual([report.id]);
  });

  test('joins the case of the report that it follows', async () => {
    const first = await desk.file();
    const second = await desk.file({ title: 'More of it', follows: first.id });
    expect(second.follows).toBe(first.id);
    expect(await desk.caseOf(second)).toBe(await desk.caseOf(first));
    const { version, reports } = await desk.show(await desk.caseOf(first));
    expect([version, reports.length]).toEqual([1, 2]);
  });

  test.each(['another constituent’s report', 'no report', 'no id'])('cannot follow %s', async (what) => {
    const other = await desk.file({}, 'energy-analyst');
    const follows = { 'another constituent’s report': other.id, 'no report': UNKNOWN, 'no id': 'x' }[what];
    const answer = await world
      .as('banking-analyst')
      .post('/api/v1/reports')
      .send({ title: 'More of it', aware_at: AWARE, follows });
    expect([answer.status, answer.body.errors[0].field]).toEqual([422, 'follows']);
  });

  test('stands in the house logs of both, without the case', async () => {
    let report: { id: string };
    let toPkcert: unknown;
    const toBanking = await addedToHouseLog(world, 'banking', async () => {
      toPkcert = await addedToHouseLog(world, 'pkcert', async () => {
        report = await desk.file();
      });
    });
    const shared = {
      by: world.people['banking-analyst'],
      reporter: 'banking',
      recipient: 'pkcert',
      report: report!.id,
      aware_at: new Date(AWARE).toISOString(),
    };
    expect(toBanking).toEqual([{ kind: 'report-filed', shared }]);
    expect(toPkcert).toEqual(toBanking);
  });

  test('keeps text in Unicode’s composed form', async () => {
    const decomposed = 'Re\u0301seau'; // e and a combining acute accent
    const report = await desk.file({ title: decomposed, description: decomposed });
    expect([report.title, report.description]).toEqual(['R\u00e9seau', 'R\u00e9seau']);
  });
});
