import type { GroupField, RowsField, Table } from './field';
import { clausesOf, GRANT } from './grant-terms';
import { ROLES, said, worded } from './words';

/** What terms say of the whole, in the order in which it is typed. */
export const WHOLE = {
  entry_condition: {
    kind: 'group',
    label: 'termFields.entryCondition',
    fields: {
      rule: {
        kind: 'choice',
        label: 'termFields.entryRule',
        of: worded({
          not_before: 'termFields.entryNotBefore',
          after_last_signature: 'termFields.entryAfterSignature',
          after_last_notification: 'termFields.entryAfterNotification',
        }),
      },
      date: { kind: 'instant', label: 'termFields.entryDate' },
      days: { kind: 'number', label: 'termFields.entryDays', hint: 'termFields.entryDaysHint' },
    },
  },
  expires_at: { kind: 'instant', label: 'termFields.expiresAt' },
  notice_days: { kind: 'number', label: 'termFields.noticeDays' },
  corrections: {
    kind: 'choice',
    label: 'termFields.corrections',
    of: said(['allowed', 'none'], (value) => `clauses.corrections_${value}`),
  },
  contact_verification_days: { kind: 'number', label: 'termFields.contactVerificationDays' },
  meetings_days: { kind: 'number', label: 'termFields.meetingsDays' },
} as const satisfies Table;

const GRANTS: RowsField = {
  kind: 'rows',
  label: 'termFields.grants',
  hint: 'termFields.grantsHint',
  one: 'termFields.grantNumber',
  add: 'termFields.addGrant',
  required: true,
  kept: true,
  row: GRANT,
};

const OTHER_CLAUSES: RowsField = {
  kind: 'rows',
  label: 'paper.other',
  one: 'termFields.clauseNumber',
  add: 'termFields.addClause',
  row: {
    number: { kind: 'text', label: 'termFields.number', hint: 'termFields.clauseHint', max: 100 },
    language: { kind: 'text', label: 'paper.language', hint: 'paper.languageHint', max: 35, typed: true },
    heading: { kind: 'text', label: 'termFields.heading', max: 300 },
    text: { kind: 'text', label: 'termFields.text', max: 10_000, lines: 3 },
    owner_role: { kind: 'choice', label: 'termFields.ownerRole', of: ROLES },
    owner: { kind: 'text', label: 'termFields.owner', hint: 'termFields.handleHint', max: 40, typed: true },
    binding: {
      kind: 'choice',
      label: 'termFields.clauseBinding',
      of: said(['binding', 'non_binding'], (value) => `paper.binding_${value}`),
    },
  },
};

/** Who joins an agreement with terms that are proposed. */
const JOINING: RowsField = {
  kind: 'rows',
  label: 'termFields.joining',
  hint: 'termFields.joiningHint',
  one: 'termFields.joiningNumber',
  add: 'termFields.addJoining',
  row: {
    organization: {
      kind: 'text',
      label: 'termFields.organization',
      hint: 'termFields.handleHint',
      max: 40,
      typed: true,
    },
    roles: { kind: 'boxes', label: 'agreements.roles', of: ROLES },
  },
};

const form = (fields: Table): GroupField => ({ kind: 'group', label: 'drafting.terms', fields });

/** How every term is typed. A new term of the web API is a line in this table, or in one that is named in it. */
export const TERMS_FORM = form({
  ...WHOLE,
  clauses: clausesOf(WHOLE, undefined),
  grants: GRANTS,
  other_clauses: OTHER_CLAUSES,
});
/** The same for terms that are proposed: others may join with them. */
export const PROPOSAL_FORM = form({ ...TERMS_FORM.fields, joining: JOINING });
