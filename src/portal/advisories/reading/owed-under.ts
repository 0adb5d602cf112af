import { tellingOf } from '../../agreements/agreement';
import { CHAPTERS, type Grant, SENTENCES } from '../../agreements/sentences';
import type { Screen } from '../../screen/screen';
import type { NamedGrant, ReceivedUnder } from '../received-under';

/** What goes with something that was received. */
export interface OwedUnder {
  /** What the terms ask of the reader's organization, in sentences of her language: the web API has them in English. */
  readonly owed: readonly string[];
  /** The texts that these terms, and those of instruments below the agreement, have printed with it. */
  readonly marking: readonly Text[];
  readonly level?: string | undefined;
}
type Text = NonNullable<Grant['obligations']['marking']>[number];

async function termsOf(screen: Screen, originator: string, { agreement, terms, clause }: NamedGrant) {
  if (agreement === undefined) return undefined;
  const { data } = await screen.api.GET('/api/v1/agreements/{reference}', {
    params: { path: { reference: agreement } },
  });
  const own = screen.me?.organization.handle;
  const grant = data?.terms
    .find(({ number }) => number === terms)
    ?.grants.find((one) => one.from === originator && one.to === own && one.clause === clause);
  return data && grant && { agreement: data, grant };
}

/** What goes with what came to the reader. Nothing where it came through somebody else's agreement. */
export async function owedUnder(
  screen: Screen,
  originator: string,
  under: ReceivedUnder,
): Promise<OwedUnder> {
  const [cited, ...below] = await Promise.all(
    [under, ...under.instruments].map((one) => termsOf(screen, originator, one)),
  );
  const texts = [cited, ...below].flatMap((found) => found?.grant.obligations.marking ?? []);
  const telling = cited && tellingOf(screen, cited.agreement);
  return {
    owed: cited && telling ? CHAPTERS.owes.map((kind) => SENTENCES[kind](telling, cited.grant)) : [],
    marking: texts.filter(
      ({ language, text }, place) =>
        texts.findIndex((one) => one.language === language && one.text === text) === place,
    ),
    level: under.level,
  };
}
