import { noLater } from './no-less-owed';
import { atMost, FROM_NARROWEST, type Further, type NoWider, upTo, whereSaid } from './no-wider';
import type { ApprovalTerm, EmergencyTerm, GrantContent, ProductTypes } from './terms-content';

const THIRD_PARTY: readonly string[] = ['never', 'with_consent', 'forward'];

/** Of what is not said, that of another publisher goes while its source consents. */
export const withinThirdParty: NoWider<string | undefined> = (
  inner = 'with_consent',
  outer = 'with_consent',
) => upTo(THIRD_PARTY)(inner, outer);

/** Only these within only these or all but those; all but more within all but these. */
export const amongProducts: NoWider<ProductTypes | undefined> = (inner, outer) => {
  if (outer === undefined) return true;
  if (inner === undefined) return false;
  const excluded = outer.exclude ?? [];
  if (inner.include) {
    const { include } = outer;
    return inner.include.every(
      (one) => (include === undefined || include.includes(one)) && !excluded.includes(one),
    );
  }
  return outer.include === undefined && excluded.every((one) => (inner.exclude ?? []).includes(one));
};

/** What comes without a label is filed under one that is no wider. */
export const labelledAsNarrow: NoWider<string | undefined> = (inner, outer) =>
  outer === undefined || (inner !== undefined && upTo(FROM_NARROWEST.tlp_ceiling)(outer, inner));

/** Every approval that the outer asks for, the inner asks for of the same. */
export const approvedAsMuch: NoWider<readonly ApprovalTerm[] | undefined> = (inner, outer) =>
  (outer ?? []).every((asked) =>
    (inner ?? []).some(
      ({ needs, tlp, severity }) => needs === asked.needs && tlp === asked.tlp && severity === asked.severity,
    ),
  );

/** One person alone lets go no more than by the outer; what is not said lets nothing go so. */
export const noMoreAlone: NoWider<EmergencyTerm | undefined> = (inner, outer) =>
  inner === undefined || (outer !== undefined && upTo(FROM_NARROWEST.tlp_ceiling)(inner.up_to, outer.up_to));

/** The terms of a grant that are left out where nothing is said. */
export const FURTHER = {
  third_party_content: withinThirdParty,
  product_types: amongProducts,
  default_label: labelledAsNarrow,
  respond_within: whereSaid(noLater),
  update_interval_hours: whereSaid(atMost),
  release_approval: approvedAsMuch,
  emergency_release: noMoreAlone,
} as const satisfies { readonly [Name in Further]: NoWider<GrantContent[Name]> };
