import type { InformationType, Tlp } from '../../disclosure';
import type { KINDS } from '../agreements.dto';
import type { PartyRole } from '../rules/agreement';
import type { EmergencyReleaseDto } from '../emergency-release.dto';
import type { GrantDto } from '../terms.dto';

/** What a template lets go in each direction, every term said: whoever reads it learns what there is to say. */
type Said = Omit<GrantDto, 'from' | 'to' | 'information_types' | 'clauses' | 'emergency_release'>;
export type TemplateGrant = Required<Said> & {
  /** Left out where nobody releases alone. */
  emergency_release?: EmergencyReleaseDto;
  information_types: { type: InformationType; tlp_ceiling: Tlp }[];
};

/** Terms to begin a draft with. They bind nobody: who drafts changes them, and reads them before they are kept. */
export interface Template {
  name: string;
  title: string;
  /** For whom it is, in a sentence. */
  summary: string;
  kind: (typeof KINDS)[number];
  /** Of each party. */
  roles: PartyRole[];
  corrections: 'allowed' | 'none';
  /** How often contacts are verified and the joint committee meets, in days; null: it says nothing of it. */
  contactVerificationDays: number | null;
  meetingsDays: number | null;
  /** After how many years it ends by itself; null: when somebody gives notice. */
  years: number | null;
  /** How many days before the end notice is given; null: any. */
  noticeDays: number | null;
  grant: TemplateGrant | null;
}
