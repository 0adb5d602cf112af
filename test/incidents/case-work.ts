import type { Response } from 'supertest';
import type { PersonKey, World } from '../cast';

/** An id that nothing has. */
export const UNKNOWN = '01890000-0000-7000-8000-000000000000';

export const AWARE = '2026-03-02T11:30:00+05:00';

/** The labels of a case that may be released to the teams named. */
export const labels = (include: 'partners' | string[], change: object = {}) => ({
  tlp: 'GREEN',
  information_type: 'incident_summary',
  categories: ['fraud/phishing'],
  sectors: ['banking'],
  severity: 'high',
  audience: { include },
  ...change,
});

/** Fails on any answer but the one expected. */
export function done(answer: Response, status = 201): Response['body'] {
  if (answer.status !== status) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}

/** What constituents and PKCERT's people do with reports and cases; each step fails unless it is done. */
export const work = (world: World) => ({
  async file(change: object = {}, person: PersonKey = 'banking-analyst'): Promise<Response['body']> {
    const report = { title: 'Phishing of customers', aware_at: AWARE, ...change };
    return done(await world.as(person).post('/api/v1/reports').send(report));
  },
  /** The case that a report belongs to, as PKCERT knows it. */
  async caseOf(report: { id: string }): Promise<string> {
    return done(await world.as('pkcert-analyst').get(`/api/v1/reports/${report.id}`), 200).incident;
  },
  async answer(report: { id: string }, status: string, answer = 'We are on it.'): Promise<void> {
    const body = { status, answer };
    done(await world.as('pkcert-analyst').post(`/api/v1/reports/${report.id}/answers`).send(body));
  },
  async open(change: object = {}): Promise<string> {
    const body = { title: 'Own case', summary: 'Found by us.', ...change };
    return done(await world.as('pkcert-analyst').post('/api/v1/incidents').send(body)).id;
  },
  async change(id: string, body: object, person: PersonKey = 'pkcert-analyst'): Promise<Response['body']> {
    return done(await world.as(person).post(`/api/v1/incidents/${id}/versions`).send(body));
  },
  async note(id: string, note: string): Promise<void> {
    done(await world.as('pkcert-analyst').post(`/api/v1/incidents/${id}/notes`).send({ note }));
  },
  async release(id: string, version: number, change: object = {}): Promise<Response['body']> {
    const body = { version, ...change };
    return done(await world.as('pkcert-releaser').post(`/api/v1/incidents/${id}/release`).send(body));
  },
  async show(id: string): Promise<Response['body']> {
    return done(await world.as('pkcert-analyst').get(`/api/v1/incidents/${id}`), 200);
  },
});
