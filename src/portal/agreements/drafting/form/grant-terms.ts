import type { GroupField, Table } from './field';
import { OBLIGATIONS, OBLIGATIONS_FIELD, WITHIN } from './obligation-terms';
import {
  CATEGORIES,
  CHANNEL,
  DEFAULT_LABEL,
  PAP_CEILING,
  PRODUCTS,
  said,
  SECTOR,
  SEVERITY,
  TLP,
  TYPES,
  worded,
} from './words';

/** The typed terms of a grant besides its obligations. */
const GATES = {
  information_types: {
    kind: 'rows',
    label: 'termFields.informationTypes',
    one: 'termFields.typeNumber',
    add: 'termFields.addType',
    required: true,
    row: {
      type: { kind: 'choice', label: 'termFields.type', of: TYPES },
      tlp_ceiling: { kind: 'choice', label: 'termFields.upTo', of: TLP },
    },
  },
  categories: {
    kind: 'either',
    label: 'termFields.categories',
    words: worded({ any: 'clauses.categoriesAny' }),
    these: 'termFields.onlyThese',
    content: {
      kind: 'boxes',
      label: 'termFields.categoryCodes',
      of: CATEGORIES,
      more: { label: 'termFields.nationalCodes', hint: 'termFields.nationalCodesHint' },
    },
  },
  sectors: {
    kind: 'either',
    label: 'termFields.sectors',
    words: worded({ any: 'clauses.sectorsAny' }),
    these: 'termFields.onlyThese',
    content: { kind: 'boxes', label: 'termFields.sectors', of: SECTOR },
  },
  severity: {
    kind: 'either',
    label: 'termFields.severity',
    words: worded({ any: 'clauses.severityAny' }),
    these: 'termFields.onlyWithin',
    content: {
      kind: 'group',
      label: 'termFields.severity',
      fields: {
        least: { kind: 'choice', label: 'termFields.least', of: SEVERITY },
        most: { kind: 'choice', label: 'termFields.most', of: SEVERITY },
      },
    },
  },
  nexus: {
    kind: 'choice',
    label: 'termFields.nexus',
    of: said(['any', 'originator', 'recipient', 'either'], (value) => `clauses.nexus_${value}`),
  },
  pap_ceiling: { kind: 'choice', label: 'termFields.papCeiling', of: PAP_CEILING },
  channels: {
    kind: 'either',
    label: 'termFields.channels',
    words: worded({ any: 'clauses.channelsAny' }),
    these: 'termFields.onlyThese',
    content: { kind: 'boxes', label: 'termFields.channels', of: CHANNEL },
  },
  victim_identity: {
    kind: 'choice',
    label: 'termFields.victimIdentity',
    of: said(
      ['omit', 'pseudonym', 'sector_only', 'with_consent', 'full'],
      (value) => `clauses.victims_${value}`,
    ),
  },
  source_attribution: {
    kind: 'choice',
    label: 'termFields.sourceAttribution',
    of: said(['must_not', 'may', 'must'], (value) => `clauses.sources_${value}`),
  },
  personal_data: {
    kind: 'choice',
    label: 'termFields.personalData',
    of: said(['none', 'minimised', 'full_with_basis'], (value) => `clauses.persons_${value}`),
  },
  third_party_content: {
    kind: 'choice',
    label: 'termFields.thirdPartyContent',
    of: said(['with_consent', 'forward', 'never'], (value) => `clauses.thirdParty_${value}`),
  },
  product_types: {
    kind: 'either',
    label: 'termFields.productTypes',
    words: worded({ any: 'clauses.productsAny' }),
    these: 'termFields.productsLimited',
    content: {
      kind: 'group',
      label: 'termFields.productTypes',
      hint: 'termFields.productsHint',
      fields: {
        include: { kind: 'boxes', label: 'termFields.onlyThese', of: PRODUCTS },
        exclude: { kind: 'boxes', label: 'termFields.allButThese', of: PRODUCTS },
      },
    },
  },
  default_label: { kind: 'choice', label: 'termFields.defaultLabel', of: DEFAULT_LABEL },
  need: {
    kind: 'choice',
    label: 'termFields.need',
    of: said(['push', 'on_request', 'both'], (value) => `clauses.need_${value}`),
  },
  amber_reach: {
    kind: 'either',
    label: 'termFields.amberReach',
    words: said(['own_organisation', 'all_constituents'], (value) => `clauses.amber_${value}`),
    these: 'termFields.theseConstituents',
    content: { kind: 'lines', label: 'termFields.constituents', hint: 'termFields.constituentsHint' },
  },
  release_approval: {
    kind: 'rows',
    label: 'termFields.releaseApproval',
    hint: 'termFields.releaseApprovalHint',
    one: 'termFields.approvalNumber',
    add: 'termFields.addApproval',
    row: {
      tlp: { kind: 'choice', label: 'termFields.fromLabel', of: TLP },
      severity: { kind: 'choice', label: 'termFields.fromSeverity', of: SEVERITY },
      needs: {
        kind: 'choice',
        label: 'termFields.needs',
        of: said(['none', 'four_eyes', 'duty_officer', 'ministry'], (value) => `clauses.approval_${value}`),
      },
    },
  },
  emergency_release: {
    kind: 'group',
    label: 'termFields.emergencyRelease',
    fields: { up_to: { kind: 'choice', label: 'termFields.upTo', of: TLP } },
  },
  respond_within: { kind: 'group', label: 'termFields.respondWithin', fields: WITHIN },
  update_interval_hours: { kind: 'number', label: 'termFields.updateIntervalHours' },
  reach_back: {
    kind: 'either',
    label: 'termFields.reachBack',
    words: worded({ none: 'clauses.reachNone', all: 'clauses.reachAll' }),
    these: 'termFields.since',
    content: { kind: 'instant', label: 'termFields.sinceWhen' },
  },
} as const satisfies Table;

/** A text for each of these terms: the clause of the signed text behind it. */
export const clausesOf = (terms: Table, hint: GroupField['hint']): GroupField => ({
  kind: 'group',
  label: 'termFields.clauses',
  rare: true,
  ...(hint && { hint }),
  fields: Object.fromEntries(
    Object.entries(terms).map(([name, { label }]) => [name, { kind: 'text', label, max: 100 }]),
  ),
});

/** All that a grant says. */
export const GRANT: Table = {
  from: { kind: 'choice', label: 'termFields.from', of: 'teams' },
  to: { kind: 'choice', label: 'termFields.to', of: 'teams' },
  clause: { kind: 'text', label: 'termFields.clause', hint: 'termFields.clauseHint', max: 100 },
  ...GATES,
  obligations: OBLIGATIONS_FIELD,
  clauses: clausesOf({ ...GATES, ...OBLIGATIONS }, 'termFields.clausesHint'),
};
