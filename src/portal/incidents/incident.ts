import type { components } from '../../../docs/openapi';
import { pathOfItem } from '../frame/item-path';
import { hasRole, type Screen } from '../screen/screen';

type Schemas = components['schemas'];
export type OwnIncident = Schemas['OwnIncident'];
export type SharedIncident = Schemas['SharedIncident'];
export type CaseVersion = Schemas['CaseVersionView'];
export type Part = Schemas['PartView'];
export type PartInput = Schemas['PartInput'];
export type Handling = Schemas['IncidentHandlingInput'];
export type Report = Schemas['ReportView'];
export type ReportSummary = Schemas['ReportSummary'];
export type TimelineEvent = Schemas['TimelineEvent'];

export const REPORT_STATUSES = [
  'received',
  'in-work',
  'closed',
] as const satisfies readonly Report['status'][];

/** What kinds of information an incident may be. */
export const CASE_TYPES = [
  'incident_summary',
  'incident_detail',
  'victim_notification',
] as const satisfies readonly Handling['information_type'][];

export const isOwn = (incident: OwnIncident | SharedIncident): incident is OwnIncident =>
  'versions' in incident;

/** The version that is worked on: the latest. */
export function latestOf({ versions }: OwnIncident): CaseVersion {
  const latest = versions.at(-1);
  if (!latest) throw new Error('Every case has a first version.');
  return latest;
}

/** What somebody files: a report to the national CERT above her, or a case of her own. Others file nothing. */
export function filesHere(screen: Screen): 'report' | 'case' | undefined {
  const { kind, parent } = screen.me?.organization ?? {};
  if (!hasRole(screen, 'analyst')) return undefined;
  if (kind === 'national-cert') return 'case';
  return parent ? 'report' : undefined;
}

export const pathOfReport = (id: string): string => `/portal/incidents/reports/${id}`;
export const pathOfCase = (id: string): string => pathOfItem('incident', id);
