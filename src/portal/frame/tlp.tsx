/** TLP 2.0 labels from the widest to the narrowest. They are never translated. */
export const TLP_ORDER = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
export type Tlp = (typeof TLP_ORDER)[number];

export const isTlp = (text: string): text is Tlp => (TLP_ORDER as readonly string[]).includes(text);
const classOf = (label: string): string => label.toLowerCase().replace('+', '-');

/** What dresses a label in the colours of the standard, in text and in drawings. */
export const tlpClass = (label: string): string => `tlp-${classOf(label)}`;

/** A label in the colours of the standard (FIRST TLP 2.0), as text: colour alone says nothing. */
export function TlpLabel({ label }: { label: string }) {
  return (
    <span class={`tlp ${tlpClass(label)}`} dir="ltr" translate={false}>
      TLP:{label}
    </span>
  );
}

/** A label of the Permissible Actions Protocol. */
export function PapLabel({ label }: { label: string }) {
  return (
    <span class={`tlp pap-${classOf(label)}`} dir="ltr" translate={false}>
      PAP:{label}
    </span>
  );
}

/** The most restrictive of the labels on a page; undefined if there is none. */
export function narrowest(labels: readonly (string | null | undefined)[]): Tlp | undefined {
  const known = labels.filter((label): label is Tlp => typeof label === 'string' && isTlp(label));
  return known.toSorted((one, other) => TLP_ORDER.indexOf(other) - TLP_ORDER.indexOf(one))[0];
}
