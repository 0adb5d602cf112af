import { NotFoundException } from '@nestjs/common';
import { latestOf as latestOfAdvisory, ownAdvisory } from '../advisories/advisory';
import { ownCase } from '../incidents/cases/read-case';
import { latestOf as latestOfCase } from '../incidents/incident';
import type { Screen } from '../screen/screen';
import type { Kind } from './emergency';

/** What is to be released otherwise than by a second person: its latest version. */
export interface Leaving {
  readonly kind: Kind;
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly tlp: string | null;
  readonly parts: readonly { number: number; title: string; tlp: string | null }[];
}

/** The latest version of an own item. @throws NotFoundException for what is none */
export async function leavingOf(screen: Screen, kind: string, id: string): Promise<Leaving> {
  if (kind === 'advisory') {
    const advisory = await ownAdvisory(screen, id);
    const { version, title, handling, parts } = latestOfAdvisory(advisory);
    return { ...{ kind, id: advisory.id, title, version, parts }, tlp: handling.tlp };
  }
  if (kind !== ('incident' satisfies Kind)) throw new NotFoundException();
  const incident = await ownCase(screen, id);
  const { version, title, handling, parts } = latestOfCase(incident);
  return { kind: 'incident', ...{ id: incident.id, title, version, parts }, tlp: handling.tlp };
}
