/** Which items are looked at: a condition on the columns that hold an item and its owner, and one on the giver `s.from_id`. */
interface Scope {
  readonly items: (item: string, owner: string) => string;
  readonly giver: string;
}

/** What is open to a team under grants `g`. @param admitting joins what says which versions they admit to it, as `e` */
const byGrant = (admitting: string, { items }: Scope) => `
            SELECT e.item_id, e.item_version_id, 'grant', g.grant_id, 2, g.priority, g.valid_from
            FROM app.grants_in_force(team, moment, hypothesis) g
            JOIN ${admitting}
            JOIN release r ON r.item_version_id = e.item_version_id
            WHERE ${items('e.item_id', 'e.owner_id')}
              AND (e.persons IS NULL OR (person = ANY (e.persons)
                AND e.owner_id = ANY ((SELECT app.verifiers_of(person, team, moment))::uuid[])))
              AND NOT g.paused AND NOT e.types && g.withheld AND (COALESCE(by_channel, for_purpose) IS NULL OR EXISTS (SELECT 1 FROM exchange_grant x
                WHERE x.id = g.grant_id AND app.lets_go(app.carried_by(x.channels, x.obligations), app.permitted_purposes(x.obligations), by_channel, for_purpose)))
              AND r.released_at <= moment AND (r.superseded_at IS NULL OR r.superseded_at > moment)
              AND (r.embargo_until IS NULL OR r.embargo_until <= moment)`;

/** Entitlements that are made already. */
const MADE = `entitlement e ON e.grant_id = g.grant_id AND e.reader_id = team AND CASE WHEN (SELECT app.supposes_below(hypothesis))
              THEN app.open_supposedly(e, moment, hypothesis) ELSE NOT e.gated OR app.gate_is_open(e, moment) END`;

/** Those that supposed signatures would make, with the gates that they would have. */
const supposed = ({ giver }: Scope) => `
            exchange_grant s ON s.id = g.grant_id AND s.terms_version_id = (hypothesis ->> 'signed')::uuid AND ${giver}
            JOIN LATERAL app.admitted(s.from_id, NULL, s.terms_version_id, team, moment, true) e ON e.grant_id = s.id AND (NOT e.gated
              OR (SELECT app.gate_range(s, v, team, hypothesis) @> moment FROM item_version v WHERE v.id = e.item_version_id))`;

/**
 * Who sees what, written once. The functions that are made of it differ in nothing but which items are looked at; they
 * are three, so that each is planned for its question: PostgreSQL does not look into a function to find that one item
 * is all that is wanted of it.
 * By a channel and for a purpose only if told so (D-12): by themselves they are about neither, whatever the request that asks.
 */
const visible = (name: string, parameters: string, scope: Scope) => `
      CREATE FUNCTION app.${name}(${parameters}, moment timestamptz, person uuid DEFAULT NULL, by_channel text DEFAULT NULL,
        for_purpose text DEFAULT NULL, hypothesis jsonb DEFAULT NULL)
        RETURNS TABLE (item_id uuid, item_version_id uuid, basis text, grant_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT DISTINCT ON (b.item_id) b.item_id, b.item_version_id, b.basis, b.grant_id FROM (
            SELECT v.item_id, v.id AS item_version_id, 'own' AS basis, NULL::uuid AS grant_id, 0 AS rank, 0 AS priority, NULL::timestamptz AS since
            FROM item i JOIN LATERAL (SELECT * FROM item_version v WHERE v.item_id = i.id AND v.created_at <= moment ORDER BY v.number DESC LIMIT 1) v ON true
            WHERE i.owner_id = team AND ${scope.items('i.id', 'i.owner_id')}
            UNION ALL
            SELECT r.item_id, r.item_version_id, 'public', NULL, 1, 0, NULL FROM release r
            WHERE r.public AND NOT r.barred_by_law AND ${scope.items('r.item_id', 'r.owner_id')}
              AND r.released_at <= moment AND (r.superseded_at IS NULL OR r.superseded_at > moment)
              AND (r.embargo_until IS NULL OR r.embargo_until <= moment)
              AND (NOT r.gated OR app.publicly_consented(r.item_id, moment))
            UNION ALL ${byGrant(MADE, scope)}
            UNION ALL ${byGrant(supposed(scope), scope)} AND hypothesis IS NOT NULL
          ) b
          ORDER BY b.item_id, b.rank, b.priority, b.since, b.grant_id $$;`;

export const VISIBLE = [
  '-- Every item a team may see at an instant, or one person of it, with the basis cited: own, public, then grants in their order.',
  visible('visible', 'team uuid', { items: () => 'true', giver: 'true' }),
  '-- Of one owner; and of one item, at the price of one.',
  visible('visible_of', 'team uuid, giver uuid', {
    items: (_item, owner) => `${owner} = giver`,
    giver: 's.from_id = giver',
  }),
  visible('visible_item', 'team uuid, wanted uuid', {
    items: (item) => `${item} = wanted`,
    giver: 's.from_id = (SELECT i.owner_id FROM item i WHERE i.id = wanted)',
  }),
].join('\n');

export const NO_VISIBLE = `
  DROP FUNCTION app.visible_item(uuid, uuid, timestamptz, uuid, text, text, jsonb),
    app.visible_of(uuid, uuid, timestamptz, uuid, text, text, jsonb), app.visible(uuid, timestamptz, uuid, text, text, jsonb);
`;
