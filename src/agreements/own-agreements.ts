import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../platform/viewer-transaction';
import { AgreementsStore } from './agreements.store';
import type { Dossier, StoredGrant } from './dossier';
import { iso, isoOrNull, typesOrNull } from './pause-view';
import type { Party } from './rules/agreement';
import { nextSteps } from './rules/next-steps';
import { type Standing, standing } from './rules/standing';

import { grantContent } from './grant-content';

/** How many agreements are read at once. */
const BATCH = 100;
const ALL = { kind: null, text: null };

/** An agreement as it stands for one of its parties: what lies between others is left out. */
export interface OwnAgreement {
  reference: string;
  title: string;
  kind: string;
  roles: string[];
  statements: string[];
  inForce: boolean;
  termsVersion: number | null;
  since: string | null;
  /** When it will no longer be in force, as far as is recorded; later terms that take over are counted in. */
  until: string | null;
  noticeGiven: boolean;
  ended: boolean;
  expired: boolean;
  /** Steps that this party may take next. */
  nextSteps: string[];
}

/** One direction of exchange that is granted by terms in force, seen from one of its two ends. */
export interface OwnDirection {
  direction: 'receive' | 'give';
  agreement: string;
  agreementId: string;
  termsVersion: number;
  counterpart: { id: string; handle: string; name: string };
  grant: ReturnType<typeof grantContent>;
  /** When these terms cease to grant it, as far as is recorded. */
  until: string | null;
  pauses: { kind: string; information_types: string[] | null; since: string; until: string | null }[];
}

const concerns = ({ from, to }: { from: string | null; to: string | null }, own: string) =>
  from === own || to === own;

/** The agreement without the grants and pauses that lie between others; whoever exchanges nothing keeps it whole. */
function asSeenBy(agreement: Dossier, own: string): Dossier {
  const granted = agreement.terms.some(({ grants }) => grants.some((grant) => concerns(grant, own)));
  if (!granted) return agreement;
  return {
    ...agreement,
    terms: agreement.terms.map((terms) => ({
      ...terms,
      grants: terms.grants.filter((grant) => concerns(grant, own)),
    })),
    pauses: agreement.pauses.filter((pause) => pause.from === null || concerns(pause, own)),
  };
}

/** The instant after which none of the versions that follow on one another is in force any more. */
export function lastInstant({ inForce, versions }: Standing): number | null {
  let until = inForce?.until ?? null;
  for (const version of versions)
    if (until !== null && version.from === until && version.number > (inForce?.number ?? 0))
      until = version.until;
  return until;
}

function describe(agreement: Dossier, own: string, now: Standing, at: number): OwnAgreement {
  const among = (parties: readonly Party[]) => parties.find(({ organization }) => organization.id === own);
  const self = among(agreement.parties);
  // Who has yet to join is party to terms alone; and whoever only drafted to nothing.
  const joining = among(agreement.terms.flatMap(({ parties }) => parties));
  const handle = (self ?? joining)?.organization.handle ?? agreement.drafter.handle;
  const steps = nextSteps(agreement, at, now).filter(({ by }) => by.includes(handle));
  return {
    reference: agreement.reference,
    title: agreement.title,
    kind: agreement.kind,
    roles: [...(self?.roles ?? [])],
    statements: now.statements,
    inForce: now.inForce !== null,
    termsVersion: now.inForce?.number ?? null,
    since: isoOrNull(now.inForce?.from ?? null),
    until: isoOrNull(lastInstant(now)),
    noticeGiven: now.noticeGiven,
    ended: now.ended,
    expired: now.expired,
    nextSteps: steps.map(({ step }) => step),
  };
}

function directions(agreement: Dossier, own: string, now: Standing): OwnDirection[] {
  const known = new Map(agreement.parties.map(({ organization }) => [organization.id, organization]));
  const terms = agreement.terms.find(({ number }) => number === now.inForce?.number);
  return (terms?.grants ?? [])
    .filter((grant) => concerns(grant, own))
    .map((grant: StoredGrant): OwnDirection => {
      const other = known.get(grant.from === own ? grant.to : grant.from);
      return {
        direction: grant.to === own ? 'receive' : 'give',
        agreement: agreement.reference,
        agreementId: agreement.id,
        termsVersion: terms!.number,
        counterpart: { id: other?.id ?? '', handle: other?.handle ?? '', name: other?.name ?? '' },
        grant: grantContent(grant, (id) => known.get(id)?.handle ?? ''),
        until: isoOrNull(now.inForce?.until ?? null),
        pauses: now.paused
          .filter(({ from, to }) => from === grant.from && to === grant.to)
          .map(({ kind, informationTypes, since, until }) => ({
            ...{ kind, information_types: typesOrNull(informationTypes) },
            ...{ since: iso(since), until: isoOrNull(until) },
          })),
      };
    });
}

/** All agreements of the viewer's organization, and what it may receive and give under those in force. */
@Injectable()
export class OwnAgreements {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: AgreementsStore,
  ) {}

  async run(): Promise<{ agreements: OwnAgreement[]; directions: OwnDirection[] }> {
    const { viewer, at } = this.transaction;
    const [own, moment] = [viewer.organizationId, at.getTime()];
    const seen = (await this.all()).map((agreement) => {
      const mine = asSeenBy(agreement, own);
      return { mine, now: standing(mine, moment) };
    });
    const order = ({ direction, counterpart, agreement }: OwnDirection) =>
      `${direction === 'receive' ? 0 : 1} ${counterpart.handle} ${agreement}`;
    return {
      agreements: seen.map(({ mine, now }) => describe(mine, own, now, moment)),
      directions: seen
        .filter(({ mine }) => mine.parent === null)
        .flatMap(({ mine, now }) => directions(mine, own, now))
        .sort((a, b) => (order(a) < order(b) ? -1 : 1)),
    };
  }

  private async all(): Promise<Dossier[]> {
    const found: Dossier[] = [];
    for (;;) {
      const batch = await this.store.page(found.at(-1)?.reference ?? '', ALL, BATCH);
      found.push(...batch);
      if (batch.length < BATCH) return found;
    }
  }
}
