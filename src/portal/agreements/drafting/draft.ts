import type { components } from '../../../../docs/openapi';
import type { Form } from '../../screen/screens';
import { descriptionOf } from '../paper/description-fields';
import { supersedesOf } from '../succession/supersedes-field';

type Body = components['schemas']['DraftBody'];
/** Those who may be parties. */
export type Directory = readonly components['schemas']['OrganizationView'][];

export const KINDS = [
  'mou',
  'treaty',
  'community_membership',
  'host_or_capacity_agreement',
  'implementing_annex',
  'sop',
  'case_arrangement',
] as const satisfies readonly Body['kind'][];
export const ROLES = [
  'signatory',
  'operating_cert',
  'approving_authority',
  'observer',
  'depositary',
] as const satisfies readonly Body['parties'][number]['roles'][number][];
/** How many parties the form has room for; more of them come through the web API. */
export const PARTY_ROWS = 6;

/** What first terms begin with; who drafts fills in both sides and what goes. */
export const BEGINNING = {
  corrections: 'allowed',
  grants: [
    {
      clause: 'Art. 1',
      information_types: [{ type: 'indicator', tlp_ceiling: 'GREEN' }],
      categories: 'any',
      sectors: 'any',
      reach_back: 'none',
    },
  ],
};

/** The agreement of a form, with these terms, as the web API takes it. */
export function draftOf(form: Form, terms: unknown): Body {
  const rows = Array.from({ length: PARTY_ROWS }, (_, row) => ({
    organization: form.text(`party-${row}`),
    roles: form.list(`roles-${row}`) as Body['parties'][number]['roles'],
  }));
  const parent = form.text('parent');
  const supersedes = supersedesOf(form);
  const description = descriptionOf(form, 'description.');
  return {
    reference: form.text('reference') ?? '',
    title: form.text('title') ?? '',
    kind: form.text('kind') as Body['kind'],
    ...(parent && { parent }),
    parties: rows.flatMap(({ organization, roles }) => (organization ? [{ organization, roles }] : [])),
    ...(supersedes && { supersedes }),
    ...(description && { description }),
    terms: terms as Body['terms'],
  };
}
