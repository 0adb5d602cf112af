/** TLP 2.0 labels, from the widest to the narrowest (FIRST, August 2022); AMBER+STRICT is a restriction of AMBER. */
export const TLP_LABELS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
export type Tlp = (typeof TLP_LABELS)[number];
