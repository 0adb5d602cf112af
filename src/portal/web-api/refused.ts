/** A problem document (RFC 9457) as the web API answers it. */
export interface ApiProblem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code?: string;
  readonly errors?: readonly { field: string; rule: string; message: string }[];
}

/** The code with which the web API asks who somebody is, once more. */
export const PROVE_AGAIN = 'access/prove-again';
/** The code with which it refuses everything to who has yet to enrol a second factor. */
export const ENROL_FIRST = 'second-factor/required';

/** What the web API refused; a page tells it in the reader's language. */
export class ApiRefused extends Error {
  constructor(readonly problem: ApiProblem) {
    super(problem.title);
  }

  get status(): number {
    return this.problem.status;
  }

  /** The code of the problem, as `release/author`. */
  get code(): string {
    return this.problem.type.replace(/^.*\/problems\//, '');
  }

  /** Whether a page of its own deals with it, instead of a part of the page that asked. */
  get leadsElsewhere(): boolean {
    return [PROVE_AGAIN, ENROL_FIRST].includes(this.code);
  }
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** What was asked for. @throws ApiRefused for every answer that is not a success */
export async function given<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked;
  if (response.ok) return data as T;
  throw new ApiRefused(problemIn(error, response.status));
}

/**
 * What was asked for, or what it was refused with: for forms, which show the fault beside the field. Where proof is
 * asked for, or a second factor is yet to be enrolled, a page of its own does that.
 */
export async function tried<T>(
  asked: Promise<Answer<T>>,
): Promise<{ data: T; refused?: undefined } | { data?: undefined; refused: ApiRefused }> {
  try {
    return { data: await given(asked) };
  } catch (error) {
    if (error instanceof ApiRefused && !error.leadsElsewhere) return { refused: error };
    throw error;
  }
}

function problemIn(error: unknown, status: number): ApiProblem {
  const problem = error as Partial<ApiProblem> | null | undefined;
  if (problem && typeof problem === 'object' && typeof problem.type === 'string')
    return problem as ApiProblem;
  return { type: 'about:blank', title: 'Refused', status };
}
