import type { GrantFacts, Question } from '../../../src/disclosure/rules/question';
import { PAP_LEVELS, SEVERITIES, TLP_LABELS } from '../../../src/disclosure/rules/vocabulary';
import { NOW } from './world';

interface Compiled {
  ceilings: Map<string, number>;
  categories: Set<string> | null;
  sectors: Set<string> | null;
  least: number;
  most: number;
  countries: string[] | null;
  pap: number;
  since: number;
}

/** Since when and until when the terms of a grant hold, weighed once. */
export function interval({ terms }: GrantFacts): [from: number, until: number] {
  const from = Math.max(terms.entered ?? Infinity, ...terms.counted.map((fact) => fact.from));
  return [from, Math.min(...[terms.expiresAt, terms.endedAt].map((end) => end ?? Infinity))];
}

/** Whether a grant is in force and not paused now. */
export function isOpen(grant: GrantFacts): boolean {
  const [from, until] = interval(grant);
  const paused = grant.pauses.some((pause) => pause.from <= NOW && (pause.until ?? Infinity) > NOW);
  return from <= NOW && NOW < until && !paused;
}

/** What a programmer writes who needs the verdict only: a map from reader and owner to what is granted now. */
export function byHand(grants: readonly GrantFacts[]): (question: Question) => boolean {
  const open = new Map<string, Compiled[]>();
  for (const grant of grants.filter(isOpen)) {
    const key = `${grant.from} ${grant.to}`;
    const { severity, nexus } = grant;
    const compiled: Compiled = {
      ceilings: new Map(
        grant.informationTypes.map(({ type, ceiling }) => [type, TLP_LABELS.indexOf(ceiling)]),
      ),
      categories: grant.categories === 'any' ? null : new Set(grant.categories),
      sectors: grant.sectors === 'any' ? null : new Set(grant.sectors),
      least: severity === 'any' || severity.least === null ? 0 : SEVERITIES.indexOf(severity.least),
      most: severity === 'any' || severity.most === null ? 4 : SEVERITIES.indexOf(severity.most),
      countries: nexus === 'any' ? null : [grant.fromCountry ?? '', grant.toCountry ?? ''],
      pap: grant.papCeiling === 'any' ? 3 : PAP_LEVELS.indexOf(grant.papCeiling),
      since: grant.reachBack === 'all' ? 0 : interval(grant)[0],
    };
    open.set(key, [...(open.get(key) ?? []), compiled]);
  }
  return ({ reader, item, at }) => {
    const { release, audience } = item;
    if (!release || release.at > at || (release.supersededAt ?? Infinity) <= at) return false;
    if ((item.withdrawnAt ?? Infinity) <= at || (item.embargoUntil ?? 0) > at || item.thirdParty)
      return false;
    if (!(audience.any || audience.include.includes(reader)) || audience.exclude.includes(reader))
      return false;
    const found = open.get(`${item.owner} ${reader}`);
    if (!found) return false;
    const tlp = TLP_LABELS.indexOf(item.tlp!);
    const severity = SEVERITIES.indexOf(item.severity!);
    const pap = PAP_LEVELS.indexOf(item.pap!);
    return found.some(
      (grant) =>
        tlp <= (grant.ceilings.get(item.informationType!) ?? -1) &&
        (!grant.categories || item.categories.every((one) => grant.categories!.has(one))) &&
        (!grant.sectors || item.sectors.every((one) => grant.sectors!.has(one))) &&
        severity >= grant.least &&
        severity <= grant.most &&
        pap <= grant.pap &&
        (!grant.countries || item.nexus.some((one) => grant.countries!.includes(one))) &&
        release.at >= grant.since,
    );
  };
}
