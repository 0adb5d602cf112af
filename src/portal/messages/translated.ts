/** The same keys in another language: one that is missing, or too many, does not compile. */
export type Translated<Catalogue> = {
  readonly [Screen in keyof Catalogue]: { readonly [Key in keyof Catalogue[Screen]]: string };
};
