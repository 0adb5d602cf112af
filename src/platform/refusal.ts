/** One fault of the input: the field as a path, the rule it breaks, and a sentence for people. */
export interface FieldError {
  field: string;
  rule: string;
  message: string;
}

/**
 * The one error a use case throws when it says no. The filter turns it into a problem document (RFC 9457);
 * `code` is the stable name of the reason, as `agreement/suspended`, and never confirms that a hidden thing exists.
 */
export class Refusal extends Error {
  /** Set when the refusal itself was written down in this transaction, which is then kept. */
  recorded = false;

  constructor(
    readonly code: string,
    readonly status: number,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
    /** Members of the problem document besides the standard ones (RFC 9457, section 3.2). */
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code}: ${detail}`);
    this.name = 'Refusal';
  }

  /** 404: absent and withheld look the same, so there is one text for both. */
  static notFound(): Refusal {
    return new Refusal('not-found', 404, 'There is nothing here, or nothing that you may see.');
  }

  /** 422: the input breaks rules, each named with its field. */
  static invalid(...errors: FieldError[]): Refusal {
    return new Refusal('invalid', 422, 'The input breaks the rules listed under errors.', errors);
  }

  /** 409: the thing changed since the caller read it, or is not in a state that allows this. */
  static conflict(code: string, detail: string): Refusal {
    return new Refusal(code, 409, detail);
  }

  /** 403: the caller is known and may not do this. */
  static forbidden(code: string, detail: string): Refusal {
    return new Refusal(code, 403, detail);
  }
}
