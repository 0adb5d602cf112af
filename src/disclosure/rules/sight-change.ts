/** An item before a team, in one of its versions. */
interface Sight {
  readonly team: string;
  readonly itemId: string;
  readonly versionId: string;
}

/** What changes for one team. */
export interface SightChange<One extends Sight> {
  readonly team: string;
  readonly gets: readonly One[];
  readonly loses: readonly One[];
}

/** The team that stands for everybody: what it sees, every other sees. */
export const EVERYBODY = 'public';

const itemOf = (team: string, { itemId }: Sight) => `${team} ${itemId}`;
const versionOf = (team: string, { versionId }: Sight) => `${team} ${versionId}`;

/**
 * What each team newly gets (an item, or a newer version of one) and what it has no longer, between two states. What
 * everybody sees is told of everybody, and of no team again. Teams that nothing changes for are left out.
 */
export function sightChanges<One extends Sight>(
  before: readonly One[],
  after: readonly One[],
): SightChange<One>[] {
  const among = (sights: readonly One[], name: (team: string, one: One) => string) =>
    new Set(sights.map((one) => name(one.team, one)));
  const [had, has] = [among(before, versionOf), among(after, itemOf)];
  const gets = after.filter((one) => ![one.team, EVERYBODY].some((team) => had.has(versionOf(team, one))));
  const got = among(gets, versionOf);
  const loses = before.filter((one) => ![one.team, EVERYBODY].some((team) => has.has(itemOf(team, one))));
  const lost = among(loses, itemOf);
  const ofTeam = (team: string, sights: readonly One[], everybodys: Set<string>, name: typeof itemOf) =>
    sights.filter(
      (one) => one.team === team && (team === EVERYBODY || !everybodys.has(name(EVERYBODY, one))),
    );
  const teams = [...new Set([...gets, ...loses].map(({ team }) => team))].sort();
  return teams
    .map((team) => ({
      team,
      gets: ofTeam(team, gets, got, versionOf),
      loses: ofTeam(team, loses, lost, itemOf),
    }))
    .filter((change) => change.gets.length + change.loses.length > 0);
}
