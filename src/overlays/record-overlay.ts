import { Injectable } from '@nestjs/common';
import { onlyNarrows, type OverlayRestriction } from '../disclosure';
import { Organizations } from '../organizations';
import { Refusal } from '../platform/refusal';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { SharingRecord } from '../record';
import type { OverlayVersion } from './overlay';
import type { OverlayBody, RestrictionDto } from './overlays.dto';
import { OverlaysStore } from './overlays.store';

const restrictionOf = (given: RestrictionDto): OverlayRestriction => ({
  clause: given.clause,
  direction: given.direction,
  informationTypes: given.information_types,
  leastTlp: given.least_tlp ?? null,
  countries: given.countries ?? [],
  public: given.public ?? false,
});

/**
 * Records what the law of the own country withholds. What only narrows counts at once: it can do no more than hold
 * back. What lets go something that is withheld now waits for a second person.
 */
@Injectable()
export class RecordOverlay {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly organizations: Organizations,
    private readonly store: OverlaysStore,
    private readonly record: SharingRecord,
  ) {}

  /** @throws Refusal `overlay/not-a-cert`, `overlay/changed` */
  async run({ base, law, source, effective_on, restrictions: given }: OverlayBody): Promise<OverlayVersion> {
    const { kind, country } = await this.organizations.byId(this.transaction.viewer.organizationId);
    if (kind !== 'national-cert')
      throw Refusal.forbidden('overlay/not-a-cert', 'Only a national CERT keeps a national overlay.');
    await this.store.hold();
    const [last] = await this.store.page(undefined, 1);
    if ((last?.number ?? 0) !== base)
      throw Refusal.conflict('overlay/changed', 'There is a later version than the one you build on.');
    const restrictions = given.map(restrictionOf);
    const narrows = onlyNarrows(await this.store.restrictionsInForce(), restrictions, country);
    const said = { law, source: source ?? null, effectiveOn: effective_on ?? null };
    const version = { number: base + 1, ...said, restrictions, secondPersonRequired: !narrows };
    const id = await this.store.add(version);
    if (narrows) await this.store.settle(id);
    await this.record.appendToOwnHouse('overlay/recorded', {
      by: this.transaction.person,
      ...{ version: version.number, law, restrictions },
      ...(source !== undefined && { source }),
      ...(effective_on !== undefined && { effective_on }),
      counts: narrows ? 'at once' : 'once a second person has confirmed it',
    });
    return (await this.store.find(version.number))!;
  }
}
