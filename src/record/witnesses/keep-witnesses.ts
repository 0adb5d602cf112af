import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/ids';
import { Refusal } from '../../platform/refusal';
import { ViewerTransaction } from '../../platform/viewer-transaction';
import { requireLogId } from '../log-id';
import { SharingRecord } from '../sharing-record';
import { parseCheckpoint } from '../tree/checkpoint';
import { cosignedAt, witnessVerifier } from '../tree/cosignature';
import { addSignature, type NoteSignature, parseNote } from '../tree/note';
import { TreesStore } from '../trees/trees.store';
import { type StoredWitness, WitnessesStore } from './witnesses.store';

/** How far ahead of this clock a witness's may be, in milliseconds. */
const AHEAD = 5 * 60_000;

/** As many as cosign for an organization: all their lines stand below each head. */
const MOST = 5;

/** The keys of witnesses, and what they cosign. */
@Injectable()
export class KeepWitnesses {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly store: WitnessesStore,
    private readonly trees: TreesStore,
    private readonly record: SharingRecord,
  ) {}

  /** @throws Refusal `witness/known`, `witness/too-many`, 422 for what is no key of a witness */
  async add(verifierKey: string): Promise<StoredWitness> {
    const verifier = witnessVerifier(verifierKey);
    // A name with a slash might be that of a log, and its signature be taken for the log's own.
    if (!verifier || verifier.name.includes('/')) {
      const message =
        'must be the verifier key of a witness: an Ed25519 key of type 0x04, under a name without a slash';
      throw Refusal.invalid({ field: 'verifier_key', rule: 'witness-key', message });
    }
    if (await this.store.isKnown(`${verifier.name}+${verifier.keyId}+`))
      throw Refusal.conflict('witness/known', 'This key is a witness’s already.');
    await this.transaction.lock(`witnesses:${this.transaction.viewer.organizationId}`);
    if ((await this.store.mine()).length >= MOST)
      throw Refusal.conflict(
        'witness/too-many',
        `An organization has at most ${MOST} witnesses. End one first.`,
      );
    const id = await this.store.add(verifierKey);
    await this.record.appendToOwnHouse('witness/added', {
      ...{ witness: id, verifier_key: verifierKey, by: this.transaction.person },
    });
    return (await this.store.find(id))!;
  }

  /** @throws Refusal `not-found` for what is absent or another's, `witness/ended` */
  async end(id: string, reason: string): Promise<StoredWitness> {
    const found = isUuid(id) ? await this.store.find(id) : undefined;
    if (!found?.own) throw Refusal.notFound();
    if (found.endedAt) throw Refusal.conflict('witness/ended', 'This witness cosigns no more.');
    await this.store.end(id, reason);
    await this.record.appendToOwnHouse('witness/ended', {
      ...{ witness: id, verifier_key: found.verifierKey, by: this.transaction.person, reason },
    });
    return (await this.store.find(id))!;
  }

  /**
   * Keeps what a witness of the own organization cosigned. The same again changes nothing.
   * @throws Refusal `not-found` for a log of others and a size that was never signed, 422 for what is no such cosignature
   */
  async cosign(log: string, size: number, line: string): Promise<void> {
    const checkpoint = await this.trees.checkpoint(requireLogId(log), size);
    if (!checkpoint) throw Refusal.notFound();
    if (line.includes('\n')) throw faulty('must be one signature line of a note');
    const parsed = parseNote(`${checkpoint.note}${line}\n`);
    const signature = parsed?.signatures.at(-1);
    if (!parsed || !signature) throw faulty('must be one signature line of a note');
    const witness = (await this.store.mine()).find(({ verifierKey }) =>
      this.verifies(verifierKey, signature, parsed.text),
    );
    if (!witness || !parseCheckpoint(parsed.text))
      throw faulty('must verify with a key of a witness of your organization, over the head of this size');
    const seconds = cosignedAt(signature.signature)!;
    if (seconds * 1000 > this.transaction.at.getTime() + AHEAD) throw faulty('must not be of a time to come');
    await this.store.cosign(log, size, witness.id, { cosignedAt: new Date(seconds * 1000), line });
  }

  /** A head with the cosignatures that there are. */
  async withCosignatures(log: string, { size, note }: { size: number; note: string }): Promise<string> {
    let signed = note;
    for (const { line } of await this.store.of(log, size))
      signed = addSignature(signed, lastOf(`${note}${line}\n`));
    return signed;
  }

  private verifies(verifierKey: string, { name, keyId, signature }: NoteSignature, text: string): boolean {
    const verifier = witnessVerifier(verifierKey);
    return verifier?.name === name && verifier.keyId === keyId && verifier.verifies(text, signature);
  }
}

const lastOf = (note: string): NoteSignature => parseNote(note)!.signatures.at(-1)!;
const faulty = (what: string): Refusal =>
  Refusal.invalid({ field: 'cosignature', rule: 'cosignature', message: what });
