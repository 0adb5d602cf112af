import type { OverlayRestriction } from '../../src/disclosure/rules/overlay';
import type { Tlp } from '../../src/disclosure/rules/vocabulary';
import { instant, type Written } from './case-instants';
import type { GivenOverlay } from './given-overlays';

interface WrittenRestriction {
  clause: string;
  what: 'any' | string[];
  'from marking'?: Tlp;
  'sent to'?: 'abroad' | string[];
  'received from'?: 'abroad' | string[];
  public?: boolean;
}
/** A version of a national overlay as a case writes it. */
export interface WrittenOverlay {
  of: string;
  law: string;
  'counts from': Written;
  withholds: WrittenRestriction[];
}

const restrictionOf = (written: WrittenRestriction): OverlayRestriction => ({
  clause: written.clause,
  direction: written['received from'] === undefined ? 'sending' : 'receiving',
  informationTypes: written.what,
  leastTlp: written['from marking'] ?? null,
  countries: written['received from'] ?? written['sent to'] ?? [],
  public: written.public ?? false,
});

export const overlayOf = (written: WrittenOverlay): GivenOverlay => ({
  organization: written.of,
  law: written.law,
  at: instant(written['counts from']),
  restrictions: written.withholds.map(restrictionOf),
});
