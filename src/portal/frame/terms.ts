import type { components } from '../../../docs/openapi';
import { isMessage } from '../messages/catalogue';
import type { Screen } from '../screen/screen';

type Schemas = components['schemas'];
type Listed = Schemas['ListedSummary'];
type Part = Schemas['PartView'];

/** The lists of the web API that people choose from, in the order in which they are offered. */
export const INFORMATION_TYPES = [
  'threat_report',
  'indicator',
  'vulnerability_published',
  'vulnerability_unpublished',
  'incident_summary',
  'incident_detail',
  'victim_notification',
  'malware_sample',
  'forensic_data',
  'statistics',
  'best_practice',
] as const satisfies readonly Listed['information_type'][];

export const SECTORS = [
  'banking',
  'digital-infrastructure',
  'education',
  'energy',
  'food',
  'government',
  'health',
  'manufacturing',
  'media',
  'telecommunications',
  'transport',
  'water',
  'other',
] as const satisfies readonly NonNullable<Schemas['HandlingInput']['sectors']>[number][];

export const SEVERITIES = [
  'none',
  'low',
  'medium',
  'high',
  'critical',
] as const satisfies readonly NonNullable<Listed['severity']>[];
export const PAP_LEVELS = ['CLEAR', 'GREEN', 'AMBER', 'RED'] as const satisfies readonly NonNullable<
  Listed['pap']
>[];
export const PART_KINDS = ['indicator', 'statement', 'field'] as const satisfies readonly Part['kind'][];
export const PART_TAGS = [
  'victim_identity',
  'source_identity',
  'personal_data',
] as const satisfies readonly Part['tags'][number][];

export const PRODUCT_TYPES = [
  'alert',
  'advisory',
  'threat_report',
  'malware_analysis',
  'indicator_list',
  'incident_notice',
  'situation_report',
  'statistics',
  'best_practice',
  'training_material',
] as const satisfies readonly NonNullable<Schemas['HandlingInput']['product_types']>[number][];

/** Whether a category is one of a national scheme, as `cn:GB/T 20986-2023#MI`. */
export const isNational = (code: string): boolean => code.includes('#');
export const NATIONAL_EXAMPLE = 'cn:GB/T 20986-2023#MI';
/** National codes as people write them, one on a line. */
export const codesIn = (text: string | undefined): string[] =>
  (text ?? '').split(/\r?\n/).flatMap((line) => line.trim() || []);

/** Reference Security Incident Taxonomy 1.3: classes and their types. Codes are never translated. */
export const RSIT = {
  'abusive-content': ['spam', 'harmful-speech', 'violence'],
  'malicious-code': ['infected-system', 'c2-server', 'malware-distribution', 'malware-configuration'],
  'information-gathering': ['scanner', 'sniffing', 'social-engineering'],
  'intrusion-attempts': ['ids-alert', 'brute-force', 'exploit'],
  intrusions: [
    'privileged-account-compromise',
    'unprivileged-account-compromise',
    'application-compromise',
    'system-compromise',
    'burglary',
  ],
  availability: ['dos', 'ddos', 'misconfiguration', 'sabotage', 'outage'],
  'information-content-security': [
    'unauthorised-information-access',
    'unauthorised-information-modification',
    'data-loss',
    'data-leak',
  ],
  fraud: ['unauthorised-use-of-resources', 'copyright', 'masquerade', 'phishing'],
  vulnerable: [
    'weak-crypto',
    'ddos-amplifier',
    'potentially-unwanted-accessible',
    'information-disclosure',
    'vulnerable-system',
  ],
  other: ['other', 'undetermined'],
  test: ['test'],
} as const;

export const RSIT_CODES: readonly string[] = Object.entries(RSIT).flatMap(([group, types]) =>
  types.map((type) => `${group}/${type}`),
);

const KEYS = {
  type: (code: string) => `terms.type_${code}`,
  sector: (code: string) => `terms.sector_${code}`,
  severity: (code: string) => `terms.severity_${code}`,
  product: (code: string) => `clauses.product_${code}`,
  part: (code: string) => `terms.part_${code}`,
  tag: (code: string) => `terms.tag_${code}`,
};
export type TermKind = keyof typeof KEYS;

/** A code of the web API in the reader's words; one that has none stays as it is. */
export function inWords({ t }: Screen, kind: TermKind, code: string): string {
  const key = KEYS[kind](code);
  return isMessage(key) ? t(key) : code;
}
