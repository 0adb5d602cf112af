import type { DraftBody } from '../agreements.dto';
import type { TermsDto } from '../terms.dto';
import { CAPACITY_AGREEMENT } from './capacity-agreement';
import { CLOSE_PARTNERSHIP } from './close-partnership';
import { COMMUNITY_MEMBERSHIP } from './community-membership';
import { FIRST_MEMORANDUM } from './first-memorandum';
import type { Template } from './template';

export type { Template } from './template';

/** From the narrowest to the widest, and the one that grants nothing. */
export const TEMPLATES: readonly Template[] = [
  FIRST_MEMORANDUM,
  COMMUNITY_MEMBERSHIP,
  CLOSE_PARTNERSHIP,
  CAPACITY_AGREEMENT,
];

/** The day on which terms end that are drafted at an instant. */
export function endOf({ years }: Template, at: Date): string | null {
  if (years === null) return null;
  const end = Date.UTC(at.getUTCFullYear() + years, at.getUTCMonth(), at.getUTCDate());
  return new Date(end).toISOString().slice(0, 10);
}

/** Terms of a template between teams: each lets each of the others have the same. */
export function termsOf(template: Template, teams: readonly string[], at: Date): TermsDto {
  const expires_at = endOf(template, at);
  const {
    grant,
    corrections,
    noticeDays,
    contactVerificationDays: contacts,
    meetingsDays: meetings,
  } = template;
  const ways = teams.flatMap((from) => teams.filter((to) => to !== from).map((to) => ({ from, to })));
  return {
    corrections,
    ...(expires_at !== null && { expires_at }),
    ...(noticeDays !== null && { notice_days: noticeDays }),
    ...(contacts !== null && { contact_verification_days: contacts }),
    ...(meetings !== null && { meetings_days: meetings }),
    grants: grant ? ways.map((way) => ({ ...way, ...structuredClone(grant) })) : [],
  };
}

/** A whole draft of it, as the web API takes it. */
export const draftOf = (
  template: Template,
  teams: readonly string[],
  { reference, title, at }: { reference: string; title: string; at: Date },
): DraftBody => ({
  reference,
  title,
  kind: template.kind,
  parties: teams.map((organization) => ({ organization, roles: [...template.roles] })),
  terms: termsOf(template, teams, at),
});
