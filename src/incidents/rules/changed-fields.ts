/** What a rule weighs of a version; the shape of the row, without its folder. */
interface Version {
  title: string;
  content: { summary?: string; details?: string };
  tlp: string | null;
  informationType: string | null;
  categories: readonly string[];
  productTypes: readonly string[];
  sectors: readonly string[];
  severity: string | null;
  nexus: readonly string[];
  pap: string | null;
  embargoUntil: { getTime(): number } | null;
  audienceAny: boolean;
  audienceInclude: readonly string[];
  audienceExclude: readonly string[];
  namedPersons: readonly string[];
}

const FIELDS: Readonly<Record<string, (version: Version) => unknown>> = {
  title: ({ title }) => title,
  summary: ({ content }) => content.summary ?? '',
  details: ({ content }) => content.details ?? '',
  'handling.tlp': ({ tlp }) => tlp,
  'handling.information_type': ({ informationType }) => informationType,
  'handling.categories': ({ categories }) => categories.toSorted(),
  'handling.product_types': ({ productTypes }) => productTypes.toSorted(),
  'handling.sectors': ({ sectors }) => sectors.toSorted(),
  'handling.severity': ({ severity }) => severity,
  'handling.nexus': ({ nexus }) => nexus.toSorted(),
  'handling.pap': ({ pap }) => pap,
  'handling.embargo_until': ({ embargoUntil }) => embargoUntil?.getTime() ?? null,
  'handling.audience': ({ audienceAny, audienceInclude, audienceExclude }) => [
    audienceAny,
    audienceInclude.toSorted(),
    audienceExclude.toSorted(),
  ],
  'handling.named_persons': ({ namedPersons }) => namedPersons.toSorted(),
};

/** The fields, as the web API names them, in which a version of a case differs from the one before. */
export function changedFields(before: Version, after: Version): string[] {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  return Object.entries(FIELDS)
    .filter(([, read]) => !same(read(before), read(after)))
    .map(([field]) => field);
}
