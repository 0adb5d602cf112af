import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { PUBLIC_TEAM } from '../../src/platform/viewer';
import { decidedPure } from '../cases/decided-pure';
import { emptyWorld } from '../cases/empty-world';
import { type CountryOf, countryOfHandle, parentOfHandle } from '../cases/given-facts';
import type { GivenWorld, Moment } from '../cases/given-world';
import { randomHow } from '../cases/random-how';
import { EARLIER, INSTANTS, LATER, originatorOf, randomWorld } from '../cases/random-world';
import type { World } from '../cast';
import { appointOfficers } from '../disclosure/appoint-officers';
import { readableTo } from '../disclosure/readable-to';
import { type Sequence, sequence } from '../disclosure/sequences/acts';
import { Play } from '../disclosure/sequences/play';
import { type How, OFFICERS, Witnesses } from '../disclosure/witnesses';

/** What was looked at so far. */
export interface Tally {
  worlds: number;
  answers: number;
  granted: number;
}

/** One property that is asked of random worlds, or of random sequences of acts, again and again. */
export type Fuzzed = fc.IAsyncProperty<[GivenWorld, Moment[], How]> | fc.IAsyncProperty<[Sequence]>;

/** What is wrong, in the words of the two that disagree. */
function agree(question: string, one: [string, unknown], other: [string, unknown]): void {
  const [said, answered] = [JSON.stringify(one[1]), JSON.stringify(other[1])];
  if (said !== answered)
    throw new Error(`${question}\n  ${one[0].padEnd(12)} ${said}\n  ${other[0].padEnd(12)} ${answered}`);
}

/** Who asks: an organization as such, or one person of it. */
interface Reader {
  of: string;
  person: string | null;
}

const NAMED = `
  SELECT v.item_id || ' ' || i.number || ' ' || v.basis || ' ' || COALESCE(a.reference, '') || ' ' || COALESCE(t.number::text, '') AS line
  FROM app.visible($1, $2, $3, $4, $5) v JOIN item_version i ON i.id = v.item_version_id
  LEFT JOIN exchange_grant g ON g.id = v.grant_id LEFT JOIN terms_version t ON t.id = g.terms_version_id
  LEFT JOIN agreement a ON a.id = g.agreement_id`;

/**
 * decide() from the world as it was given, decide() from the facts in the database, visible() and row-level security
 * give one answer.
 */
export function inTheDatabase(world: World, app: DataSource, tally: Tally): Fuzzed {
  const witnesses = new Witnesses(world);
  const readable = readableTo(app);
  const { pkcert, cncert, corvia, dunmere, itu, banking, energy } = world.organizations;
  const handles = new Map(Object.entries(world.organizations).map(([handle, id]) => [id, handle]));
  const countryOf: CountryOf = (id) => countryOfHandle(handles.get(id)!);
  const teams = { pkcert, cncert, corvia, dunmere, itu, banking, energy, public: PUBLIC_TEAM };
  const readers: [string, Reader][] = [
    ...Object.entries(teams).map(([name, of]): [string, Reader] => [name, { of, person: null }]),
    ...witnesses.officers.map((one, n): [string, Reader] => [OFFICERS[n]!, one]),
  ];
  const parentOf = (name: string) =>
    world.organizations[parentOfHandle(name.split('-')[0]!) as 'pkcert'] ?? null;
  return fc.asyncProperty(
    randomWorld(witnesses.places),
    fc.uniqueArray(fc.constantFrom(...INSTANTS), { minLength: 3, maxLength: 6 }),
    randomHow,
    async (random, instants, how) => {
      await emptyWorld(world.owner);
      const ids = await witnesses.given.world(random);
      tally.worlds += 1;
      for (const at of instants)
        for (const [name, asker] of readers) {
          const { of: reader, person } = asker;
          const question = `${name} at ${new Date(at).toISOString()} ${JSON.stringify(how)}`;
          const seen = await witnesses.visible(reader, at, person, how);
          tally.answers += 1;
          tally.granted += seen.filter((line) => line.includes(' grant ')).length;
          agree(
            question,
            ['visible()', seen],
            ['decide()', await witnesses.decided(reader, at, person, how)],
          );
          const asked = [reader, new Date(at), person, how.channel, how.purpose];
          const named = await world.owner.query<{ line: string }[]>(NAMED, asked);
          const whom = { ...asker, parent: parentOf(name) };
          agree(
            question,
            ['visible()', named.map(({ line }) => line).sort()],
            ['as given', decidedPure(random, ids, whom, at, countryOf, how)],
          );
          if (reader === originatorOf(random)) continue;
          const versions = seen.map((line) => line.split(' ')[1]).sort();
          agree(question, ['visible()', versions], ['row-level', await readable(reader, at, person, how)]);
        }
    },
  );
}

/** Feed, list and documents offer over HTTP what visible() says, as time goes on. */
export function overHttp(world: World, _app: DataSource, tally: Tally): Fuzzed {
  const witnesses = new Witnesses(world);
  const callers = {
    pkcert: world.withKey('pkcert'),
    cncert: world.withKey('cncert'),
    banking: world.withKey('banking'),
    corvia: world.withKey('corvia'),
    itu: world.withKey('itu'),
    public: world.anonymous(),
  };
  return fc.asyncProperty(
    randomWorld(witnesses.places, fc.constantFrom(...EARLIER)),
    fc.uniqueArray(fc.constantFrom(...LATER), { minLength: 2, maxLength: 4 }),
    randomHow,
    async (random, instants, { purpose }) => {
      const how: How = { channel: 'rest', purpose };
      await emptyWorld(world.owner);
      await appointOfficers(world, witnesses);
      await witnesses.given.world(random);
      tally.worlds += 1;
      for (const at of instants.toSorted((one, other) => one - other)) {
        world.clock.set(new Date(at).toISOString());
        for (const [name, caller] of Object.entries(callers)) {
          const reader = name === 'public' ? PUBLIC_TEAM : world.organizations[name as 'cncert'];
          if (reader === originatorOf(random)) continue;
          const seen = await witnesses.visible(reader, at, null, how);
          const versions = seen.map((line) => line.split(' ')[1]).sort();
          tally.answers += 1;
          tally.granted += seen.filter((line) => line.includes(' grant ')).length;
          const question = `${name} at ${new Date(at).toISOString()}`;
          const { parts, ...said } = await witnesses.overHttp(caller, purpose);
          for (const [way, offered] of Object.entries(said))
            agree(question, ['visible()', versions], [way, offered]);
          agree(question, ['decide()', await witnesses.partsDecided(reader, at, how)], ['parts', parts]);
        }
        for (const [n, { person, of }] of witnesses.officers.entries()) {
          const ofTeam = new Set(await witnesses.visible(of, at, null, how));
          const hers = (await witnesses.visible(of, at, person, how)).filter((line) => !ofTeam.has(line));
          const named = hers.map((line) => line.split(' ')[1]).sort();
          const said = await witnesses.namedOverHttp(world.as(OFFICERS[n]!), purpose);
          for (const [way, offered] of Object.entries(said))
            agree(`${OFFICERS[n]} at ${new Date(at).toISOString()}`, ['visible()', named], [way, offered]);
        }
      }
    },
  );
}

/** Whatever people do, in whatever order: everybody has one answer after each act, and tools hold what they may. */
export function inSequence(world: World, _app: DataSource, tally: Tally): Fuzzed {
  return fc.asyncProperty(sequence(24), (acts) => new Play(world, tally).run(acts));
}
