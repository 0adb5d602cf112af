import fc from 'fast-check';
import type { QueryRunner } from 'typeorm';
import { startWorld, type World } from '../cast';
import { emptyWorld } from '../cases/empty-world';
import type { GivenWorld } from '../cases/given-world';
import { types } from '../cases/random-ground';
import { EARLIER, LATER, originatorOf, randomWorld } from '../cases/random-world';
import { Witnesses } from './witnesses';

const RUNS = Number(process.env.FC_RUNS ?? 12);
const NOW = LATER[3]!;
const ASKED = [NOW, LATER.at(-1)!];
const iso = (at: number) => new Date(at).toISOString();

/** What a step supposes, and how it is put on record. */
interface Step {
  hypothesis: object;
  take: (db: QueryRunner) => Promise<unknown>;
}
interface Agreement {
  id: string;
  terms: string;
  parties: { party: string; kind: 'signed' | 'approved' }[];
  ended: boolean;
}

const AGREEMENTS = `
  SELECT a.id, t.id AS terms, EXISTS (SELECT 1 FROM agreement_fact f WHERE f.agreement_id = a.id AND f.kind = 'ended') AS ended,
    (SELECT jsonb_agg(jsonb_build_object('party', p.organization_id, 'kind', CASE p.role WHEN 'signatory' THEN 'signed' ELSE 'approved' END))
     FROM terms_party p WHERE p.terms_version_id = t.id AND p.role IN ('signatory', 'approving_authority')) AS parties
  FROM agreement a JOIN LATERAL (SELECT * FROM terms_version t WHERE t.agreement_id = a.id ORDER BY t.number DESC LIMIT 1) t ON true
  ORDER BY a.id`;
const FACT = `
  INSERT INTO agreement_fact (id, agreement_id, terms_version_id, kind, party_id, effective_at, recorded_at, recorded_by, recorded_by_org, second_person_required)
  SELECT gen_random_uuid(), $1, $2, $3, $4, $5, $5, (SELECT id FROM account WHERE organization_id = $4 LIMIT 1), $4, false`;
const PAUSE = `
  INSERT INTO exchange_pause (id, kind, agreement_id, from_id, to_id, information_types, starts_at, ends_at, grounds, recorded_at, recorded_by, recorded_by_org)
  SELECT gen_random_uuid(), CASE WHEN $1::uuid IS NULL THEN 'stop' ELSE 'suspension' END, $1, $2, $3, $7, $4, $6, 'Of a test.', $4,
    (SELECT id FROM account WHERE organization_id = $5 LIMIT 1), $5`;
const OPEN =
  'SELECT id FROM exchange_pause WHERE id NOT IN (SELECT pause_id FROM exchange_resumption) ORDER BY id';
const RESUMED = `
  WITH people AS (SELECT (array_agg(id ORDER BY id))[1:2] AS two FROM account WHERE organization_id = $3),
    asked AS (INSERT INTO exchange_resumption SELECT gen_random_uuid(), $1, $2, 'Over.', $2, two[1] FROM people RETURNING id)
  SELECT asked.id, two[2] AS second FROM asked, people`;

/** The last terms of each agreement as if nobody had consented to them yet. */
const undecided = (random: GivenWorld): GivenWorld => ({
  ...random,
  agreements: random.agreements.map((one) => ({
    ...one,
    terms: one.terms.map((terms, index) =>
      index === one.terms.length - 1
        ? { ...terms, approved: null, signed: terms.signed.map(() => null), entered: null }
        : terms,
    ),
  })),
});

