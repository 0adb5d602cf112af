import type { PartFacts } from '../../src/disclosure/rules/question';
import { PAP_LEVELS, TLP_LABELS } from '../../src/disclosure/rules/vocabulary';
import type { GivenItem, GivenPart, GivenVersion } from './given-world';

const orItem = <Label>(labels: readonly Label[], part: Label | null, item: Label | null): Label | null =>
  part !== null && item !== null && labels.indexOf(part) < labels.indexOf(item) ? null : part;

/** The parts of a version; unless they are insisted on, those marked wider than the item are marked as the item. */
export const partsOf = (
  { parts = [], tlp, pap = null }: GivenVersion,
  insisted: boolean,
): Required<GivenPart>[] =>
  parts.map((part) => ({
    tlp: insisted ? (part.tlp ?? null) : orItem(TLP_LABELS, part.tlp ?? null, tlp),
    type: part.type ?? null,
    pap: insisted ? (part.pap ?? null) : orItem(PAP_LEVELS, part.pap ?? null, pap),
    tags: part.tags ?? [],
    victim: part.tags?.includes('victim_identity') ? (part.victim ?? null) : null,
  }));

/** The same as decide() takes them. */
export const partFacts = (
  version: GivenVersion,
  { insisted = false, victimConsents = [] }: GivenItem,
): PartFacts[] =>
  partsOf(version, insisted).map(({ tlp, type, pap, tags, victim }, index) => ({
    number: index + 1,
    tlp: tlp ?? version.tlp,
    informationType: type ?? version.type,
    pap: pap ?? version.pap ?? null,
    tags,
    victimConsents: victimConsents
      .filter((one) => one.victim === victim)
      .map(({ scope, team, from, until }) => ({ scope, team, from, until })),
  }));
