import type { Response } from 'supertest';
import type { PersonKey, World } from '../cast';
import type { DecisionView, PreviewView, ReplayView } from '../../src/disclosure';

export const DECISIONS = '/api/v1/decisions';

/** Asks the questions of PKCERT's people over HTTP. */
export class Desk {
  constructor(
    private readonly world: World,
    private readonly person: PersonKey = 'pkcert-liaison',
  ) {}

  ask(question: string, query: object): PromiseLike<Response> {
    return this.world.as(this.person).get(`${DECISIONS}/${question}`).query(query);
  }

  private async answer(question: string, query: object): Promise<unknown> {
    const { status, text, body } = await this.ask(question, query);
    if (status !== 200) throw new Error(`${question} ${JSON.stringify(query)}: ${status} ${text}`);
    return body;
  }

  explain(item: string, team: string, version?: number, how: object = {}): Promise<DecisionView> {
    return this.answer('explain', { item, team, version, ...how }) as Promise<DecisionView>;
  }

  replay(item: string, team: string, at: string, version?: number, how: object = {}): Promise<ReplayView> {
    return this.answer('replay', { item, team, at, version, ...how }) as Promise<ReplayView>;
  }

  preview(item: string, query: object = {}): Promise<PreviewView> {
    return this.answer('preview', { item, ...query }) as Promise<PreviewView>;
  }
}
