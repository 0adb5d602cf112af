import type { CsafFinding } from './finding';
import { isObject, type JsonObject, objectAt, textAt } from './json';
import type { CsafVersion } from './tlp';

/** Every profile but *CSAF Base* (§4). */
const PROFILES_2_0 = [
  'csaf_informational_advisory',
  'csaf_security_advisory',
  'csaf_security_incident_response',
  'csaf_vex',
];
const PROFILES: Readonly<Record<CsafVersion, readonly string[]>> = {
  '2.0': PROFILES_2_0,
  '2.1': [...PROFILES_2_0, 'csaf_deprecated_security_advisory', 'csaf_superseded', 'csaf_withdrawn'],
};

const DASHES_AND_SPACES = /[\p{Dash_Punctuation}\p{Connector_Punctuation}\p{White_Space}\u2212]/gu;

/** A name as the test compares it: without dashes, underscores and white space, in lower case. */
function bare(name: string): string {
  return name.replace(DASHES_AND_SPACES, '').toLowerCase();
}

/**
 * Mandatory test 6.1.26 of CSAF 2.0 and 2.1, *Prohibited Document Category Name*: a document of the
 * Base profile must not look as if it had another profile. The validator library has the test in
 * an older form, which misses `csafvex` and refuses the profiles that are new in 2.1.
 */
export function prohibitedCategory(version: CsafVersion, document: unknown): CsafFinding[] {
  const root: JsonObject = isObject(document) ? document : {};
  const category = textAt(objectAt(root, 'document'), 'category');
  const profiles = PROFILES[version];
  if (category === null || category === 'csaf_base' || profiles.includes(category)) return [];
  const reserved = profiles.flatMap((profile) => [bare(profile), bare(profile.slice('csaf_'.length))]);
  if (!category.toLowerCase().startsWith('csaf_') && !reserved.includes(bare(category))) return [];
  const message = 'The category resembles the name of a profile without being it.';
  return [{ path: '/document/category', rule: 'csaf 6.1.26', message }];
}
