import { Inject, Injectable } from '@nestjs/common';
import { createHmac, hkdfSync } from 'node:crypto';
import { SECRET } from '../platform/secret';
import { ViewerTransaction } from '../platform/viewer-transaction';
import type { RenderedPart } from './items/part';
import type { PartAction } from './rules/part-action';

/** A variant version whose parts are wanted, with what may stand for their texts. */
export interface PartsOf {
  id: string;
  team_id: string;
  owner_id: string;
  part_count: number;
  handling: { readonly sectors: readonly string[] };
  owner: { readonly name: string };
}

/** A part of a variant version that leaves; its text only where that is told or told apart by it. */
interface PartFound extends Omit<RenderedPart, 'number' | 'text'> {
  variant_version_id: string;
  text: string | null;
  action: Exclude<PartAction, 'drop'>;
}

/** Crockford's base 32: no letters that are taken for digits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Texts that a reader takes for the same have one form. */
const normalised = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** The one place where parts become what a team gets of them: the shape of its variant version says what is done. */
@Injectable()
export class TransformedParts {
  private readonly key: Buffer;
  constructor(
    private readonly transaction: ViewerTransaction,
    @Inject(SECRET) secret: string,
  ) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'accord pseudonym', 32));
  }

  /** The parts that leave with each of these, by its id; what is dropped is not even read. */
  async of(sources: readonly PartsOf[]): Promise<Map<string, RenderedPart[]>> {
    const having = new Map(sources.filter((one) => one.part_count > 0).map((one) => [one.id, one]));
    if (having.size === 0) return new Map();
    const rows = await this.transaction.prepared<PartFound>('SELECT * FROM app.variant_parts($1)', [
      [...having.keys()],
    ]);
    const byVersion = Map.groupBy(rows, ({ variant_version_id }) => variant_version_id);
    return new Map(
      [...byVersion].map(([id, parts]) => [
        id,
        parts.map((part, index) => this.transform(part, index + 1, having.get(id)!)),
      ]),
    );
  }

  private transform(part: PartFound, number: number, source: PartsOf): RenderedPart {
    const { kind, title, tlp, information_type, pap, tags } = part;
    return { number, kind, title, text: this.textOf(part, source), tlp, information_type, pap, tags };
  }

  private textOf({ action, text }: PartFound, { handling, owner, owner_id, team_id }: PartsOf): string {
    switch (action) {
      case 'keep':
        return text ?? '';
      case 'pseudonym':
        return this.pseudonym(text ?? '', owner_id, team_id);
      case 'sectors':
        return `Sector: ${handling.sectors.map((sector) => sector.replaceAll('-', ' ')).join(', ')}`;
      case 'issuer':
        return owner.name;
    }
  }

  /** The same for the same text, as long as the secret is; of another originator or for another team it is another. */
  private pseudonym(text: string, owner: string, team: string): string {
    const digest = createHmac('sha256', this.key)
      .update(`${owner}\n${team}\n${normalised(text)}`)
      .digest();
    const letters = [...digest.subarray(0, 12)].map((byte) => ALPHABET.charAt(byte % 32)).join('');
    return `Pseudonym ${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
  }
}
