import type { EitherField, GroupField, Table } from './field';
import { DAYS, NONE, PERMITTED, PROHIBITED, said, TLP, TRUTH, worded } from './words';

/** A time within which something is done, and in which hours it runs: the shape of each term that sets one. */
export const WITHIN: Table = {
  minutes: { kind: 'number', label: 'termFields.minutes' },
  by_severity: {
    kind: 'group',
    label: 'termFields.bySeverity',
    rare: true,
    fields: {
      critical: { kind: 'number', label: 'terms.severity_critical' },
      high: { kind: 'number', label: 'terms.severity_high' },
      medium: { kind: 'number', label: 'terms.severity_medium' },
      low: { kind: 'number', label: 'terms.severity_low' },
      none: { kind: 'number', label: 'terms.severity_none' },
    },
  },
  working_hours: {
    kind: 'group',
    label: 'termFields.workingHours',
    hint: 'termFields.workingHoursHint',
    rare: true,
    fields: {
      zone: { kind: 'text', label: 'frame.timeZone', hint: 'termFields.zoneHint', max: 60, typed: true },
      days: { kind: 'boxes', label: 'termFields.workingDays', of: DAYS },
      from: {
        kind: 'text',
        label: 'termFields.dayBegins',
        hint: 'termFields.clockHint',
        max: 5,
        typed: true,
      },
      until: { kind: 'text', label: 'termFields.dayEnds', hint: 'termFields.clockHint', max: 5, typed: true },
      holidays: { kind: 'lines', label: 'termFields.holidays', hint: 'termFields.holidaysHint' },
    },
  },
};

/** For how many years something lives on, or without an end. */
const lives = (label: EitherField['label']): EitherField => ({
  kind: 'either',
  label,
  words: worded({ indefinite: 'owed.survivesEver' }),
  these: 'termFields.forYears',
  content: { kind: 'number', label: 'termFields.years' },
});

/** What the recipient owes, and how it is to handle what it has. */
export const OBLIGATIONS = {
  marking: {
    kind: 'rows',
    label: 'termFields.marking',
    one: 'termFields.textNumber',
    add: 'termFields.addText',
    row: {
      language: { kind: 'text', label: 'paper.language', hint: 'paper.languageHint', max: 35, typed: true },
      text: { kind: 'text', label: 'termFields.text', max: 500 },
    },
  },
  encryption_in_transit: {
    kind: 'choice',
    label: 'termFields.encryptionInTransit',
    of: said(['must', 'may'], (value) => `handling.transit_${value}`),
  },
  encryption_at_rest: {
    kind: 'choice',
    label: 'termFields.encryptionAtRest',
    of: said(['must', 'may'], (value) => `handling.rest_${value}`),
  },
  permitted_actions: {
    kind: 'choice',
    label: 'termFields.permittedActions',
    of: said(
      [
        'NONE',
        'CONTACT FOR INSTRUCTION',
        'INTERNALLY VISIBLE ACTIONS',
        'EXTERNALLY VISIBLE INDIRECT ACTIONS',
        'EXTERNALLY VISIBLE DIRECT ACTIONS',
      ],
      (value) => `handling.actions_${value}`,
    ),
  },
  affected_party_notice: {
    kind: 'choice',
    label: 'termFields.affectedPartyNotice',
    of: said(['must_not', 'via_originator', 'may'], (value) => `handling.party_${value}`),
  },
  access: {
    kind: 'group',
    label: 'termFields.access',
    fields: {
      need_to_know: { kind: 'tick', label: 'handling.access_need_to_know' },
      named_persons: { kind: 'tick', label: 'handling.access_named_persons' },
      nationality: { kind: 'lines', label: 'termFields.nationality', hint: 'termFields.nationalityHint' },
      contractors_bound: { kind: 'tick', label: 'handling.access_contractors_bound' },
    },
  },
  classification_map: {
    kind: 'rows',
    label: 'termFields.classificationMap',
    one: 'termFields.levelNumber',
    add: 'termFields.addLevel',
    row: {
      label: { kind: 'choice', label: 'termFields.tlp', of: TLP },
      level: { kind: 'text', label: 'termFields.level', max: 100 },
    },
  },
  permitted_purposes: {
    kind: 'either',
    label: 'termFields.permittedPurposes',
    words: NONE,
    these: 'termFields.onlyThese',
    content: { kind: 'boxes', label: 'termFields.permittedPurposes', of: PERMITTED },
  },
  prohibited_purposes: {
    kind: 'either',
    label: 'termFields.prohibitedPurposes',
    words: NONE,
    these: 'termFields.theseNot',
    content: { kind: 'boxes', label: 'termFields.prohibitedPurposes', of: PROHIBITED },
  },
  onward_sharing: {
    kind: 'choice',
    label: 'termFields.onwardSharing',
    of: said(
      ['none', 'own_constituents', 'with_prior_written_consent'],
      (value) => `clauses.onward_${value}`,
    ),
  },
  retention_days: { kind: 'number', label: 'termFields.retentionDays' },
  breach_notice_hours: { kind: 'number', label: 'termFields.breachNoticeHours' },
  acknowledge_within: { kind: 'group', label: 'termFields.acknowledgeWithin', fields: WITHIN },
  destruction: {
    kind: 'group',
    label: 'termFields.destruction',
    fields: {
      means: {
        kind: 'choice',
        label: 'termFields.means',
        of: worded({ delete: 'termFields.meansDelete', return: 'termFields.meansReturn' }),
      },
      certificate: { kind: 'choice', label: 'termFields.certificate', of: TRUTH, truth: true },
      logs_exempt: { kind: 'choice', label: 'termFields.logsExempt', of: TRUTH, truth: true },
    },
  },
  legal_hold: {
    kind: 'choice',
    label: 'termFields.legalHold',
    of: said(['recipient', 'originator', 'either'], (value) => `owed.hold_${value}`),
  },
  compelled_disclosure: {
    kind: 'choice',
    label: 'termFields.compelledDisclosure',
    of: said(
      ['notify_before', 'notify_at_once', 'resist_where_lawful'],
      (value) => `owed.compelled_${value}`,
    ),
  },
  post_termination: {
    kind: 'group',
    label: 'termFields.postTermination',
    fields: {
      rule: {
        kind: 'choice',
        label: 'termFields.afterEnd',
        of: worded({
          keep_under_terms: 'owed.after_keep_under_terms',
          destroy: 'termFields.afterDestroy',
          return: 'termFields.afterReturn',
        }),
      },
      days: { kind: 'number', label: 'termFields.daysAfterEnd', hint: 'termFields.daysAfterEndHint' },
    },
  },
  survival: {
    kind: 'group',
    label: 'termFields.survival',
    rare: true,
    fields: {
      confidentiality: lives('owed.survives_confidentiality'),
      purposes: lives('owed.survives_purposes'),
      onward_sharing: lives('owed.survives_onward_sharing'),
      retention: lives('owed.survives_retention'),
      attribution: lives('owed.survives_attribution'),
    },
  },
  feedback: {
    kind: 'either',
    label: 'termFields.feedback',
    words: NONE,
    these: 'termFields.hopedFor',
    content: {
      kind: 'boxes',
      label: 'termFields.feedback',
      of: said(['sightings', 'false_positives', 'usefulness'], (value) => `owed.feedback_${value}`),
    },
  },
} as const satisfies Table;

/** The obligations of a grant; none at all is as good as nothing said. */
export const OBLIGATIONS_FIELD: GroupField = {
  kind: 'group',
  label: 'termFields.obligations',
  fields: OBLIGATIONS,
};
