import {
  type ApprovalLevel,
  type Channel,
  type Nexus,
  type Pap,
  type PersonalData,
  type Purpose,
  RSIT,
  RSIT_CODES,
  type Severity,
  type SourceAttribution,
  type ThirdPartyContent,
  type Tlp,
  type VictimIdentity,
} from '../../src/disclosure/rules/vocabulary';
import { instant } from './case-instants';
import type { GivenGrant } from './given-world';

/** What a grant of a case says, in the words of terms. */
export interface WrittenGrant {
  from: string;
  to: string;
  clause: string;
  priority?: number;
  gives: Record<string, GivenGrant['types'][number][1]>;
  categories: 'any' | string[];
  sectors: 'any' | string[];
  severity?: 'any' | { 'at least'?: Severity; 'at most'?: Severity };
  nexus?: Nexus;
  'PAP ceiling'?: 'any' | Pap;
  channels?: 'any' | Channel[];
  'encryption in transit'?: 'must' | 'may';
  'permitted purposes'?: 'any' | Purpose[];
  'victim identity'?: VictimIdentity;
  'source attribution'?: SourceAttribution;
  'personal data'?: PersonalData;
  'third-party content'?: ThirdPartyContent;
  'product types'?: 'any' | { only: string[] } | { except: string[] };
  need?: 'push' | 'on request' | 'both';
  'AMBER reaches'?: 'own organisation' | 'all constituents' | string[];
  'alone in an emergency'?: Tlp;
  'release approval'?: { tlp?: Tlp; severity?: Severity; needs: ApprovalLevel }[];
  'passing on'?: 'nobody' | 'own constituents' | 'with consent';
  'reaches back': string;
}

/** A class alone stands for all of its types, in terms as they are entered and so in the cases. */
const types = (code: string): string[] => RSIT[code]?.map((type) => `${code}/${type}`) ?? [code];

/** @throws Error for what is no RSIT code */
export function knownCodes(codes: string[]): string[] {
  const strange = codes.find((code) => !code.includes('#') && !RSIT_CODES.includes(code));
  if (strange !== undefined) throw new Error(`“${strange}” is no RSIT code`);
  return codes;
}

const REACHES = { 'own organisation': 'own_organisation', 'all constituents': 'all_constituents' } as const;
const ONWARD = {
  nobody: 'none',
  'own constituents': 'own_constituents',
  'with consent': 'with_prior_written_consent',
} as const;

/** @throws Error for what is no RSIT code */
export function grantOf({
  gives,
  categories,
  severity = 'any',
  'PAP ceiling': papCeiling = 'any',
  'encryption in transit': encryption,
  'permitted purposes': purposes = 'any',
  'victim identity': victimIdentity = 'omit',
  'source attribution': sourceAttribution = 'must_not',
  'personal data': personalData = 'none',
  'third-party content': thirdPartyContent = 'with_consent',
  'product types': products = 'any',
  'reaches back': reach,
  need = 'push',
  'AMBER reaches': reaches = 'own organisation',
  'passing on': onward,
  'alone in an emergency': emergencyUpTo,
  'release approval': approval,
  ...rest
}: WrittenGrant): GivenGrant {
  return {
    ...rest,
    severity:
      severity === 'any' ? 'any' : { least: severity['at least'] ?? null, most: severity['at most'] ?? null },
    papCeiling,
    purposes,
    victimIdentity,
    sourceAttribution,
    personalData,
    thirdPartyContent,
    emergencyUpTo: emergencyUpTo ?? null,
    productTypes:
      products === 'any'
        ? 'any'
        : 'only' in products
          ? { include: products.only }
          : { exclude: products.except },
    need: need === 'on request' ? 'on_request' : need,
    amberReach: REACHES[reaches as keyof typeof REACHES] ?? (reaches as string[]),
    ...(onward && { onward: ONWARD[onward] }),
    ...(encryption && { encryption }),
    ...(approval && {
      releaseApproval: approval.map(({ tlp = null, severity: severe = null, needs }) => ({
        tlp,
        severity: severe,
        needs,
      })),
    }),
    types: Object.entries(gives),
    categories: categories === 'any' ? 'any' : knownCodes(categories.flatMap(types)),
    reachBack: reach === 'none' || reach === 'all' ? reach : instant(reach),
  };
}
