import { withConnection } from './connection';

interface Standing {
  role: string;
  superuser: boolean;
  bypasses: boolean;
  grants: boolean;
  owns: boolean;
  becomes: string | null;
}

const standing = `
  SELECT me.rolname AS role, me.rolsuper AS superuser, me.rolbypassrls AS bypasses,
    me.rolcreaterole AS grants,
    me.rolname = $1 OR EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relowner = me.oid AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
              AND NOT pg_is_other_temp_schema(n.oid) AND n.oid <> pg_my_temp_schema())
    OR EXISTS (SELECT FROM pg_namespace WHERE nspowner = me.oid AND oid <> pg_my_temp_schema())
    OR EXISTS (SELECT FROM pg_database WHERE datdba = me.oid AND datname = current_database()) AS owns,
    (SELECT min(other.rolname) FROM pg_roles other
      WHERE other.oid <> me.oid AND pg_has_role(me.oid, other.oid, 'MEMBER')
        AND (other.rolname = $1 OR other.rolsuper OR other.rolbypassrls
          OR EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                     WHERE c.relowner = other.oid AND n.nspname NOT LIKE 'pg\\_%'
                       AND n.nspname <> 'information_schema')
          OR EXISTS (SELECT FROM pg_database
                     WHERE datdba = other.oid AND datname = current_database()))) AS becomes
  FROM pg_roles me WHERE me.rolname = current_user`;

function objection({ superuser, bypasses, grants, owns, becomes }: Standing): string | undefined {
  if (superuser) return 'is a superuser';
  if (bypasses) return 'has BYPASSRLS';
  if (grants) return 'has CREATEROLE, with which it can make itself a member of others';
  if (owns) return 'owns the database, or a schema or table in it';
  if (becomes !== null)
    return `is a member of ${becomes}, which owns the tables or bypasses row-level security`;
  return undefined;
}

/**
 * Refuses a plain role to which row-level security would not apply: the third lock would stand open
 * and nothing would show it.
 * @param setting the name of the setting that gives the address
 * @param url the database, as the role that is to serve requests or to run jobs
 * @param owner the role that migrates, and owns the tables or will own them
 * @throws Error that says what is wrong with the role
 */
export async function refuseUnfitRole(setting: string, url: string, owner: string): Promise<void> {
  const { rows } = await withConnection(url, (client) => client.query<Standing>(standing, [owner]));
  const [found] = rows;
  const fault = found ? objection(found) : 'is unknown to the database';
  if (fault)
    throw new Error(
      `The database role ${found?.role ?? ''} ${fault}. Row-level security would not hold it back: ` +
        `let ${setting} name a role with plain rights that owns nothing.`,
    );
}
