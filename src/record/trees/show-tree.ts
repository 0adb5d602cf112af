import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusal';
import { requireLogId } from '../log-id';
import { verifierKeyOf } from '../tree/keys';
import { formatProofFile } from '../tree/proof-file';
import { consistencyProof, inclusionProof, neededForConsistency, neededForInclusion } from '../tree/proofs';
import { encodeBundle, isTileOf, nodesOfTile, parseTilePath } from '../tree/tiles';
import type { ConsistencyProofView, LogKeysView } from './trees.dto';
import { type KeptCheckpoint, TreesStore } from './trees.store';

/** What proves that the tree of a log holds what it held, for the parties of the log. Who is none finds nothing, as with no log. */
@Injectable()
export class ShowTree {
  constructor(private readonly store: TreesStore) {}

  /** @throws Refusal `not-found` for a log of others, one that is not signed yet, and a size that was never signed */
  async checkpoint(log: string, size?: number): Promise<KeptCheckpoint> {
    const found = await this.store.checkpoint(requireLogId(log), size);
    if (!found) throw Refusal.notFound();
    return found;
  }

  /**
   * Where an entry stands in a checkpoint, with what proves it (c2sp.org/tlog-proof).
   * @throws Refusal `not-found` as above, and for an entry that the checkpoint does not reach
   */
  async inclusion(log: string, entry: string, size?: number): Promise<string> {
    const checkpoint = await this.checkpoint(log, size);
    const index = await this.store.indexOf(log, entry);
    if (index === undefined || index >= checkpoint.size) throw Refusal.notFound();
    const hashes = await this.store.hashes(log, neededForInclusion(index, checkpoint.size));
    const proof = inclusionProof(index, checkpoint.size, hashes);
    return formatProofFile({ index, proof, checkpoint: checkpoint.note });
  }

  /** @throws Refusal `not-found` as above, 422 for sizes that are none of the signed tree */
  async consistency(log: string, from: number, to: number): Promise<ConsistencyProofView> {
    const head = await this.store.head(requireLogId(log));
    if (!head || head.signedSize === 0) throw Refusal.notFound();
    if (to > head.signedSize)
      throw Refusal.invalid({
        field: 'to',
        rule: 'signed',
        message: `to must be at most ${head.signedSize}`,
      });
    if (from > to)
      throw Refusal.invalid({ field: 'from', rule: 'range', message: 'from must not be greater than to' });
    const hashes = await this.store.hashes(log, neededForConsistency(from, to));
    return { from, to, proof: consistencyProof(from, to, hashes).map((hash) => hash.toString('base64')) };
  }

  /**
   * A tile of hashes, or of entries in their canonical bytes (c2sp.org/tlog-tiles), of the signed tree.
   * @throws Refusal `not-found` as above, and for a tile that the signed tree does not fill
   */
  async tile(log: string, path: string): Promise<Buffer> {
    const tile = parseTilePath(path);
    const head = await this.store.head(requireLogId(log));
    if (!tile || !head || !isTileOf(tile, head.signedSize)) throw Refusal.notFound();
    if (tile.level !== 'entries') return Buffer.concat(await this.store.hashes(log, nodesOfTile(tile)));
    const from = tile.index * 256;
    return encodeBundle(await this.store.entries(log, from, from + tile.width));
  }

  /** The keys that have signed a log. @throws Refusal `not-found` as above */
  async keys(log: string): Promise<LogKeysView> {
    const head = await this.store.head(requireLogId(log));
    if (!head?.origin) throw Refusal.notFound();
    const { origin } = head;
    return {
      origin,
      keys: (await this.store.signers(log)).map(({ publicKey, first, last }) => ({
        verifier_key: verifierKeyOf(origin, publicKey),
        first_signed_at: first.toISOString(),
        last_signed_at: last.toISOString(),
      })),
    };
  }
}
