import { transformationsForPublic } from '../rules/transformations';
import type { InformationType, Pap, PartKind, PartTag, Tlp } from '../rules/vocabulary';

/** A part of an item's version; what is null is as with the item. */
export interface Part {
  readonly kind: PartKind;
  readonly title: string;
  readonly text: string;
  readonly tlp: Tlp | null;
  readonly informationType: InformationType | null;
  readonly pap: Pap | null;
  readonly tags: readonly PartTag[];
  /** What the owner calls the victim that it tells of; it never leaves. */
  readonly victim: string | null;
}

/** A part as one team gets it, in the words of the documents; counted anew, so that no gap tells of others. */
export interface RenderedPart {
  readonly number: number;
  readonly kind: PartKind;
  readonly title: string;
  readonly text: string;
  readonly tlp: string;
  readonly information_type: string;
  readonly pap: string | null;
  readonly tags: readonly PartTag[];
}

/** A part that was read, without what it is a part of. */
export const asPart = ({ kind, title, text, tlp, informationType, pap, tags, victim }: Part): Part => ({
  ...{ kind, title, text, tlp, informationType, pap, tags, victim },
});

export const sameParts = (some: readonly Part[], others: readonly Part[]): boolean =>
  JSON.stringify(some.map(asPart)) === JSON.stringify(others.map(asPart));

/** What a document would show if nothing were changed, as it is tried before a release. */
export const unchanged = (
  parts: readonly Part[],
  item: { tlp: Tlp; informationType: string | null; pap: string | null },
): RenderedPart[] =>
  parts.map(({ kind, title, text, tlp, informationType, pap, tags }, index) => ({
    ...{ number: index + 1, kind, title, text, tags },
    tlp: tlp ?? item.tlp,
    information_type: informationType ?? item.informationType ?? '',
    pap: pap ?? item.pap,
  }));

/** What everybody would get of them, as far as no law bars it. */
export function forEverybody(parts: readonly Part[], item: Parameters<typeof unchanged>[1]): RenderedPart[] {
  const all = unchanged(parts, item);
  const facts = all.map(({ number, tags }, index) => ({ number, tags, tlp: parts[index]?.tlp ?? item.tlp }));
  const dropped = new Set(transformationsForPublic(facts, () => false).map(({ part }) => part));
  return all
    .filter(({ number }) => !dropped.has(number))
    .map((part, index) => ({ ...part, number: index + 1 }));
}