describe('what is supposed', () => {
  let world: World;
  let witnesses: Witnesses;
  let readers: string[];
  let changed = 0;
  beforeAll(async () => {
    world = await startWorld({ plannedOnce: true });
    witnesses = new Witnesses(world);
    const { pkcert, cncert, corvia, banking, energy } = world.organizations;
    readers = [pkcert, cncert, corvia, banking, energy];
  });
  afterAll(() => world.close());

  const sight = async (db: QueryRunner, hypothesis: object | null) => {
    const found = (await db.query(
      `SELECT r.id, s.*, at, CASE WHEN $3::jsonb IS NULL THEN app.shape_of(r.id, s.item_version_id, at)
         ELSE app.supposed_shape_of(r.id, s.item_version_id, at, ARRAY(SELECT g.grant_id FROM app.grants_in_force(r.id, at, $3) g),
           ($3::jsonb ->> 'signed')::uuid, $3) END AS shape
       FROM unnest($1::uuid[]) AS r(id) CROSS JOIN unnest($2::timestamptz[]) AS at
       CROSS JOIN LATERAL app.visible(r.id, at, hypothesis => $3) s ORDER BY r.id, at, s.item_id`,
      [readers, ASKED.map(iso), hypothesis],
    )) as object[];
    return found.map((row) => JSON.stringify(row));
  };
  const enters = ({ id, terms, parties }: Agreement): Step => {
    const entered = { party: parties[0]!.party, kind: 'entered_into_force' };
    const facts = [...parties, entered].map(({ party, kind }) => ({ kind, party_id: party }));
    const counted = { agreement_id: id, terms_version_id: terms, counts_from: iso(NOW) };
    return {
      hypothesis: { facts: facts.map((fact) => ({ ...fact, ...counted })), signed: terms },
      take: async (db) => {
        for (const { kind, party_id } of facts.slice(0, -1))
          await db.query(FACT, [id, terms, kind, party_id, iso(NOW)]);
        await db.query('SELECT app.entitle(o.id, NULL, $1, $2) FROM organization o', [terms, iso(NOW)]);
        await db.query(FACT, [id, terms, 'entered_into_force', entered.party, iso(NOW)]);
      },
    };
  };
  const ends = ({ id, parties }: Agreement): Step => {
    const fact = { agreement_id: id, terms_version_id: null, kind: 'ended', party_id: parties[0]!.party };
    return {
      hypothesis: { facts: [{ ...fact, counts_from: iso(NOW) }] },
      take: (db) => db.query(FACT, [id, null, 'ended', fact.party_id, iso(NOW)]),
    };
  };
  const pauses = (
    agreement: string | null,
    from: string | null,
    to: string | null,
    by: string,
    until: string | null = null,
    types: readonly string[] | null = null,
  ): Step => ({
    hypothesis: {
      pauses: [
        {
          ...{ agreement_id: agreement, from_id: from, to_id: to, information_types: types },
          ...{ valid_from: iso(NOW), valid_until: until },
        },
      ],
    },
    take: (db) => db.query(PAUSE, [agreement, from, to, iso(NOW), by, until, types]),
  });
  const resumes = (pause: string, by: string): Step => ({
    hypothesis: { resumed: [{ pause_id: pause, valid_until: iso(NOW) }] },
    take: async (db) => {
      const [asked] = (await db.query(RESUMED, [pause, iso(NOW), by])) as { id: string; second: string }[];
      await db.query('INSERT INTO exchange_resumption_confirmation VALUES ($1, $2, $3)', [
        asked!.id,
        iso(NOW),
        asked!.second,
      ]);
    },
  });

  /** What is seen with it supposed is what is seen once it is on record, which is then taken back. */
  async function holds({ hypothesis, take }: Step): Promise<void> {
    const db = world.owner.createQueryRunner();
    await db.startTransaction();
    try {
      const [without, supposed] = [await sight(db, null), await sight(db, hypothesis)];
      expect(await sight(db, {})).toEqual(without);
      await take(db);
      expect(supposed).toEqual(await sight(db, null));
      if (String(supposed) !== String(without)) changed += 1;
    } finally {
      await db.rollbackTransaction();
      await db.release();
    }
  }

  it('shows every reader what it would see if it were on record: entry into force, end, suspension, stop, resumption', async () => {
    const worlds = randomWorld(witnesses.places, fc.constantFrom(...EARLIER));
    const agree = fc.asyncProperty(worlds, fc.boolean(), async (random, decided) => {
      await emptyWorld(world.owner);
      await witnesses.given.world(decided ? random : undecided(random));
      const originator = originatorOf(random);
      for (const agreement of await world.owner.query<Agreement[]>(AGREEMENTS)) {
        if (!decided) await holds(enters(agreement));
        if (!agreement.ended) await holds(ends(agreement));
        await holds(pauses(agreement.id, null, null, originator));
        await holds(pauses(agreement.id, null, null, originator, iso(ASKED[1]!)));
        for (const type of types) await holds(pauses(agreement.id, null, null, originator, null, [type]));
      }
      for (const partner of readers)
        if (partner !== originator) await holds(pauses(null, originator, partner, originator));
      for (const { id } of await world.owner.query<{ id: string }[]>(OPEN))
        await holds(resumes(id, originator));
    });
    // Worlds in which no step changes anything would prove nothing: some times more of them have to be looked at.
    for (let rounds = 0; rounds < 20 && changed <= RUNS; rounds += 1)
      await fc.assert(agree, { numRuns: RUNS });
    expect(changed).toBeGreaterThan(RUNS);
  }, 240_000);
});
