import { EMPTY_ROOT, nodeHash } from './hashes';
import { hashOfSubtrees } from './ranges';

/** The root of leaves that come one after the other (RFC 6962 §2.1), with the memory of the tree's height. */
export class GrowingRoot {
  private readonly edge: Buffer[] = [];
  private leaves = 0;

  get size(): number {
    return this.leaves;
  }

  /** @param leafHash the hash of the next leaf */
  add(leafHash: Buffer): void {
    let hash = leafHash;
    // Each two neighbours of one height are one of the next.
    for (let count = this.leaves; count % 2 === 1; count = (count - 1) / 2)
      hash = nodeHash(this.edge.pop()!, hash);
    this.edge.push(hash);
    this.leaves += 1;
  }

  root(): Buffer {
    return this.edge.length === 0 ? EMPTY_ROOT : hashOfSubtrees(this.edge);
  }
}
