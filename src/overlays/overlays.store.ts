import { Injectable } from '@nestjs/common';
import type { OverlayRestriction } from '../disclosure';
import { newId } from '../platform/ids';
import { ViewerTransaction } from '../platform/viewer-transaction';
import type { OverlayVersion } from './overlay';

/** What is recorded of a new version. */
export type NewOverlay = Pick<
  OverlayVersion,
  'number' | 'law' | 'source' | 'effectiveOn' | 'restrictions' | 'secondPersonRequired'
>;

const RESTRICTIONS = `
  SELECT COALESCE(jsonb_agg(jsonb_build_object('clause', r.clause, 'direction', r.direction,
      'informationTypes', CASE WHEN r.any_information_type THEN '"any"'::jsonb ELSE to_jsonb(r.information_types) END,
      'leastTlp', r.least_tlp, 'countries', CASE WHEN r.abroad THEN '"abroad"'::jsonb ELSE to_jsonb(r.countries) END,
      'public', r.public) ORDER BY r.number), '[]') FROM overlay_restriction r WHERE r.overlay_id = o.id`;
const PERSON = (id: string) =>
  `(SELECT jsonb_build_object('id', a.id, 'name', a.name) FROM account a WHERE a.id = ${id})`;
const VERSIONS = `
  SELECT o.id, o.number, o.law, o.source, o.effective_on::text AS "effectiveOn",
    (SELECT g.country FROM organization g WHERE g.id = o.organization_id) AS jurisdiction, (${RESTRICTIONS}) AS restrictions, o.second_person_required AS "secondPersonRequired",
    o.recorded_at AS "recordedAt", ${PERSON('o.recorded_by')} AS "recordedBy",
    c.confirmed_at AS "confirmedAt", ${PERSON('c.confirmed_by')} AS "confirmedBy",
    (SELECT min(n.counts_from) FROM overlay_counted n WHERE n.organization_id = o.organization_id AND n.number > o.number) AS "followedAt",
    NOT EXISTS (SELECT 1 FROM national_overlay n WHERE n.organization_id = o.organization_id AND n.number > o.number) AS "isLast"
  FROM national_overlay o LEFT JOIN national_overlay_confirmation c ON c.overlay_id = o.id
  WHERE o.organization_id = app.viewer_org()`;
const LAST = 2_147_483_647;

/** Every statement about the own national overlay. */
@Injectable()
export class OverlaysStore {
  constructor(private readonly transaction: ViewerTransaction) {}

  /** Versions before one, the newest first. */
  page(before: string | undefined, limit: number): Promise<OverlayVersion[]> {
    const last = before === undefined ? LAST : Number(before);
    return this.transaction.query(`${VERSIONS} AND o.number < $1 ORDER BY o.number DESC LIMIT $2`, [
      last,
      limit,
    ]);
  }

  find(number: number): Promise<OverlayVersion | undefined> {
    return this.transaction.one(`${VERSIONS} AND o.number = $1`, [number]);
  }

  /** What the version withholds that counts now; nothing where there is none. */
  async restrictionsInForce(): Promise<OverlayRestriction[]> {
    const found = await this.transaction.one<Pick<OverlayVersion, 'restrictions'>>(
      `${VERSIONS} AND o.id = app.overlay_in_force(o.organization_id)`,
    );
    return found?.restrictions ?? [];
  }

  /** Waits for all that the overlay may withhold something from; see app.hold_for_overlay. */
  async hold(): Promise<void> {
    await this.transaction.lock(`change:overlay:${this.transaction.viewer.organizationId}`);
    await this.transaction.query('SELECT app.hold_for_overlay()');
    await this.transaction.renewInstant();
  }

  async add({
    number,
    law,
    source,
    effectiveOn,
    restrictions,
    secondPersonRequired,
  }: NewOverlay): Promise<string> {
    const { at, person, viewer } = this.transaction;
    const id = newId();
    await this.transaction.query(
      `INSERT INTO national_overlay (id, organization_id, number, law, source, effective_on, second_person_required, recorded_at,
         recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, viewer.organizationId, number, law, source, effectiveOn, secondPersonRequired, at, person],
    );
    for (const [index, one] of restrictions.entries()) await this.addRestriction(id, index + 1, one);
    return id;
  }

  private async addRestriction(overlay: string, number: number, one: OverlayRestriction): Promise<void> {
    const { informationTypes: types, countries } = one;
    await this.transaction.query(
      `INSERT INTO overlay_restriction (overlay_id, number, direction, any_information_type, information_types, least_tlp,
         abroad, countries, public, clause) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[
          overlay,
          number,
          one.direction,
          types === 'any',
          types === 'any' ? [] : [...types].sort(),
          one.leastTlp,
        ],
        ...[
          countries === 'abroad',
          countries === 'abroad' ? [] : [...countries].sort(),
          one.public,
          one.clause,
        ],
      ],
    );
  }

  async confirm(overlay: string): Promise<void> {
    const { at, person, viewer } = this.transaction;
    await this.transaction.query(
      `INSERT INTO national_overlay_confirmation (overlay_id, organization_id, confirmed_at, confirmed_by) VALUES ($1, $2, $3, $4)`,
      [overlay, viewer.organizationId, at, person],
    );
  }

  /** Sets off what follows from a version that has come to count; the caller holds. */
  async settle(overlay: string): Promise<void> {
    await this.transaction.query('SELECT app.after_overlay($1, $2)', [overlay, this.transaction.at]);
  }
}
