import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { questionAt } from '../questions/as-then';
import {
  type AskedItem,
  type AskedTeam,
  type AskedVersion,
  QuestionsStore,
} from '../questions/questions.store';
import type { ItemFacts } from '../rules/question';
import type { Tlp } from '../rules/vocabulary';
import {
  channelOfTelling,
  judgeTelling,
  type JudgedTelling,
  unfiledItem,
  type WayOfTelling,
} from '../rules/telling';

/** What was told: a version of an own item, or what is filed nowhere. */
export type WhatWasTold =
  { item: AskedItem; version: AskedVersion } | { item: null; tlp: Tlp; informationType: string | null };

/** A telling, as far as the rules weigh it. */
export interface Asked {
  what: WhatWasTold;
  team: AskedTeam;
  person: string | null;
  how: WayOfTelling;
  /** Whether what carried it is known to have been encrypted. */
  encrypted: boolean;
  toldAt: Date;
}
export interface Judged extends JudgedTelling {
  /** Of the grant that let it go, or was nearest to that. */
  agreementId: string | null;
  tlp: string | null;
  informationType: string | null;
}

/** Asks whether something might be told, as things stood when it was told: what came into the record later counts for nothing. */
@Injectable()
export class JudgeTelling {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: QuestionsStore,
  ) {}

  async judge({ what, team, person, how, encrypted, toldAt }: Asked): Promise<Judged> {
    const found = await this.store.grants(team);
    const agreements = [...new Set(found.map((one) => one.agreementId))];
    const item = await this.facts(what);
    const past = {
      item,
      grants: found.map(({ facts }) => facts),
      happened: await this.store.happened(agreements, team),
    };
    const asked = { channel: channelOfTelling(how), encrypted, purpose: null };
    const judged = judgeTelling(questionAt(team, person, toldAt.getTime(), past, asked));
    const grant = judged.nearest?.grant?.id;
    return {
      ...judged,
      agreementId: found.find(({ facts }) => facts.id === grant)?.agreementId ?? null,
      tlp: item.tlp,
      informationType: item.informationType,
    };
  }

  private async facts(what: WhatWasTold): Promise<ItemFacts> {
    if (what.item !== null) return this.store.itemFacts(what.version);
    const { viewer, person } = this.transaction;
    const { tlp, informationType } = what;
    return unfiledItem({ owner: viewer.organizationId, author: person, tlp, informationType });
  }

  /** The version that was told: that of a number, or the latest that was out, or the latest there was. @throws Refusal 422 */
  async versionAt(item: AskedItem, number: number | undefined, toldAt: Date): Promise<AskedVersion> {
    const version = await this.store.version(item, number, toldAt);
    if (version) return version;
    if (!(await this.store.version(item, number, null)))
      throw fault('version', 'version', 'must be the number of a version of the item');
    throw fault('told_at', 'version-made', 'must not be before the version was made');
  }
}

/** What is wrong with what was sent of a telling. */
export type TellingFault =
  | 'encrypted-mail'
  | 'of-item'
  | 'officer'
  | 'one-of'
  | 'organization'
  | 'ownItem'
  | 'past'
  | 'required'
  | 'version'
  | 'version-made';

export const fault = (field: string, rule: TellingFault, message: string): Refusal =>
  Refusal.invalid({ field, rule, message: `${field} ${message}` });
