/** One reason why a CSAF document is refused. */
export interface CsafFinding {
  /** JSON pointer (RFC 6901) to the place; empty for the document as a whole. */
  readonly path: string;
  /** What was broken: `csaf schema`, `csaf 6.1.3`, `json …` or a rule of this project, `accord …`. */
  readonly rule: string;
  readonly message: string;
}
