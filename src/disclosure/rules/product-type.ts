import type { GrantFacts, Question } from './question';
import { notApplicable, type Verdict, when } from './verdict';

const D24 = 'D-24';

/**
 * D-24 product type (grant): every product type of the item is among those that the grant lists, or none of them is among
 * those that it leaves out. An item of which it is not said passes only where the grant does not ask.
 */
export function productType(
  { item: { productTypes } }: Question,
  { productTypes: granted, clause }: GrantFacts,
): Verdict {
  if (granted === 'any') return notApplicable(D24, 'the grant asks for no product type');
  const said = productTypes.length > 0;
  if ('include' in granted)
    return when(
      said && productTypes.every((one) => granted.include.includes(one)),
      D24,
      'every product type is granted',
      'a product type is missing or not granted',
      { product_types: productTypes, granted: granted.include, clause },
    );
  return when(
    said && !productTypes.some((one) => granted.exclude.includes(one)),
    D24,
    'no product type is left out of the grant',
    'a product type is missing, or left out of the grant',
    { product_types: productTypes, left_out: granted.exclude, clause },
  );
}
