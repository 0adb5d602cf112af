import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import type { GrantFacts, ItemFacts, Question } from '../../../src/disclosure/rules/question';
import {
  PAP_LEVELS,
  RSIT_CODES,
  SECTORS,
  SEVERITIES,
  TLP_LABELS,
} from '../../../src/disclosure/rules/vocabulary';
import { interval, isOpen } from './by-hand';
import { NOW } from './world';

/** An item as CASL's conditions compare it: labels as ranks, the rest as it is. */
class Item {
  readonly owner: string;
  readonly type: string | null;
  readonly tlp: number;
  readonly severity: number;
  readonly pap: number;
  readonly categories: readonly string[];
  readonly sectors: readonly string[];
  readonly nexus: readonly string[];
  readonly released: number;
  readonly superseded: number;
  readonly withdrawn: number;
  readonly embargo: number;
  readonly thirdParty: boolean;
  readonly any: boolean;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  constructor(facts: ItemFacts) {
    this.owner = facts.owner;
    this.type = facts.informationType;
    this.tlp = TLP_LABELS.indexOf(facts.tlp!);
    this.severity = SEVERITIES.indexOf(facts.severity!);
    this.pap = PAP_LEVELS.indexOf(facts.pap!);
    this.categories = facts.categories;
    this.sectors = facts.sectors;
    this.nexus = facts.nexus;
    this.released = facts.release?.at ?? Infinity;
    this.superseded = facts.release?.supersededAt ?? Infinity;
    this.withdrawn = facts.withdrawnAt ?? Infinity;
    this.embargo = facts.embargoUntil ?? 0;
    this.thirdParty = facts.thirdParty;
    this.any = facts.audience.any;
    this.include = facts.audience.include;
    this.exclude = facts.audience.exclude;
  }
}

const not = (list: 'any' | readonly string[], all: readonly string[]) =>
  list === 'any' ? {} : { $nin: all.filter((one) => !list.includes(one)) };

function conditionsOf(grant: GrantFacts, reader: string): object[] {
  const { severity, nexus } = grant;
  const common = {
    owner: grant.from,
    ...(grant.categories === 'any' ? {} : { categories: not(grant.categories, RSIT_CODES) }),
    ...(grant.sectors === 'any' ? {} : { sectors: not(grant.sectors, SECTORS) }),
    ...(severity === 'any' ? {} : { severity: { $gte: SEVERITIES.indexOf(severity.least ?? 'none') } }),
    ...(nexus === 'any' ? {} : { nexus: { $in: [grant.fromCountry, grant.toCountry] } }),
    ...(grant.papCeiling === 'any' ? {} : { pap: { $lte: PAP_LEVELS.indexOf(grant.papCeiling) } }),
    released: { $lte: NOW, ...(grant.reachBack === 'all' ? {} : { $gte: interval(grant)[0] }) },
    superseded: { $gt: NOW },
    withdrawn: { $gt: NOW },
    embargo: { $lte: NOW },
    thirdParty: false,
    exclude: { $ne: reader },
  };
  return grant.informationTypes.flatMap(({ type, ceiling }) => {
    const admitted = { ...common, type, tlp: { $lte: TLP_LABELS.indexOf(ceiling) } };
    return [
      { ...admitted, any: true },
      { ...admitted, any: false, include: reader },
    ];
  });
}

/** CASL with one ability for each reader, made once, of the grants that are open now. */
export function casl(
  grants: readonly GrantFacts[],
  questions: readonly Question[],
): (question: Question, n: number) => boolean {
  const abilities = new Map<string, MongoAbility>();
  for (const [reader, own] of Map.groupBy(grants.filter(isOpen), ({ to }) => to)) {
    const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
    for (const grant of own)
      for (const conditions of conditionsOf(grant, reader)) can('read', 'Item', conditions as never);
    abilities.set(
      reader,
      build({ detectSubjectType: (subject) => (subject.constructor as { name: string }).name }),
    );
  }
  const items = questions.map(({ item }) => new Item(item));
  return ({ reader }, n) => abilities.get(reader)?.can('read', items[n] as never) ?? false;
}
