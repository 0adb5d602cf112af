/** What the rule weighs; the shapes of the rows, without their folder. */
interface Marked {
  readonly tlp: string | null;
  readonly pap: string | null;
}
interface Told extends Marked {
  readonly tags: readonly string[];
  readonly victim: string | null;
}

interface Fault {
  field: string;
  rule: string;
  message: string;
}

/** From the widest to the narrowest; the labels of both protocols are in one order. */
const NARROWER = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'];

const isWider = (part: string | null, item: string | null): boolean =>
  part !== null && item !== null && NARROWER.indexOf(part) < NARROWER.indexOf(item);

/** Where parts are marked wider than their item, or name a victim of whom they do not tell. */
export const partFaults = (parts: readonly Told[], item: Marked): Fault[] => [
  ...markedWider(parts, item),
  ...parts.flatMap(({ tags, victim }, index) =>
    victim === null || tags.includes('victim_identity')
      ? []
      : [
          {
            field: `parts.${index}.victim`,
            rule: 'tag',
            message: 'is only for a part with the tag victim_identity',
          },
        ],
  ),
];

/** They may only be narrower. */
function markedWider(parts: readonly Marked[], item: Marked): Fault[] {
  const labels = [
    { field: 'tlp', name: 'TLP' },
    { field: 'pap', name: 'PAP' },
  ] as const;
  return parts.flatMap((part, index) =>
    labels
      .filter(({ field }) => isWider(part[field], item[field]))
      .map(({ field, name }) => ({
        field: `parts.${index}.${field}`,
        rule: 'narrower',
        message: `must be at least as narrow as the item, which is ${name}:${item[field]}`,
      })),
  );
}
