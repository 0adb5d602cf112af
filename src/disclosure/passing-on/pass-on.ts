import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { SharingRecord } from '../../record';
import { type ContentEntry, hasContent } from '../feed-entry';
import { FeedStore } from '../feed.store';
import { type CitedGrant, Gate } from '../gate';
import { type OutOfReach, outOfReach } from '../rules/passing-on';
import type { Question } from '../rules/question';
import type { PassingProblem, PassingReport, PassingResult, PassOnBody } from './passing-on.dto';
import { type Constituent, PassingOnStore } from './passing-on.store';

interface Held {
  entry: ContentEntry;
  grant: CitedGrant;
}

const count = (results: readonly PassingResult[], wanted: PassingResult['outcome']) =>
  results.filter(({ outcome }) => outcome === wanted).length;

/** A team passes on to its constituents what it has under an agreement, as far as that lets it (D-20). */
@Injectable()
export class PassOn {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: PassingOnStore,
    private readonly feed: FeedStore,
    private readonly gate: Gate,
    private readonly record: SharingRecord,
  ) {}

  /** @throws Refusal `not-found` for what the team does not see now, `passing-on/public`, 422 for what is no constituent */
  async run({ item: asked, to }: PassOnBody): Promise<PassingReport> {
    const item = asked.toLowerCase();
    const constituents = await this.constituents(to);
    const held = await this.held(item);
    const { item_id: itemId } = held.entry;
    const question = await this.question(held);
    const open = await this.store.open(itemId);
    const results: PassingResult[] = [];
    for (const one of constituents) results.push(await this.one(itemId, one, question, open));
    await this.writeDown(item, held, results);
    return {
      item,
      passed_on: count(results, 'passed_on'),
      already: count(results, 'already'),
      refused: count(results, 'refused'),
      results,
    };
  }

  private async constituents(handles: readonly string[]): Promise<Constituent[]> {
    const found = new Map((await this.store.constituents(handles)).map((one) => [one.handle, one]));
    const faults = handles.flatMap((handle, n) => (found.has(handle) ? [] : [notOne(n)]));
    if (faults.length > 0) throw Refusal.invalid(...faults);
    return handles.map((handle) => found.get(handle)!);
  }

  /** The item as the team sees it at this instant, by the same gate as its documents. */
  private async held(externalId: string): Promise<Held> {
    const { organizationId: team } = this.transaction.viewer;
    // A new reader has its intervals written; a release meanwhile is not missed. In this order, as everywhere.
    await this.transaction.lock('intervals');
    const owner = await this.store.ownerOf(externalId);
    if (owner === undefined) throw Refusal.notFound();
    await this.transaction.lock(`originator:${owner}`);
    await this.feed.drain(team);
    const entry = await this.feed.behind(team, externalId);
    const [judged] = await this.gate.judge(team, entry && hasContent(entry) ? [entry] : [], () => 'content');
    if (!judged) throw Refusal.notFound();
    const { grant } = judged;
    if (!grant)
      throw Refusal.conflict('passing-on/public', 'Everybody may read this item, your constituents too.');
    return { entry: judged.entry, grant };
  }

  private async question({ entry }: Held): Promise<Question> {
    return {
      ...(await this.store.weighed(entry.item_version_id, entry.owner_id)),
      reader: this.transaction.viewer.organizationId,
      parent: null,
      person: null,
      at: this.transaction.at.getTime(),
      subject: 'content',
      received: false,
      // By which channel and for what a constituent reads it is asked when it does.
      ...{ channel: null, purpose: null },
    };
  }

  private async one(
    itemId: string,
    constituent: Constituent,
    question: Question,
    open: ReadonlyMap<string, string>,
  ): Promise<PassingResult> {
    const { id, handle: to } = constituent;
    const standing = open.get(id);
    if (standing !== undefined) return { to, outcome: 'already', id: standing, problem: null };
    const far = outOfReach(question, id);
    if (far) return { to, outcome: 'refused', id: null, problem: problemOf(to, far) };
    return { to, outcome: 'passed_on', id: await this.store.add(itemId, constituent), problem: null };
  }

  private async writeDown(item: string, { entry, grant }: Held, results: readonly PassingResult[]) {
    const passed = results.filter(({ outcome }) => outcome === 'passed_on');
    if (passed.length === 0) return;
    await this.record.appendToOwnHouse('passed-on', {
      item,
      item_type: entry.item_kind,
      to: passed.map(({ to, id }) => ({ constituent: to, passing_on: id })),
      agreement: grant.facts.terms.agreement,
      terms_version: grant.facts.terms.number,
      clause: grant.facts.clause,
      by: this.transaction.person,
    });
  }
}

function problemOf(to: string, { rule, says }: OutOfReach): PassingProblem {
  const refusal = Refusal.conflict('passing-on/out-of-reach', `It may not reach ${to}: ${says}.`);
  return { type: `/problems/${refusal.code}`, status: refusal.status, detail: refusal.detail, rule };
}

const notOne = (n: number) => ({
  field: `to.${n}`,
  rule: 'constituent',
  message: 'must be the handle of a constituent of your organization',
});
