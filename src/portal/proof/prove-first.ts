import type { Screen } from '../screen/screen';
import { ApiRefused, tried } from '../web-api/refused';

/** What the page that asks for proof adds to the form that it keeps. */
const PREFIX = 'proof-';
export const PROOF_FIELDS = { password: `${PREFIX}password`, code: `${PREFIX}code` } as const;

type Fields = Record<string, unknown>;

/** The proof did not hold: the page asks again, and still keeps the form. */
export class ProofRefused extends Error {
  constructor(readonly refused: ApiRefused) {
    super(refused.message);
  }
}

/**
 * Proves with the web API who the reader is, where a form brings what does so along, and takes it out of the form: what
 * the form is for goes on with what it was sent with.
 * @throws ProofRefused
 */
export async function proveFirst(screen: Screen, form: Fields): Promise<void> {
  const { [PROOF_FIELDS.password]: password, [PROOF_FIELDS.code]: code } = form;
  // Also where they are no proof: nothing of them is ever kept in a page.
  delete form[PROOF_FIELDS.password];
  delete form[PROOF_FIELDS.code];
  if (typeof password !== 'string') return;
  const body = { password, ...(typeof code === 'string' && code.trim() ? { code: code.trim() } : {}) };
  const { refused } = await tried(screen.api.POST('/api/v1/me/proof', { body }));
  if (refused) throw new ProofRefused(withPrefix(refused));
}

/** The faults as the fields of the page are named. */
function withPrefix({ problem }: ApiRefused): ApiRefused {
  const { errors } = problem;
  if (!errors) return new ApiRefused(problem);
  return new ApiRefused({
    ...problem,
    errors: errors.map((error) => ({ ...error, field: PREFIX + error.field })),
  });
}

/** The fields of a form as they are sent again: names with each of their texts. */
export const keptFields = (form: Fields): [name: string, value: string][] =>
  Object.entries(form).flatMap(([name, value]) =>
    name === 'csrf'
      ? []
      : [value].flat().flatMap((one): [string, string][] => (typeof one === 'string' ? [[name, one]] : [])),
  );
