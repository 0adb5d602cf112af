import { millisOf } from '../../platform/instant';
import type { HandlingInput } from './handling.dto';
import type { ItemVersionRow } from './item.entity';
import { refuseNamesBeside } from './named-persons';

/** The handling part of a version. */
export type Handling = Pick<
  ItemVersionRow,
  | 'tlp'
  | 'informationType'
  | 'categories'
  | 'productTypes'
  | 'sectors'
  | 'severity'
  | 'nexus'
  | 'pap'
  | 'embargoUntil'
  | 'audienceAny'
  | 'audienceInclude'
  | 'audienceExclude'
  | 'namedPersons'
>;

/** What a new item begins with: unlabelled, and for its owner alone. */
export const UNLABELLED: Handling = {
  tlp: null,
  informationType: null,
  categories: [],
  productTypes: [],
  sectors: [],
  severity: null,
  nexus: [],
  pap: null,
  embargoUntil: null,
  audienceAny: false,
  audienceInclude: [],
  audienceExclude: [],
  namedPersons: [],
};

/**
 * The former handling with what the input changes.
 * @param resolve turns the handle of an organization into its id, or refuses it naming the field
 * @param requireOfficers refuses accounts that may not be named
 * @throws Refusal 422 for names beside any marking but RED
 */
export async function applyHandling(
  former: Handling,
  input: HandlingInput,
  resolve: (handle: string, field: string) => Promise<string>,
  requireOfficers: (accounts: readonly string[]) => Promise<void>,
): Promise<Handling> {
  const { audience } = input;
  const namedPersons = input.named_persons?.map((account) => account.toLowerCase()) ?? former.namedPersons;
  refuseNamesBeside(input.tlp ?? former.tlp, namedPersons);
  if (input.named_persons) await requireOfficers(namedPersons);
  const ids = (handles: string[], field: string) =>
    inOrder(handles, (handle, n) => resolve(handle, `${field}[${n}]`));
  const any = audience?.include === 'partners';
  return {
    tlp: input.tlp ?? former.tlp,
    informationType: input.information_type ?? former.informationType,
    categories: input.categories?.map((code) => code.normalize('NFC')) ?? former.categories,
    productTypes: input.product_types ?? former.productTypes,
    sectors: input.sectors ?? former.sectors,
    severity: input.severity ?? former.severity,
    nexus: input.nexus ?? former.nexus,
    pap: input.pap === undefined ? former.pap : input.pap,
    embargoUntil:
      input.embargo_until === undefined
        ? former.embargoUntil
        : input.embargo_until === null
          ? null
          : new Date(millisOf(input.embargo_until)),
    audienceAny: audience ? any : former.audienceAny,
    audienceInclude: audience
      ? Array.isArray(audience.include)
        ? await ids(audience.include, 'handling.audience.include')
        : []
      : former.audienceInclude,
    audienceExclude: audience?.exclude
      ? await ids(audience.exclude, 'handling.audience.exclude')
      : former.audienceExclude,
    namedPersons,
  };
}

async function inOrder<In, Out>(
  values: readonly In[],
  work: (value: In, index: number) => Promise<Out>,
): Promise<Out[]> {
  const results: Out[] = [];
  for (const [index, value] of values.entries()) results.push(await work(value, index));
  return results;
}
