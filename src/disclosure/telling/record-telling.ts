import { Injectable } from '@nestjs/common';
import { isUuid, newId } from '../../platform/ids';
import { millisOf } from '../../platform/instant';
import { Refusal } from '../../platform/refusal';
import { PUBLIC_TEAM } from '../../platform/viewer';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { canonicalBytes } from '../../record';
import { keptObligations } from '../disclosing';
import { DisclosureStore } from '../disclosure.store';
import { type AskedItem, type AskedTeam, QuestionsStore } from '../questions/questions.store';
import { TOLD } from '../renditions';
import { obligationsOf } from '../rules/obligations';
import { fault, JudgeTelling, type Judged, type WhatWasTold } from './judge-telling';
import { channelOfTelling, isLate, type WayOfTelling } from '../rules/telling';
import { TellingLog } from './telling-log';
import type { RecordTellingBody } from './tellings.dto';
import { TellingsStore, type Told } from './tellings.store';

/** What was told, before anything is written. */
interface Telling {
  id: string;
  entry: string;
  log: string;
  team: AskedTeam;
  person: string | null;
  what: WhatWasTold;
  encrypted: boolean;
  toldAt: Date;
  obligations: readonly object[];
}

/** Writes down what somebody told somebody of another team. It was told: it is recorded, whether or not it might be. */
@Injectable()
export class RecordTelling {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly questions: QuestionsStore,
    private readonly judging: JudgeTelling,
    private readonly store: TellingsStore,
    private readonly disclosures: DisclosureStore,
    private readonly log: TellingLog,
  ) {}

  /** @returns the id @throws Refusal 422 naming the field */
  async run(body: RecordTellingBody): Promise<string> {
    const toldAt = new Date(millisOf(body.told_at));
    if (toldAt > this.transaction.at) throw fault('told_at', 'past', 'must not be in the future');
    const team = await this.team(body.to);
    const person = await this.person(body, team);
    const what = await this.what(body, toldAt);
    const { how } = body;
    const encrypted = knownEncrypted(body);
    const judged = await this.judging.judge({ what, team, person, how, encrypted, toldAt });
    const telling: Telling = {
      ...{ id: newId(), entry: newId(), team, person, what, encrypted, toldAt },
      log: await this.log.of(judged, team.id),
      obligations: keptObligations(obligationsOf(judged.cited?.grant ?? null, toldAt.getTime())),
    };
    const told = await this.told(telling, judged);
    const disclosure = told && (await this.disclose(telling, judged, told, how));
    await this.write(body, telling, judged, told, disclosure);
    return telling.id;
  }

  private async team(handle: string): Promise<AskedTeam> {
    const wrong = fault('to', 'organization', 'must be the handle of another organization');
    const team = await this.questions.team(handle).catch((error: unknown) => {
      throw error instanceof Refusal ? wrong : error;
    });
    if (team.id === PUBLIC_TEAM || team.id === this.transaction.viewer.organizationId) throw wrong;
    return team;
  }

  private async person({ person, person_name }: RecordTellingBody, team: AskedTeam): Promise<string | null> {
    if (person === undefined) return null;
    if (person_name !== undefined) throw fault('person_name', 'one-of', 'goes without person');
    const found = await this.questions.person(person, team).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      throw fault('person', 'officer', 'must be a duty officer of the team whom your organization knows');
    });
    return found?.id ?? null;
  }

  private async what(body: RecordTellingBody, toldAt: Date): Promise<WhatWasTold> {
    const { item, about, tlp, information_type, version } = body;
    if ((item === undefined) === (about === undefined))
      throw fault('item', 'one-of', 'or about must say what was told, and only one of them');
    if (item === undefined) {
      if (version !== undefined) throw fault('version', 'of-item', 'goes with item only');
      if (tlp === undefined) throw fault('tlp', 'required', 'must say how it is marked');
      return { item: null, tlp, informationType: information_type ?? null };
    }
    for (const [field, said] of Object.entries({ tlp, information_type }))
      if (said !== undefined) throw fault(field, 'of-item', 'is that of the item');
    const found = await this.ownItem(item);
    return { item: found, version: await this.judging.versionAt(found, version, toldAt) };
  }

  /** By an own id, or by any reference of it. */
  private ownItem(named: string): Promise<AskedItem> {
    return this.questions
      .item(isUuid(named.toLowerCase()) ? named.toLowerCase() : named)
      .catch((error: unknown) => {
        if (!(error instanceof Refusal) || error.status !== 404) throw error;
        throw fault('item', 'ownItem', 'must be an advisory or incident of your own, by its id or reference');
      });
  }

  /** What is public was disclosed to everybody before; what is filed nowhere has no version. */
  private async told({ what, team, person }: Telling, { cited, tlp }: Judged): Promise<Told | null> {
    if (what.item === null || cited?.basis === 'public') return null;
    return this.store.tell(what.version.id, team.id, tlp === 'RED' ? person : null);
  }

  /** Once, however often it is told. @returns its id */
  private async disclose(telling: Telling, judged: Judged, told: Told, how: WayOfTelling): Promise<string> {
    const sha256 = await this.store.state(
      told,
      canonicalBytes({ told: told.externalId, version: told.number }),
    );
    const { decision, cited, agreementId, tlp } = judged;
    const facts = cited?.grant;
    const row = {
      ...{ id: newId(), team: telling.team.id, person: tlp === 'RED' ? telling.person : null },
      ...{
        owner: this.transaction.viewer.organizationId,
        variantVersion: told.variantVersion,
        projection: TOLD,
        sha256,
      },
      grant: facts && agreementId ? { agreementId, termsVersionId: facts.terms.id, facts } : null,
      basis: cited ? ('grant' as const) : ('none' as const),
      decision: {
        ...{ basis: cited?.basis ?? null, channel: channelOfTelling(how) },
        verdicts: (cited ?? judged.nearest)?.verdicts.map(({ rule, verdict }) => ({ rule, verdict })) ?? [],
      },
      ...{ transformations: [], rulesVersion: decision.rulesVersion, obligations: telling.obligations },
      ...{ at: telling.toldAt, log: telling.log, entry: telling.entry },
      // It lies nowhere in a feed: what it obliges to stands with the telling.
      ...{ place: '0', admitting: [] },
    };
    await this.disclosures.add([row]);
    const found = await this.disclosures.find([row]);
    const [standing] = found.values();
    if (!standing) throw new Error('A disclosure was neither added nor found.');
    return standing.id;
  }

  private async write(
    body: RecordTellingBody,
    { id, entry, log, team, person, what, encrypted, toldAt, obligations }: Telling,
    judged: Judged,
    told: Told | null,
    disclosure: string | null,
  ): Promise<void> {
    const { at } = this.transaction;
    const late = isLate(toldAt.getTime(), at.getTime());
    const { cited } = judged;
    const personName = body.person_name ?? null;
    await this.store.add({
      ...{ id, team: team.id, person, personName, disclosure, toldAt, late, obligations, entry },
      ...{
        item: what.item?.id ?? null,
        version: what.item ? what.version.id : null,
        about: body.about ?? null,
      },
      ...{ tlp: body.tlp ?? null, informationType: body.information_type ?? null },
      ...{ how: body.how, encrypted },
      basis: cited?.basis ?? null,
      agreement: cited?.grant?.terms.agreement ?? null,
      termsVersion: cited?.grant?.terms.number ?? null,
      clause: cited?.grant?.clause ?? null,
      reasons: judged.against,
      rulesVersion: judged.decision.rulesVersion,
    });
    const { owner, title } = await this.store.described(what.item ? what.version.id : null);
    const item = what.item && { id: what.item.id, type: what.item.kind, version: what.version.number, title };
    await this.log.append(
      {
        ...{
          entry,
          telling: id,
          log,
          owner,
          teamId: team.id,
          team: team.handle,
          how: body.how,
          encrypted,
          toldAt,
          late,
        },
        ...{ person, personName, item, told, about: body.about ?? null, disclosure, obligations },
      },
      judged,
    );
  }
}

/** Mail is encrypted, or a message; of others what is not said is not known. @throws Refusal 422 */
function knownEncrypted({ how, encrypted }: RecordTellingBody): boolean {
  if (how !== 'mail') return encrypted === true;
  if (encrypted === false)
    throw fault('encrypted', 'encrypted-mail', 'mail that is not encrypted is a message');
  return true;
}
