import type { DataSource } from 'typeorm';
import { newId } from '../../src/platform/ids';
import { type Hands, insertRow, time } from './given-rows';
import type { GivenItem } from './given-world';

const HOUR = 3_600_000;

/** Writes what an item hangs on: requests that it answers, consents of its source, to whom it is passed on. */
export class GivenConditions {
  constructor(
    private readonly owner: DataSource,
    private readonly hands: Hands,
  ) {}

  async of(
    item: string,
    { owner, requested = [], consents = [], victimConsents = [], onward = [], passedOn = [] }: GivenItem,
  ): Promise<void> {
    for (const one of requested) await this.request(item, owner, one);
    for (const one of consents) await this.consent(item, owner, { giver: 'source', ...one });
    for (const one of victimConsents) await this.consent(item, owner, { giver: 'victim', ...one });
    for (const one of onward) await this.onward(item, owner, one);
    for (const one of passedOn) await this.passing(item, one);
  }

  private async request(
    item: string,
    owner: string,
    { by, from, until }: Required<GivenItem>['requested'][0],
  ) {
    const id = newId();
    await insertRow(this.owner, 'information_request', {
      id,
      requester_id: by,
      addressee_id: owner,
      subject: 'asked in a test',
      asked_at: time(from - HOUR),
      asked_by: this.hands.author(by),
      open_until: time(until),
    });
    await insertRow(this.owner, 'information_request_answer', {
      request_id: id,
      item_id: item,
      owner_id: owner,
      answered_at: time(from),
      answered_by: this.hands.releaser(owner),
    });
  }

  private async consent(
    item: string,
    owner: string,
    given: Required<GivenItem>['consents'][0] & { giver: string; victim?: string },
  ) {
    const id = newId();
    const { giver, victim = null, scope, team, from, until } = given;
    await insertRow(this.owner, 'item_consent', {
      id,
      item_id: item,
      owner_id: owner,
      ...{ giver, given_by: 'Somebody in a test', victim },
      scope,
      team_id: team,
      valid_from: time(from),
      valid_until: time(until),
      evidence_sha256: Buffer.alloc(32),
      recorded_at: time(from),
      recorded_by: this.hands.author(owner),
    });
    await insertRow(this.owner, 'item_consent_confirmation', {
      consent_id: id,
      confirmed_at: time(from),
      confirmed_by: this.hands.releaser(owner),
    });
  }

  private async onward(item: string, owner: string, { by, from, until }: Required<GivenItem>['onward'][0]) {
    const id = newId();
    await insertRow(this.owner, 'consent_request', {
      ...{ id, requester_id: by, originator_id: owner, source_item_id: item, source_kind: 'advisory' },
      scope: 'constituents',
      why: 'asked in a test',
      wanted_until: time(until),
      open_until: time(from + HOUR),
      asked_at: time(from - HOUR),
      asked_by: this.hands.author(by),
    });
    await insertRow(this.owner, 'consent_request_end', {
      ...{ request_id: id, outcome: 'granted', at: time(from) },
      ...{ recorded_by: this.hands.releaser(owner), recorded_by_org: owner },
    });
    await insertRow(this.owner, 'consent_grant', {
      ...{ request_id: id, scope: 'constituents', as_asked: true, valid_until: time(until) },
    });
  }

  private async passing(item: string, { by, to, from, until }: Required<GivenItem>['passedOn'][0]) {
    const id = newId();
    const recorded_by = this.hands.author(by);
    await insertRow(this.owner, 'passing_on', {
      ...{ id, item_id: item, parent_id: by, constituent_id: to },
      at: time(from),
      recorded_by,
    });
    if (until !== null)
      await insertRow(this.owner, 'passing_on_end', { passing_on_id: id, at: time(until), recorded_by });
  }
}
