import { instantOf } from '../../frame/local-time';
import type { components } from '../../../../docs/openapi';
import type { Screen } from '../../screen/screen';
import { type ApiRefused, tried } from '../../web-api/refused';
import { REPORT_STATUSES } from '../incident';

type Schemas = components['schemas'];

/** Whose incidents: reports filed or received, the own cases made of them, and what others share. */
export const LISTS = ['reports', 'cases', 'shared'] as const;
export type ListName = (typeof LISTS)[number];

export type Queue = { readonly refused?: ApiRefused | undefined } & (
  | { readonly list: 'reports'; readonly page: Schemas['ReportPage'] }
  | { readonly list: 'cases'; readonly page: Schemas['OwnIncidentPage'] }
  | { readonly list: 'shared'; readonly page: Schemas['SummaryPage'] }
);

/** The lists that somebody's organization can have anything in, the one that needs her first. */
export function listsFor({ me }: Screen): readonly ListName[] {
  const { kind, parent } = me?.organization ?? {};
  if (kind === 'national-cert') return LISTS;
  return parent ? ['reports', 'shared'] : ['shared'];
}

export function chosenList(screen: Screen): ListName {
  const offered = listsFor(screen);
  return LISTS.find((name) => name === screen.query.list) ?? offered[0] ?? 'shared';
}

const isStatus = (text: string | undefined): text is (typeof REPORT_STATUSES)[number] =>
  REPORT_STATUSES.some((status) => status === text);

/** What the address asks for. What the web API refuses of it is told above an empty list. */
export async function readQueue(screen: Screen): Promise<Queue> {
  const { api, query, zone } = screen;
  const { cursor, text, status, reporter, since } = query;
  const from = since ? (instantOf(zone, `${since}T00:00`) ?? since) : undefined;
  const list = chosenList(screen);
  if (list === 'reports') {
    const wanted = { cursor, text, reporter, filed_from: from, ...(isStatus(status) ? { status } : {}) };
    const { data, refused } = await tried(api.GET('/api/v1/reports', { params: { query: given(wanted) } }));
    return { list, refused, page: data ?? { items: [], next: null } };
  }
  const labels = narrowedIn(query);
  if (list === 'cases') {
    const wanted = given({ cursor, text, created_from: from, ...labels });
    const { data, refused } = await tried(
      api.GET('/api/v1/incidents', { params: { query: { scope: 'own', ...wanted } } }),
    );
    return { list, refused, page: (data as Schemas['OwnIncidentPage']) ?? empty('own') };
  }
  const wanted = given({ cursor, text, originator: query.originator, released_to_you_from: from, ...labels });
  const { data, refused } = await tried(api.GET('/api/v1/incidents', { params: { query: wanted } }));
  return { list, refused, page: (data as Schemas['SummaryPage']) ?? empty('received') };
}

/** The labels of what a list shows. */
export const labelsIn = ({ list, page }: Queue): (string | null)[] =>
  list === 'reports' ? [] : page.items.map(({ tlp }) => tlp);

const empty = <Scope extends string>(scope: Scope) => ({ scope, items: [], next: null });

/** Words of the address as they are: the web API says which of them it does not know. */
function narrowedIn({ severity, category, sector, tlp }: Screen['query']): object {
  return { severity, category, sector, tlp };
}

/** Without what is missing or empty. */
const given = <Values extends object>(
  values: Values,
): { [Name in keyof Values]?: NonNullable<Values[Name]> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as {
    [Name in keyof Values]?: NonNullable<Values[Name]>;
  };
