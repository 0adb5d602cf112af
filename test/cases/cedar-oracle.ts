import { isAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import type { OverlayFacts } from '../../src/disclosure/rules/overlay';
import type { GrantFacts, ItemFacts, Question } from '../../src/disclosure/rules/question';
import { aloneUnder, approved, releasedUnder } from './cedar-approvals';
import { asked, during, paused } from './cedar-conditions';
import { entityOf } from './cedar-entity';
import { named } from './cedar-named';
import { categoriesOf, nexus, productsOf, sourceOf } from './cedar-bounds';
import { all, any, PAP, SEVERITY, text, TLP } from './cedar-words';

const GRANTING = ['mou', 'treaty', 'community_membership'];

/** The instants from and until which terms hold, as Cedar conditions on something that is an instant. */
function holds({ terms }: GrantFacts): { since: string; over: string } {
  const consents = terms.required.map(({ party, kind }) =>
    terms.counted.filter((fact) => fact.party === party && fact.kind === kind).map(({ from }) => from),
  );
  const lacking = terms.entered === null || consents.some((found) => found.length === 0);
  const unsigned = !terms.required.some(({ kind }) => kind === 'signed');
  if (lacking || unsigned) return { since: 'false', over: 'true' };
  const begins = [terms.entered, ...consents.flat()];
  const ends = [terms.expiresAt, terms.followedAt, terms.endedAt].filter((end) => end !== null);
  return {
    since: all(...begins.map((instant) => `INSTANT >= ${instant}`)),
    over: any(...ends.map((instant) => `INSTANT >= ${instant}`)),
  };
}
const of = (condition: string, instant: string) => condition.replaceAll('INSTANT', instant);

/** What a grant admits, whenever it is asked; with what its predecessor admitted while its terms held. */
function admitted(grant: GrantFacts, item: ItemFacts): string {
  const { severity, papCeiling, reachBack, predecessor } = grant;
  const { least = null, most = null } = severity === 'any' ? {} : severity;
  const list = (values: 'any' | readonly string[], attribute: string) =>
    values === 'any'
      ? `!resource.${attribute}.isEmpty()`
      : `!resource.${attribute}.isEmpty() && ${text(values)}.containsAll(resource.${attribute})`;
  const before = predecessor && holds(predecessor);
  return all(
    'resource has tlp && resource has type',
    any(
      ...grant.informationTypes.map(
        ({ type, ceiling }) => `(resource.type == "${type}" && resource.tlp <= ${TLP[ceiling]})`,
      ),
    ),
    categoriesOf(grant, item),
    productsOf(grant),
    sourceOf(grant, item),
    list(grant.sectors, 'sectors'),
    severity === 'any' ? 'true' : 'resource has severity',
    least === null ? 'true' : `resource.severity >= ${SEVERITY[least]}`,
    most === null ? 'true' : `resource.severity <= ${SEVERITY[most]}`,
    nexus(grant),
    papCeiling === 'any' ? 'true' : `resource has pap && resource.pap <= ${PAP[papCeiling]}`,
    releasedUnder(grant),
    `(resource.anyPartner || resource.include.contains("${grant.to}"))`,
    `!resource.exclude.contains("${grant.to}") && !resource.exclude.contains(context.reader)`,
    any(
      reachBack === 'all' ? 'true' : 'false',
      typeof reachBack === 'number' ? `resource.released >= ${reachBack}` : 'false',
      of(holds(grant).since, 'resource.released'),
      ...(before
        ? [
            all(
              before.since === 'false' ? 'false' : 'true',
              `!${any(of(before.over, 'resource.released'))}`,
              admitted(predecessor, item),
            ),
          ]
        : []),
    ),
  );
}

const CURRENT = all(
  'resource has released && resource.released <= context.now',
  '!(resource has superseded && resource.superseded <= context.now)',
  '!(resource has withdrawn && resource.withdrawn <= context.now)',
  '!(resource has embargo && context.now < resource.embargo)',
);
const permit = (condition: string) => `permit(principal, action, resource) when { ${condition} };`;

/** What the restrictions of an overlay withhold, as conditions on the item. */
function withheldBy(
  overlay: OverlayFacts | null,
  direction: 'sending' | 'receiving',
  place: { own: string | null; other: string | null } | 'public',
): string {
  const { restrictions = [] } = overlay ?? {};
  return any(
    ...restrictions
      .filter((one) => one.direction === direction)
      .map(({ informationTypes, leastTlp, countries, public: bars }) => {
        const { own, other } = place === 'public' ? { own: null, other: null } : place;
        const listed = countries === 'abroad' ? [] : countries;
        return all(
          informationTypes === 'any'
            ? 'true'
            : `(!(resource has type) || ${text(informationTypes)}.contains(resource.type))`,
          leastTlp === null ? 'true' : `(!(resource has tlp) || ${TLP[leastTlp]} <= resource.tlp)`,
          place === 'public'
            ? String(bars)
            : any(
                all(String(countries === 'abroad'), `("${own}" != "${other}" || "${own}" == "null")`),
                all(
                  `!${text(listed)}.isEmpty()`,
                  `(${text(listed)}.contains("${other}") || "${other}" == "null")`,
                ),
              ),
        );
      }),
  );
}

/** The recipient itself, or a constituent that it passes on to as far as the terms let it reach. */
function reached(
  { to, amberReach, obligations, thirdPartyContent: third }: GrantFacts,
  { consents, onward, passedOn }: ItemFacts,
): string {
  const { onward_sharing: sharing } = obligations;
  const consentedOnward = during(onward.filter(({ by }) => by === to));
  const free =
    sharing === 'none' ? 'false' : sharing === 'with_prior_written_consent' ? consentedOnward : 'true';
  const consented = (covering: typeof consents) =>
    any(
      '!resource.thirdParty',
      third === 'never' ? 'false' : during(covering),
      third === 'forward' ? `(resource has tlp && resource.tlp <= ${TLP.GREEN})` : 'false',
    );
  const below = [...new Set(passedOn.filter(({ by }) => by === to).map((one) => one.to))];
  const received = consented(
    consents.filter(({ scope, team }) => scope === 'partners' || (scope === 'team' && team === to)),
  );
  return any(
    all(`context.reader == "${to}"`, received),
    ...below.map((constituent) => {
      const amber =
        amberReach === 'all_constituents' || (Array.isArray(amberReach) && amberReach.includes(constituent));
      return all(
        `context.reader == "${constituent}" && context.parent == "${to}" && resource has tlp`,
        free,
        `resource.tlp <= ${amber ? TLP.AMBER : TLP.GREEN}`,
        during(passedOn.filter((one) => one.by === to && one.to === constituent)),
        received,
        consented(consents.filter(({ team }) => team === constituent)),
      );
    }),
  );
}

/**
 * What instruments below an agreement withhold: one that is in force and names the type, unless it admits what is asked
 * for, and is not suspended. What they leave to the agreement is not asked of them.
 */
const withheldBelow = ({ narrowedBy, terms }: GrantFacts, item: ItemFacts): string =>
  any(
    ...narrowedBy.map((child) => {
      const { since, over } = holds(child);
      const types = child.informationTypes.map(({ type }) => type);
      const asIs = { ...child, channels: 'any', reachBack: 'all', predecessor: null } as const;
      const named = item.parts.filter(({ informationType: type }) => type === null || types.includes(type));
      const required = [...child.terms.required, ...terms.required];
      return all(
        of(since, 'context.now'),
        `!${any(of(over, 'context.now'))}`,
        `(!(resource has type) || ${text(types)}.contains(resource.type))`,
        `!${all(
          `!${paused(child.pauses)}`,
          child.need === 'on_request' ? during(item.requested.filter(({ by }) => by === child.to)) : 'true',
          reached(child, item),
          admitted(asIs, { ...item, parts: named }),
          aloneUnder(child),
          approved({ ...child, terms: { ...child.terms, required } }, item),
        )}`,
      );
    }),
  );

function grantPolicy(grant: GrantFacts, item: ItemFacts): string {
  const { fromCountry, toCountry, toOverlay } = grant;
  const { since, over } = holds(grant);
  return permit(
    all(
      `resource.owner == "${grant.from}" && ${reached(grant, item)}`,
      approved(grant, item),
      grant.need === 'on_request' ? during(item.requested.filter(({ by }) => by === grant.to)) : 'true',
      // A centre that is set up, or a document of another kind, grants no exchange.
      `${text(GRANTING)}.contains("${grant.terms.kind}")`,
      of(since, 'context.now'),
      `!${any(of(over, 'context.now'))}`,
      `!${paused(grant.pauses)}`,
      CURRENT,
      asked(grant),
      admitted(grant, item),
      named(item, grant.to),
      `!${withheldBelow(grant, item)}`,
      `!${withheldBy(item.overlay, 'sending', { own: fromCountry, other: toCountry })}`,
      `!${withheldBy(toOverlay, 'receiving', { own: toCountry, other: fromCountry })}`,
    ),
  );
}
const OWN = permit('resource.owner == context.reader');
const publicPolicy = ({ consents, overlay }: ItemFacts) =>
  permit(
    all(
      `resource has tlp && resource.tlp == ${TLP.CLEAR} && resource.public`,
      any('!resource.thirdParty', during(consents.filter(({ scope }) => scope === 'public'))),
      'resource.releasedByAnother && !resource.emergency',
      `!${withheldBy(overlay, 'sending', 'public')}`,
      CURRENT,
    ),
  );

/**
 * The verdict of another engine: the rules written once more as Cedar policies, one for each grant, one for the owner and
 * one for everybody, and judged by Cedar. Of content only. @throws Error where Cedar cannot judge
 */
export function cedarSays(question: Question): boolean {
  const { reader, parent, person, at, item, grants, channel, purpose } = question;
  const answer = isAuthorized({
    principal: { type: 'Team', id: reader },
    action: { type: 'Action', id: 'read' },
    resource: { type: 'Item', id: item.version },
    context: {
      ...{ now: at, reader, parent: parent ?? '' },
      ...(person !== null && { person }),
      ...(channel && { channel }),
      ...(purpose && { purpose }),
    },
    policies: {
      staticPolicies: [OWN, publicPolicy(item), ...grants.map((grant) => grantPolicy(grant, item))].join(
        '\n',
      ),
    },
    entities: [entityOf(item)],
  });
  if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors));
  const { errors } = answer.response.diagnostics;
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return answer.response.decision === 'allow';
}
