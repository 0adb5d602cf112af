import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { type EntryKind, SharingRecord } from '../../record';
import { ItemsStore } from '../items/items.store';
import { nameOfScope } from './consent.view';
import { ConsentsStore, type StoredConsent } from './consents.store';
import type { ConsentRefusal } from './rules/judge-consent';

/** What the steps of a consent have in common: own items alone, the originator's lock, an entry in the own house log. */
@Injectable()
export class ConsentDesk {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly items: ItemsStore,
    private readonly store: ConsentsStore,
    private readonly record: SharingRecord,
  ) {}

  /** @returns the id of an own advisory @throws Refusal `not-found`, the same for what is absent and another's */
  async item(id: string): Promise<string> {
    if (!isUuid(id) || !(await this.items.item(id, 'advisory'))) throw Refusal.notFound();
    return id;
  }

  /** A release and a consent cannot miss each other: both hold the originator. The wait renews the instant. */
  async hold(): Promise<void> {
    await this.transaction.lock(`originator:${this.transaction.viewer.organizationId}`);
  }

  /** @throws Refusal `not-found` */
  async consent(item: string, id: string): Promise<StoredConsent> {
    const found = isUuid(id) ? await this.store.find(await this.item(item), id) : undefined;
    if (!found) throw Refusal.notFound();
    return found;
  }

  /** What was said by people is content of the entry, which can be erased. */
  async writeDown(kind: EntryKind, consent: StoredConsent, said: object, facts: object = {}): Promise<void> {
    const { viewer, person } = this.transaction;
    await this.record.append({
      log: await this.record.houseLog(viewer.organizationId),
      kind,
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
      content: said,
    });
  }
}

/** @throws Refusal if the rules refuse */
export function unlessRefused(refusal: ConsentRefusal | null): void {
  if (!refusal) return;
  const { code, detail, forbidden } = refusal;
  throw new Refusal(code, forbidden ? 403 : 409, detail);
}
