import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { canonicalBytes } from '../record';
import { PUBLIC_TEAM } from '../platform/viewer';
import { ViewerTransaction } from '../platform/viewer-transaction';
import type { RenderedPart } from './items/part';
import { type RenderedDocument, type RenderInput, Renderers } from './renderers';
import { type PartsOf, TransformedParts } from './transformed-parts';

/** The projection that lists and feeds show. */
export const SUMMARY = 'summary';

const BATCH = 20;

/** Stored bytes of one projection, and the team that the variant was made for. */
export interface Rendition {
  variant_version_id: string;
  team_id: string;
  /** The one person of the team whose variant it is, of RED. */
  person_id: string | null;
  projection: string;
  media_type: string;
  file_name: string;
  bytes: Buffer;
  sha256: Buffer;
}
/** The projection that every item has, with its parts. */
export const WHOLE = 'json';
/** What was told by word of mouth. Its bytes name what was told, and are served to nobody. */
export const TOLD = 'told';

/**
 * Whether a stored summary, or a whole item with its parts, is marked AMBER or above anywhere. A quote in a text is
 * escaped, so it cannot pass for a label.
 */
export const isAboveGreen = ({ bytes }: Rendition): boolean => /"tlp":"(AMBER|RED)/.test(bytes.toString());

type Source = Omit<RenderInput, 'toPublic' | 'parts'> & PartsOf;

const SOURCES = `
  SELECT vv.id, s.team_id, s.owner_id, v.parts AS part_count, i.kind, s.external_id AS "externalId", f.reference, vv.number, v.title, v.content, v.document, r.released_at AS "releasedAt",
    (SELECT json_agg(json_build_object('number', h.number, 'madeAt', to_char(h.made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
       ORDER BY h.number) FROM variant_version h WHERE h.variant_id = s.id AND h.number <= vv.number) AS history,
    json_build_object('tlp', v.tlp, 'information_type', v.information_type, 'categories', v.categories, 'sectors', v.sectors, 'severity', v.severity, 'pap', v.pap) AS handling,
    json_build_object('handle', o.handle, 'name', o.name, 'namespace', o.namespace) AS owner
  FROM variant_version vv JOIN variant s ON s.id = vv.variant_id JOIN item_version v ON v.id = vv.item_version_id JOIN item i ON i.id = v.item_id
  JOIN release r ON r.item_version_id = v.id JOIN organization o ON o.id = v.owner_id
  JOIN item_reference f ON f.item_id = s.item_id AND f.team_id = s.team_id AND f.person_id IS NOT DISTINCT FROM s.person_id
  WHERE vv.id = ANY ($1) AND NOT EXISTS (SELECT 1 FROM rendition d WHERE d.variant_version_id = vv.id AND d.projection <> '${TOLD}')`;

/** Renders a variant version once, into stored bytes; what is sent later is these bytes and no others. */
@Injectable()
export class Renditions {
  constructor(
    private readonly transaction: ViewerTransaction,
    private readonly renderers: Renderers,
    private readonly parts: TransformedParts,
  ) {}

  /** One projection of each variant version; what is missing is made. */
  async of(variantVersions: readonly string[], projection: string): Promise<Map<string, Rendition>> {
    const found = await this.stored(variantVersions, projection);
    const missing = variantVersions.filter((id) => !found.has(id));
    if (missing.length === 0) return found;
    // A few at a time: a document may have megabytes, and a page has many.
    for (let n = 0; n < missing.length; n += BATCH) await this.make(missing.slice(n, n + BATCH));
    return new Map([...found, ...(await this.stored(missing, projection))]);
  }

  private async stored(variantVersions: readonly string[], projection: string) {
    const rows = await this.transaction.prepared<Rendition>(
      `SELECT r.variant_version_id, s.team_id, s.person_id, r.projection, r.media_type, r.file_name, r.bytes, r.sha256
       FROM rendition r JOIN variant_version v ON v.id = r.variant_version_id JOIN variant s ON s.id = v.variant_id
       WHERE r.variant_version_id = ANY ($1) AND r.projection = $2`,
      [variantVersions, projection],
    );
    return new Map(rows.map((row) => [row.variant_version_id, row]));
  }

  private async make(variantVersions: readonly string[]): Promise<void> {
    const sources = await this.transaction.prepared<Source>(SOURCES, [variantVersions]);
    const parts = await this.parts.of(sources);
    const made = sources.flatMap((source) =>
      this.render(source, parts.get(source.id) ?? []).map((document) => ({ id: source.id, ...document })),
    );
    if (made.length) {
      await this.transaction.query(
        `INSERT INTO rendition (variant_version_id, projection, media_type, file_name, bytes, sha256)
         SELECT *, sha256(b) FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bytea[]) AS r(v, p, m, f, b) ON CONFLICT DO NOTHING`,
        [
          made.map((m) => m.id),
          made.map((m) => m.projection),
          made.map((m) => m.mediaType),
          made.map((m) => m.fileName),
          made.map((m) => m.bytes),
        ],
      );
    }
  }

  private render(source: Source, parts: readonly RenderedPart[]): RenderedDocument[] {
    const { team_id, owner_id: _owner, part_count: _count, ...input } = source;
    const documents = this.renderers.render({ ...input, parts, toPublic: team_id === PUBLIC_TEAM });
    return [...documents, summaryOf(source, documents)];
  }
}

/** What a list shows of an item, with the digest of each document behind it. */
function summaryOf(source: Source, documents: RenderedDocument[]): RenderedDocument {
  const summary = {
    id: source.externalId,
    reference: source.reference,
    type: source.kind,
    version: source.number,
    title: source.title,
    originator: source.owner.handle,
    ...source.handling,
    released_at: source.releasedAt.toISOString(),
    documents: documents.map(({ projection, path, mediaType, fileName, bytes }) => ({
      projection,
      href: path,
      media_type: mediaType,
      file_name: fileName,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
  };
  const bytes = canonicalBytes(summary);
  return {
    projection: SUMMARY,
    mediaType: 'application/json',
    fileName: `${source.externalId}-summary.json`,
    path: '',
    bytes,
  };
}
