import { tellingOf } from '../../agreements/agreement';
import { CHAPTERS, SENTENCES } from '../../agreements/sentences';
import type { Screen } from '../../screen/screen';
import type { ReceivedUnder } from '../received-under';

/**
 * What the terms under which something came ask of the reader's organization, in sentences of her language: the web API has
 * them in English. Nothing where it came through somebody else's agreement.
 */
export async function owedUnder(
  screen: Screen,
  originator: string,
  { agreement, terms, clause }: ReceivedUnder,
): Promise<string[]> {
  if (agreement === undefined) return [];
  const { data } = await screen.api.GET('/api/v1/agreements/{reference}', {
    params: { path: { reference: agreement } },
  });
  const own = screen.me?.organization.handle;
  const grant = data?.terms
    .find(({ number }) => number === terms)
    ?.grants.find((one) => one.from === originator && one.to === own && one.clause === clause);
  if (!data || !grant) return [];
  const telling = tellingOf(screen, data);
  return CHAPTERS.owes.map((kind) => SENTENCES[kind](telling, grant));
}
