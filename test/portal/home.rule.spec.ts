import { perDay } from '../../src/portal/home/changes/received-chart';
import { since, visitsCookie, visitsFrom } from '../../src/portal/home/changes/since';
import { ask, type Source } from '../../src/portal/home/needs/need';
import type { Screen } from '../../src/portal/screen/screen';
import { ApiRefused } from '../../src/portal/web-api/refused';

const NOW = '2026-03-10T12:00:00.000Z';
const ANNA = '0197';
const screen = (query: Record<string, string> = {}) =>
  ({ me: { at: NOW, roles: ['analyst'] }, query }) as unknown as Screen;

describe('since when changes are shown', () => {
  const before = '2026-03-09T06:00:00.000Z';
  const visits = visitsFrom(visitsCookie({ person: ANNA, before: undefined, last: before }), ANNA, NOW);

  it('is the last visit', () => {
    expect(since(screen(), visits)).toEqual({ period: 'visit', from: before });
  });

  it('stays the visit before while she goes on', () => {
    const later = '2026-03-10T12:20:00.000Z';
    expect(visitsFrom(visitsCookie(visits), ANNA, later).before).toBe(before);
  });

  it('is seven days for who was never here, and for who comes to a browser after somebody else', () => {
    const other = visitsFrom(visitsCookie(visits), '0198', NOW);
    for (const one of [other, visitsFrom(undefined, ANNA, NOW), visitsFrom('0197|x|y', ANNA, NOW)])
      expect(since(screen(), one)).toEqual({ period: 'week', from: '2026-03-03T12:00:00.000Z' });
  });

  it('is what she chooses, and never more than 31 days', () => {
    expect(since(screen({ since: 'day' }), visits).from).toBe('2026-03-09T12:00:00.000Z');
    expect(since(screen({ since: 'for ever' }), visits).period).toBe('visit');
    const long = { person: ANNA, before: '2025-01-01T00:00:00.000Z', last: NOW };
    expect(since(screen(), long).from).toBe('2026-02-07T12:00:00.000Z');
  });
});

describe('what needs somebody', () => {
  const need = (sentence: string, rank: 0 | 1 | 2 | 3, due?: string) => ({ sentence, href: '/', rank, due });
  const source = (given: Source['ask'], roles: Source['roles'] = ['analyst']): Source => ({
    roles,
    ask: given,
  });
  const refusal = new ApiRefused({ type: '/problems/access/not-for-you', title: 'No', status: 403 });

  it('comes by urgency, then by when it is due', async () => {
    const needs = [need('later', 2), need('due', 1, NOW), need('now', 0), need('due first', 1, '2026-03-10')];
    const found = await ask(screen(), [source(() => Promise.resolve(needs))]);
    expect(found.needs.map(({ sentence }) => sentence)).toEqual(['now', 'due first', 'due', 'later']);
  });

  it('stands where another part is refused', async () => {
    const sources = [
      source(() => Promise.reject(refusal)),
      source(() => Promise.resolve([need('stands', 1)])),
    ];
    const found = await ask(screen(), sources);
    expect(found.needs.map(({ sentence }) => sentence)).toEqual(['stands']);
    expect(found.refused).toEqual([refusal]);
  });

  it('is not asked for on behalf of other roles', async () => {
    const other = source(() => Promise.reject(refusal), ['auditor']);
    expect(await ask(screen(), [other])).toEqual({ needs: [], refused: [] });
  });

  it('fails as a whole where the reader is signed out, or something breaks', async () => {
    const gone = new ApiRefused({ type: 'about:blank', title: 'Gone', status: 401 });
    for (const error of [gone, new Error('broken')])
      await expect(ask(screen(), [source(() => Promise.reject(error))])).rejects.toBe(error);
  });
});

describe('the picture of what came in', () => {
  it('has every day of the period, by the calendar of the reader', () => {
    const period = { from: '2026-03-08T12:00:00.000Z', to: NOW, zone: 'Asia/Karachi' };
    expect(perDay(['2026-03-08T23:30:00.000Z', '2026-03-10T01:00:00.000Z'], period)).toEqual([
      { day: '2026-03-08', count: 0 },
      { day: '2026-03-09', count: 1 },
      { day: '2026-03-10', count: 1 },
    ]);
  });
});
