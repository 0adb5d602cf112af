import { ApiProperty } from '@nestjs/swagger';
import type { StoredLink } from '../dossier';
import { ApiInstant } from '../instant';
import { iso, isoOrNull } from '../pause-view';
import { daysBetween, FORMER, type Span, transition } from '../rules/succession';

/** What lies between two agreements: nothing flows under either in a gap, and under both in an overlap. */
export class TransitionView {
  @ApiProperty({ enum: ['gap', 'overlap', 'seamless'] }) kind: string;
  @ApiInstant() from: string;
  @ApiInstant(true) until: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Whole days of 24 hours; null without an end' })
  days: number | null;
}

/** The other of two agreements of which one supersedes the other. */
export class SuccessionView {
  @ApiProperty({ description: 'Its reference' }) agreement: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: FORMER, description: 'What becomes of the former' }) former: string;
  @ApiInstant(true) in_force_from: string | null;
  @ApiInstant(true) in_force_until: string | null;
  @ApiProperty({
    type: TransitionView,
    nullable: true,
    description: 'What lies between both; null before it is known',
  })
  transition: TransitionView | null;
}

/** @param own when the agreement that is read is in force @param isFormer whether the other one came first */
export function presentLink(link: StoredLink, own: Span | null, isFormer: boolean): SuccessionView {
  const between = isFormer ? transition(link.span, own) : transition(own, link.span);
  return {
    agreement: link.reference,
    title: link.title,
    former: link.former,
    in_force_from: isoOrNull(link.span?.begins ?? null),
    in_force_until: isoOrNull(link.span?.ends ?? null),
    transition: between && {
      kind: between.kind,
      from: iso(between.from),
      until: isoOrNull(between.until),
      days: daysBetween(between.from, between.until),
    },
  };
}
