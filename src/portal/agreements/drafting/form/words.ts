import {
  INFORMATION_TYPES,
  PRODUCT_TYPES,
  RSIT,
  RSIT_CODES,
  SECTORS,
  SEVERITIES,
} from '../../../frame/terms';
import { isMessage, type MessageKey } from '../../../messages/catalogue';
import { dayOf, WEEK } from '../../sentences/time';
import type { Words } from './field';

/** Words with a message each, of which the key is made; sentences name both sides. */
export const said = (values: readonly string[], keyOf: (value: string) => string): Words => ({
  values,
  inWords: ({ t }, value, sides) => {
    const key = keyOf(value);
    return isMessage(key) ? t(key, { ...sides, word: value }) : value;
  },
});

/** Words with these messages. */
export const worded = (messages: Readonly<Record<string, MessageKey>>): Words => ({
  values: Object.keys(messages),
  inWords: ({ t }, value, sides) => {
    const key = Object.hasOwn(messages, value) ? messages[value] : undefined;
    return key ? t(key, { ...sides }) : value;
  },
});

const asWritten = (values: readonly string[], prefix = ''): Words => ({
  values,
  inWords: (_, value) => `${prefix}${value}`,
});

export const NONE: Words = asWritten([]);
export const LABELS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'];
export const TLP = asWritten(LABELS, 'TLP:');
const PAP = ['CLEAR', 'GREEN', 'AMBER', 'RED'];
export const PAP_CEILING: Words = {
  values: ['any', ...PAP],
  inWords: ({ t }, value) => (value === 'any' ? t('clauses.papAny') : `PAP:${value}`),
};
export const DEFAULT_LABEL: Words = {
  values: ['none', ...LABELS],
  inWords: ({ t }, value, { from, to }) =>
    value === 'none'
      ? t('clauses.unmarkedNone', { from })
      : t('clauses.unmarkedLabel', { from, to, label: value }),
};

export const TYPES = said(INFORMATION_TYPES, (value) => `clauses.type_${value}`);
export const PRODUCTS = said(PRODUCT_TYPES, (value) => `clauses.product_${value}`);
export const SEVERITY = said(SEVERITIES, (value) => `terms.severity_${value}`);
export const SECTOR = said(SECTORS, (value) => `terms.sector_${value}`);
/** Classes and codes of RSIT, a class before its types. */
export const CATEGORIES = asWritten(
  Object.keys(RSIT).flatMap((one) => [one, ...RSIT_CODES.filter((code) => code.startsWith(`${one}/`))]),
);
export const CHANNEL = said(
  ['portal', 'rest', 'csaf', 'taxii', 'misp', 'mail', 'voice'],
  (value) => `clauses.channel_${value}`,
);
const purposes = (values: readonly string[]) => said(values, (value) => `clauses.purpose_${value}`);
export const PERMITTED = purposes([
  'network_defence',
  'incident_response',
  'victim_notification',
  'statistics',
  'research',
  'law_enforcement',
]);
export const PROHIBITED = purposes([
  'offensive_use',
  'public_attribution',
  'evidence_in_proceedings',
  'commercial_use',
  'sanctions',
]);
export const ROLES = said(
  ['signatory', 'operating_cert', 'approving_authority', 'observer', 'depositary'],
  (value) => `agreements.role_${value}`,
);
export const TRUTH = worded({ true: 'frame.yes', false: 'frame.no' });

export const DAYS: Words = {
  values: WEEK,
  inWords: (telling, value) => (WEEK.includes(value) ? dayOf(telling, value) : value),
};
