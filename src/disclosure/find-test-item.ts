import { Injectable } from '@nestjs/common';
import { ViewerTransaction } from '../platform/viewer-transaction';

/** A public advisory that says of itself, by its category, that it is a test. */
export interface TestItem {
  /** The identifier that it has for the viewer's team. */
  id: string;
  /** Handle. */
  originator: string;
  /** SHA-256 of its CSAF document as it is now, in hex; null until somebody has read it. */
  sha256: string | null;
}

const SQL = `
  SELECT v.external_id AS id, o.handle AS originator, encode(d.sha256, 'hex') AS sha256
  FROM release r
  JOIN item_version n ON n.id = r.item_version_id
  JOIN item i ON i.id = r.item_id AND i.kind = 'advisory'
  JOIN organization o ON o.id = r.owner_id
  JOIN variant v ON v.item_id = r.item_id AND v.team_id IN (app.viewer_org(), app.public_team()) AND v.person_id IS NULL
  LEFT JOIN variant_version w ON w.variant_id = v.id AND w.item_version_id = r.item_version_id
  LEFT JOIN rendition d ON d.variant_version_id = w.id AND d.projection = 'csaf'
  WHERE r.public AND r.owner_id <> app.viewer_org() AND r.public_seq IS NOT NULL AND NOT r.barred_by_law
    AND r.superseded_at IS NULL AND n.tlp = 'CLEAR' AND n.categories = '{test/test}'
  ORDER BY r.released_at DESC, v.team_id = app.viewer_org() DESC LIMIT 1`;

/** Finds what people released for trying a connection out: TLP:CLEAR, public, and of the category test/test alone. */
@Injectable()
export class FindTestItem {
  constructor(private readonly transaction: ViewerTransaction) {}

  async newest(): Promise<TestItem | null> {
    return (await this.transaction.one<TestItem>(SQL)) ?? null;
  }
}
