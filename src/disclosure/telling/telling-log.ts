import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { type NewEntry, SharingRecord } from '../../record';
import type { JudgedTelling } from '../rules/telling';
import type { Judged } from './judge-telling';
import type { Told } from './tellings.store';

/** What there is to write down of a telling. */
export interface ToWriteDown {
  entry: string;
  telling: string;
  log: string;
  owner: string;
  teamId: string;
  team: string;
  how: string;
  encrypted: boolean;
  toldAt: Date;
  late: boolean;
  person: string | null;
  personName: string | null;
  /** The own id, and how the team knows it. */
  item: { id: string; type: string; version: number; title: string } | null;
  told: Told | null;
  about: string | null;
  disclosure: string | null;
  obligations: readonly object[];
}

/**
 * Appends what was told to the log of the agreement under which it went, or to which it came nearest; where there is none, to the
 * own house log. Both sides read that something was told, when, how and under which clause. What it was is told to the
 * other side only where it may see it: whoever picks the wrong team tells it nothing by writing that down. Reasons,
 * and who told whom, stay on the own side.
 */
@Injectable()
export class TellingLog {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly record: SharingRecord,
  ) {}

  /** The log that both parties of an agreement read, or the own one. */
  async of({ agreementId, nearest }: Judged, team: string): Promise<string> {
    const own = this.transaction.viewer.organizationId;
    // A constituent is no party to the agreement of its parent.
    const between = agreementId !== null && nearest?.grant?.to === team;
    const shared = between ? await this.record.relationshipLog(agreementId, own, team) : undefined;
    return shared ?? (await this.record.houseLog(own));
  }

  async append(said: ToWriteDown, judged: Judged): Promise<void> {
    const { entry, log, teamId } = said;
    const { personId } = this.transaction.viewer;
    const titled = judged.tlp !== 'RED';
    const own = {
      by: personId,
      person: said.person,
      person_name: said.personName,
      authorised: judged.cited !== null,
      ...(judged.against.length > 0 && { reasons: judged.against }),
      ...(said.item && { item: said.item.id, version: said.item.version }),
      tlp: judged.tlp,
      ...(titled && { what: said.item?.title ?? said.about }),
    };
    const theirs: Record<string, object> =
      judged.cited && said.person ? { [teamId]: { person: said.person } } : {};
    const written: NewEntry = {
      ...{ id: entry, log, kind: 'told', shared: sharedOf(said, judged) },
      sides: { ...theirs, [this.transaction.viewer.organizationId]: own },
      ...(judged.cited && titled && said.item && { content: { title: said.item.title } }),
    };
    await this.record.append(written);
  }

  /** That a telling was corrected: both sides read that, and whether it was not told at all. */
  async correct(
    telling: string,
    log: string,
    team: string,
    said: { text: string; not_told: boolean },
  ): Promise<void> {
    const { organizationId, personId } = this.transaction.viewer;
    await this.record.append({
      ...{ log, kind: 'told-corrected', shared: { telling, team, not_told: said.not_told } },
      sides: { [organizationId]: { by: personId, text: said.text } },
    });
  }
}

function sharedOf(said: ToWriteDown, { cited, tlp, decision }: Judged & JudgedTelling): object {
  const { telling, owner, team, how, encrypted, toldAt, late, told, item, disclosure, obligations } = said;
  const fact = {
    ...{ telling, owner, team, how, told_at: toldAt.toISOString(), late },
    ...(encrypted && { encrypted }),
  };
  const under = {
    agreement: cited?.grant?.terms.agreement ?? null,
    terms_version: cited?.grant?.terms.number ?? null,
    clause: cited?.grant?.clause ?? null,
  };
  if (!cited || !item || !told) return { ...fact, ...under };
  return {
    ...fact,
    ...{
      item: told.externalId,
      item_type: item.type,
      version: told.number,
      tlp,
      projection: 'told',
      disclosure,
    },
    ...under,
    ...{ obligations, rules_version: decision.rulesVersion },
  };
}
