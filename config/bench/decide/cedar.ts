import { type Entities, preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import type { GrantFacts, Question } from '../../../src/disclosure/rules/question';
import { PAP_LEVELS, SEVERITIES, TLP_LABELS } from '../../../src/disclosure/rules/vocabulary';
import { interval } from './by-hand';

const list = (values: readonly string[]) => JSON.stringify(values);
/** Cedar has whole numbers of 64 bits, of which the binding passes on those that JSON holds. */
const FOREVER = Number.MAX_SAFE_INTEGER;

/** A grant as one policy; its id is what Cedar gives as the reason. */
function policyOf(grant: GrantFacts, reader: string): string {
  const [from, until] = interval(grant);
  const { severity, nexus } = grant;
  const types = grant.informationTypes.map(
    ({ type, ceiling }) => `(resource.type == "${type}" && resource.tlp <= ${TLP_LABELS.indexOf(ceiling)})`,
  );
  const conditions = [
    `resource.owner == "${grant.from}"`,
    `context.now >= ${from}`,
    `context.now < ${until === Infinity ? FOREVER : until}`,
    ...grant.pauses.map(
      (pause) => `!(context.now >= ${pause.from} && context.now < ${pause.until ?? FOREVER})`,
    ),
    types.length > 0 ? `(${types.join(' || ')})` : 'false',
    ...(grant.categories === 'any' ? [] : [`${list(grant.categories)}.containsAll(resource.categories)`]),
    ...(grant.sectors === 'any' ? [] : [`${list(grant.sectors)}.containsAll(resource.sectors)`]),
    ...(severity === 'any' ? [] : [`resource.severity >= ${SEVERITIES.indexOf(severity.least ?? 'none')}`]),
    ...(nexus === 'any'
      ? []
      : [`resource.nexus.containsAny(${list([grant.fromCountry ?? '', grant.toCountry ?? ''])})`]),
    ...(grant.papCeiling === 'any' ? [] : [`resource.pap <= ${PAP_LEVELS.indexOf(grant.papCeiling)}`]),
    ...(grant.reachBack === 'all' ? [] : [`resource.released >= ${from}`]),
    'context.now >= resource.released',
    'context.now < resource.superseded',
    'context.now < resource.withdrawn',
    'context.now >= resource.embargo',
    '!resource.thirdParty',
    `(resource.any || resource.include.contains("${reader}"))`,
    `!resource.exclude.contains("${reader}")`,
  ];
  return `permit(principal, action, resource) when { ${conditions.join(' && ')} };`;
}

const entitiesOf = ({ item }: Question): Entities => [
  {
    uid: { type: 'Item', id: item.version },
    parents: [],
    attrs: {
      owner: item.owner,
      type: item.informationType ?? '',
      tlp: TLP_LABELS.indexOf(item.tlp!),
      severity: SEVERITIES.indexOf(item.severity!),
      pap: PAP_LEVELS.indexOf(item.pap!),
      categories: [...item.categories],
      sectors: [...item.sectors],
      nexus: [...item.nexus],
      released: item.release?.at ?? FOREVER,
      superseded: item.release?.supersededAt ?? FOREVER,
      withdrawn: item.withdrawnAt ?? FOREVER,
      embargo: item.embargoUntil ?? 0,
      thirdParty: item.thirdParty,
      any: item.audience.any,
      include: [...item.audience.include],
      exclude: [...item.audience.exclude],
    },
  },
];

/** Cedar with one policy set for each reader, parsed once, and the item as an entity made beforehand. */
export function cedar(
  grants: readonly GrantFacts[],
  questions: readonly Question[],
): (question: Question, n: number) => boolean {
  const byReader = Map.groupBy(grants, ({ to }) => to);
  for (const [reader, own] of byReader) {
    const staticPolicies = Object.fromEntries(own.map((grant) => [grant.id, policyOf(grant, reader)]));
    const parsed = preparsePolicySet(reader, { staticPolicies });
    if (parsed.type === 'failure') throw new Error(JSON.stringify(parsed.errors));
  }
  const entities = questions.map(entitiesOf);
  return ({ reader, item, at }, n) => {
    if (!byReader.has(reader)) return false;
    const answer = statefulIsAuthorized({
      principal: { type: 'Team', id: reader },
      action: { type: 'Action', id: 'read' },
      resource: { type: 'Item', id: item.version },
      context: { now: at },
      preparsedPolicySetId: reader,
      entities: entities[n]!,
    });
    if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors));
    return answer.response.decision === 'allow';
  };
}
