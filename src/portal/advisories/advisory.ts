import { NotFoundException } from '@nestjs/common';
import type { components } from '../../../docs/openapi';
import type { Screen } from '../screen/screen';
import { given } from '../web-api/refused';

type Schemas = components['schemas'];
export type OwnAdvisory = Schemas['AdvisoryView'];
export type SharedAdvisory = Schemas['SharedAdvisory'];
export type Version = Schemas['VersionView'];
export type Handling = Schemas['HandlingView'];
export type Finding = Schemas['FindingView'];
export type OwnRow = Schemas['OwnAdvisorySummary'];
export type SharedRow = Schemas['ListedSummary'];

/** The address of an advisory's page, or of one below it. */
export const pageOf = (id: string, below = ''): string =>
  `/portal/advisories/${encodeURIComponent(id)}${below && `/${below}`}`;

export const isOwn = (advisory: OwnAdvisory | SharedAdvisory): advisory is OwnAdvisory =>
  'versions' in advisory;

/** An advisory of the reader's own organization. What others share is not found here. */
export async function ownAdvisory({ api }: Screen, id: string): Promise<OwnAdvisory> {
  const advisory = await given(api.GET('/api/v1/advisories/{id}', { params: { path: { id } } }));
  if (!isOwn(advisory)) throw new NotFoundException();
  return advisory;
}

export const latestOf = ({ versions }: OwnAdvisory): Version => versions.at(-1)!;

/** Every label of a version: its own, and those of its parts. */
export const labelsOf = ({ handling, parts }: Version): (string | null)[] => [
  handling.tlp,
  ...parts.map(({ tlp }) => tlp),
];

/** How far an own advisory has got. */
export type Stage = 'withdrawn' | 'draft' | 'changed' | 'released';

export function stageOf({
  withdrawn,
  version,
  released_version: released,
}: Pick<OwnRow, 'withdrawn' | 'version' | 'released_version'>): Stage {
  if (withdrawn) return 'withdrawn';
  if (released === null) return 'draft';
  return released < version ? 'changed' : 'released';
}

/** Whether the latest version can still go out, as far as its state says. */
export const mayBeReleased = (row: Parameters<typeof stageOf>[0]): boolean =>
  ['draft', 'changed'].includes(stageOf(row));

/** Whether others have something that can be taken back. */
export const mayBeWithdrawn = (row: Parameters<typeof stageOf>[0]): boolean =>
  ['changed', 'released'].includes(stageOf(row));

/** The name behind an account, as far as it is known. */
export const nameOf = ({ people }: OwnAdvisory, account: string): string =>
  people.find(({ id }) => id === account)?.name ?? account;
