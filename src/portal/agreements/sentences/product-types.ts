import { listOf } from '../../frame/listed';
import { type GrantSentence, wordOf } from './telling';

/** Which kinds of product may go: these alone, or all but these. */
export const productTypes: GrantSentence = (telling, { product_types: products }) => {
  const { t } = telling;
  if (products === 'any') return t('clauses.productsAny');
  const said = (codes: readonly string[]) =>
    listOf(
      telling,
      codes.map((code) => wordOf(telling, 'product', code)),
    );
  return products.include
    ? t('clauses.productsOnly', { list: said(products.include) })
    : t('clauses.productsExcept', { list: said(products.exclude ?? []) });
};
