import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { type EntryKind, SharingRecord } from '../../record';
import { ItemsStore } from '../items/items.store';
import { nameOfScope } from './consent.view';
import { ConsentsStore, type Giver, type StoredConsent } from './consents.store';
import type { ConsentRefusal } from './rules/judge-consent';

/** The consents of one item: whose they are, and what kind of item it is. */
export interface Kept {
  readonly giver: Giver;
  readonly kind: 'advisory' | 'incident';
}

/** Entries of both are told apart by their kinds. */
const ENTRIES = {
  source: { recorded: 'consent-recorded', confirmed: 'consent-confirmed', revoked: 'consent-revoked' },
  victim: {
    recorded: 'victim-consent-recorded',
    confirmed: 'victim-consent-confirmed',
    revoked: 'victim-consent-revoked',
  },
} as const satisfies Record<Giver, Record<string, EntryKind>>;

/** What the steps of a consent have in common: own items alone, the originator's lock, an entry in the own house log. */
@Injectable()
export class ConsentDesk {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly items: ItemsStore,
    private readonly store: ConsentsStore,
    private readonly record: SharingRecord,
  ) {}

  /** @returns the id of an own item @throws Refusal `not-found`, the same for what is absent and another's */
  async item(id: string, { kind }: Kept): Promise<string> {
    if (!isUuid(id) || !(await this.items.item(id, kind))) throw Refusal.notFound();
    return id;
  }

  /** A release and a consent cannot miss each other: both hold the originator. The wait renews the instant. */
  async hold(): Promise<void> {
    await this.transaction.lock(`originator:${this.transaction.viewer.organizationId}`);
  }

  /** @throws Refusal `not-found` */
  async consent(item: string, kept: Kept, id: string): Promise<StoredConsent> {
    const found = isUuid(id) ? await this.store.find(await this.item(item, kept), kept.giver, id) : undefined;
    if (!found) throw Refusal.notFound();
    return found;
  }

  /** What was said by people, and who a victim is, is content of the entry, which can be erased. */
  async writeDown(
    step: keyof (typeof ENTRIES)['source'],
    consent: StoredConsent,
    said: object = {},
    facts: object = {},
  ): Promise<void> {
    const { viewer, person } = this.transaction;
    await this.record.append({
      log: await this.record.houseLog(viewer.organizationId),
      kind: ENTRIES[consent.giver][step],
      shared: {
        consent: consent.id,
        item: consent.item,
        to: nameOfScope(consent),
        valid_from: consent.validFrom.toISOString(),
        valid_until: consent.validUntil.toISOString(),
        evidence_sha256: consent.evidence,
        by: person,
        ...facts,
      },
      content: {
        ...(consent.victim === null
          ? { source: consent.givenBy }
          : { victim: consent.victim, given_by: consent.givenBy }),
        ...said,
      },
    });
  }
}

/** @throws Refusal if the rules refuse */
export function unlessRefused(refusal: ConsentRefusal | null): void {
  if (!refusal) return;
  const { code, detail, forbidden } = refusal;
  throw new Refusal(code, forbidden ? 403 : 409, detail);
}
