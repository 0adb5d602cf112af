import { Injectable } from '@nestjs/common';
import { type FieldError, Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import type { ItemRow } from '../items/item.entity';
import { ReleaseItem } from '../items/release-item';
import { KeepStandingRules } from './keep-standing-rules';
import { brokenBounds, releaserOf, stateOf } from '../rules/standing-rule';
import { StandingRulesStore } from './standing-rules.store';

/** What of a version a rule does not let go. */
type StandingFault = 'standing-type' | 'standing-tlp' | 'standing-partners' | 'standing-volume';
type Broken = FieldError & { rule: StandingFault };

/** Releases what two people have let go beforehand, within everything that they bounded it by. */
@Injectable()
export class ReleaseUnderRule {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly release: ReleaseItem,
    private readonly rules: KeepStandingRules,
    private readonly store: StandingRulesStore,
  ) {}

  /**
   * Never to everybody. It is the release of whichever of the two is no author of the version; who did it is kept with it,
   * and may be its author. The gate decides the rest of it, as of every release.
   * @param rule the id of a standing rule of the own organization
   * @throws Refusal `standing-rule/…` naming every bound that is broken, `release/…`, `item/changed`, `not-found`,
   *   422 for a rule that does not exist
   */
  async execute(kind: ItemRow['kind'], itemId: string, number: number, rule: string): Promise<void> {
    const { viewer } = this.transaction;
    await this.transaction.lock(`originator:${viewer.organizationId}`);
    const { version, releases } = await this.release.requireFit(kind, itemId, number, false);
    const found = await this.store.find(rule);
    if (!found)
      throw Refusal.invalid({
        ...{ field: 'rule', rule: 'standing-rule', message: 'must be a standing rule of your organization' },
      });
    const releasedAt = this.release.instantAfter(releases);
    const state = stateOf(found, releasedAt);
    if (state !== 'in_force')
      throw Refusal.conflict('standing-rule/not-in-force', `The rule lets nothing go: it is ${state}.`);
    const releasedBy = releaserOf(found, version.authors);
    if (releasedBy === null)
      throw Refusal.forbidden(
        'standing-rule/authors',
        'Both who approved the rule are authors of this version. Somebody else has to release it.',
      );
    const candidate = await this.store.candidate(version.id);
    const broken: Broken[] = brokenBounds(candidate, found, found.counted);
    if (broken.length > 0)
      throw new Refusal(
        'standing-rule/out-of-bounds',
        422,
        'The rule does not let this version go, for what stands under errors. A releaser may release it.',
        broken,
      );
    await this.release.write(version, releasedAt, { standing: { rule, releasedBy } });
    await this.store.count(rule, version.id, releasedAt);
  }
}
