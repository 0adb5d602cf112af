import type { DataSource } from 'typeorm';
import type { OverlayRestriction } from '../../src/disclosure/rules/overlay';
import { newId } from '../../src/platform/ids';
import type { GivenOverlay } from './given-overlays';
import { type Hands, insertRow, time } from './given-rows';

/** The restrictions of a version that is written already. */
export async function writeRestrictions(
  owner: DataSource,
  overlay: string,
  restrictions: readonly OverlayRestriction[],
): Promise<void> {
  for (const [index, one] of restrictions.entries())
    await insertRow(owner, 'overlay_restriction', {
      overlay_id: overlay,
      number: index + 1,
      direction: one.direction,
      any_information_type: one.informationTypes === 'any',
      information_types: one.informationTypes === 'any' ? [] : one.informationTypes,
      least_tlp: one.leastTlp,
      abroad: one.countries === 'abroad',
      countries: one.countries === 'abroad' ? [] : one.countries,
      public: one.public,
      clause: one.clause,
    });
}

/** Writes overlays as if all of them only narrowed. What was public already is then barred from it. */
export async function writeOverlays(
  owner: DataSource,
  hands: Hands,
  overlays: readonly GivenOverlay[],
): Promise<void> {
  const numbers = new Map<string, number>();
  for (const { organization, law, at, restrictions } of overlays) {
    const number = (numbers.get(organization) ?? 0) + 1;
    numbers.set(organization, number);
    const id = newId();
    await insertRow(owner, 'national_overlay', {
      id,
      organization_id: organization,
      number,
      law,
      second_person_required: false,
      recorded_at: time(at),
      recorded_by: hands.author(organization),
    });
    await writeRestrictions(owner, id, restrictions);
  }
  for (const organization of numbers.keys())
    await owner.query('SELECT app.bar_from_public($1, now())', [organization]);
}
