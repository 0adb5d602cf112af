// The library is JavaScript without declarations. Only what Accord calls is declared: its
// informative tests fetch the URLs that a document names and are not to be reached from here.
interface CsafTestResult {
  readonly isValid?: boolean;
  readonly errors?: readonly { readonly instancePath: string; readonly message: string }[];
}
type CsafTest = (document: unknown) => CsafTestResult | Promise<CsafTestResult>;

declare module '@secvisogram/csaf-validator-lib/schemaTests.js' {
  export const csaf_2_0: CsafTest;
}
declare module '@secvisogram/csaf-validator-lib/mandatoryTests.js' {
  const tests: Readonly<Record<string, CsafTest>>;
  export = tests;
}
declare module '@secvisogram/csaf-validator-lib/csaf_2_1/schemaTests.js' {
  export const csaf_2_1: CsafTest;
}
declare module '@secvisogram/csaf-validator-lib/csaf_2_1/mandatoryTests.js' {
  const tests: Readonly<Record<string, CsafTest>>;
  export = tests;
}
