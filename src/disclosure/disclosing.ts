import { Injectable } from '@nestjs/common';
import { SharingRecord } from '../record';
import { newId } from '../platform/ids';
import { PUBLIC_TEAM } from '../platform/viewer';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { disclosureEntry } from './disclosure-entry';
import { type Disclosed, DisclosureStore, nameOf, type NewDisclosure } from './disclosure.store';
import type { ContentEntry } from './feed-entry';
import type { CitedGrant, Judged } from './gate';
import { Opening } from './obligations/opening';
import type { Decision } from './rules/decide';
import { type Obligation, obligationsUnder } from './rules/obligations';
import type { GrantFacts, NarrowingFacts } from './rules/question';
import type { Transformation } from './rules/transformations';
import type { Rendition } from './renditions';

/** A judged entry with the stored bytes that will leave. */
export interface Leaving extends Judged<ContentEntry> {
  readonly rendition: Rendition;
}

/**
 * Writes down that variant versions become known to a team: once per team, variant version and projection. Public
 * items are disclosed to the public, whoever reads them.
 */
@Injectable()
export class Disclosing {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: DisclosureStore,
    private readonly record: SharingRecord,
    private readonly opening: Opening,
  ) {}

  /**
   * Discloses what is not disclosed yet and returns the disclosure of each, old or new.
   * @param byFeed whether it leaves through the feed, whose next pull says that it has arrived
   */
  async disclose(reader: string, leaving: readonly Leaving[], byFeed = false): Promise<Disclosed[]> {
    if (leaving.length === 0) return [];
    const logs = await this.logs(reader, leaving);
    const rows = leaving.map((one) => this.row(one, logs));
    const standing = await this.store.find(rows);
    // Most of what is read was read before.
    const missing = rows.filter((row) => !standing.has(nameOf(row)));
    if (missing.length > 0) {
      await this.add(missing, byFeed);
      for (const [name, found] of await this.store.find(missing)) standing.set(name, found);
    }
    return rows.map((row) => {
      const found = standing.get(nameOf(row));
      if (!found) throw new Error('A disclosure was neither added nor found.');
      return found;
    });
  }

  private async add(rows: readonly NewDisclosure[], byFeed: boolean): Promise<void> {
    const added = new Set(await this.store.add(rows));
    const news = rows.filter(({ id }) => added.has(id));
    if (news.length === 0) return;
    const parts = await this.store.describe(news.map(({ id }) => id));
    await this.record.append(...news.map((row) => disclosureEntry(row, parts.get(row.id))));
    await this.opening.open(news, byFeed);
  }

  private row({ entry, decision, grant, rendition }: Leaving, logs: Map<string, string>): NewDisclosure {
    const team = rendition.team_id;
    const cited = citedFor(rendition, grant);
    return {
      id: newId(),
      team,
      person: rendition.person_id,
      owner: entry.owner_id,
      variantVersion: entry.variant_version_id,
      projection: rendition.projection,
      sha256: rendition.sha256,
      grant: cited,
      basis: cited ? 'grant' : 'public',
      decision: {
        basis: decision.basis?.basis,
        ...(cited && this.transaction.asked),
        ...(cited &&
          decision.instruments.length > 0 && { instruments: decision.instruments.map(instrument) }),
        verdicts: decision.basis?.verdicts.map(({ rule, verdict }) => ({ rule, verdict })),
      },
      transformations: decision.transformations.map(recordedTransformation),
      rulesVersion: decision.rulesVersion,
      obligations: keptObligations(
        obligationsUnder(cited?.facts ?? null, decision.instruments, this.transaction.at.getTime()),
      ),
      at: this.transaction.at,
      log: logs.get(logKey(entry, cited))!,
      entry: newId(),
      place: entry.seq,
      admitting: cited ? [...othersThan(cited, decision), ...decision.instruments] : [],
    };
  }

  /** What a parent passes on to a constituent is on its record: the constituent is no party to the relationship. */
  private logUnder({ agreementId, facts }: CitedGrant, owner: string, reader: string) {
    if (facts.to !== reader) return this.record.houseLog(facts.to);
    return this.record.relationshipLog(agreementId, owner, reader);
  }

  /** One look-up per originator or agreement, however many items leave. */
  private async logs(reader: string, leaving: readonly Leaving[]): Promise<Map<string, string>> {
    const logs = new Map<string, string>();
    for (const { entry, grant, rendition } of leaving) {
      const cited = citedFor(rendition, grant);
      const key = logKey(entry, cited);
      if (logs.has(key)) continue;
      const log = cited
        ? await this.logUnder(cited, entry.owner_id, reader)
        : await this.record.houseLog(entry.owner_id);
      if (!log) throw new Error('Nothing leaves under an agreement whose log cannot be written.');
      logs.set(key, log);
    }
    return logs;
  }
}

/** For the owner's eyes: that something was dropped is not told to whom it was not told. */
const recordedTransformation = ({ rule, part, action, grant }: Transformation) => ({
  ...{ rule, part, action },
  agreement: grant?.terms.agreement ?? null,
  terms_version: grant?.terms.number ?? null,
  clause: grant?.clause ?? null,
});

/** An instrument below the agreement whose clause is cited beside that one’s. */
const instrument = ({ terms, clause }: NarrowingFacts) => ({
  agreement: terms.agreement,
  terms_version: terms.number,
  clause,
});

/** Without the words, which are made of the rest. */
export const keptObligations = (obligations: readonly Obligation[]) =>
  obligations.map(({ rule, term, value, clause, due }) => ({
    ...{ rule, term, value, clause },
    due: due === null ? null : new Date(due).toISOString(),
  }));

/** Grants to the same team that let it go as well: of what they oblige to the strictest counts. */
const othersThan = ({ facts }: CitedGrant, { bases }: Decision): GrantFacts[] =>
  bases.flatMap(({ grant, released }) =>
    grant && released && grant.id !== facts.id && grant.to === facts.to ? [grant] : [],
  );

/** What everybody may read is disclosed to everybody, under no agreement. */
const citedFor = ({ team_id }: Rendition, grant: CitedGrant | null) =>
  team_id === PUBLIC_TEAM ? null : grant;

const logKey = (entry: ContentEntry, grant: CitedGrant | null): string =>
  `${grant?.agreementId ?? 'house'} ${entry.owner_id}`;
