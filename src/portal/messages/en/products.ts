/** What kinds of product items are, and categories of national schemes. */
export const products = {
  types: 'What kinds of product it is',
  typesHint: 'Terms may let go some kinds alone, or all but some.',
  national: 'Categories of national schemes',
  nationalHint:
    'One on a line, with country, scheme and edition: {example}. They are kept as they are written and stand beside the classes above.',
} as const;
