import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { Client } from 'pg'
import { isPlatformRole, PEOPLE, type Person } from './matrix.ts'
import type { TargetName, Targets } from './rows.ts'
import { BELONGINGS } from './belongings.ts'
import { TARGETS } from './targets.ts'

/** The secret of an application that e2e/application.ts starts. */
const SECRET = 'a'.repeat(64)

const ORGANISATION_OF: Readonly<Record<Person['place'], TargetName>> = {
  own: 'organisation',
  neighbour: 'neighbour',
  other: 'otherOrganisation',
}

/** The id of a target in a statement, as a literal. */
const filled = (sql: string, found: ReadonlyMap<string, string>): string =>
  sql.replaceAll(/\$([a-z]\w*)/gi, (_, name: string) => `'${found.get(name) ?? name}'::uuid`)

async function find(
  client: Client,
  list: readonly (readonly [TargetName, string])[],
  found: Map<string, string>,
): Promise<void> {
  for (const [name, sql] of list) {
    const { rows } = await client.query<Record<string, string>>(filled(sql, found))
    const value = Object.values(rows[0] ?? {})[0]
    if (value === undefined) throw new Error(`nothing for ${name}`)
    found.set(name, value)
  }
}

/** An account with one role and a session; gives the cookie. */
async function addPerson(client: Client, person: Person, found: Map<string, string>) {
  if (person.role === 'visitor') return ''
  const userId = randomUUID()
  const sessionId = randomUUID()
  const platform = isPlatformRole(person.role)
  await client.query(
    `INSERT INTO app_user (id, email, name, constituency) VALUES ($1, $2, $3, 'employers')`,
    [userId, `${person.role}.${person.place}@walk.test`, `${person.role} ${person.place}`],
  )
  await client.query(
    'INSERT INTO membership (user_id, organisation_id, role) VALUES ($1, $2, $3)',
    [userId, found.get(ORGANISATION_OF[person.place]), platform ? 'member' : person.role],
  )
  if (platform)
    await client.query('INSERT INTO platform_role (user_id, role) VALUES ($1, $2)', [
      userId,
      person.role,
    ])
  await client.query(
    // Seen later than now, so that no call notes that it was seen.
    `INSERT INTO user_session (id, user_id, device, last_seen_at, expires_at)
     VALUES ($1, $2, '', now() + interval '1 hour', now() + interval '1 hour')`,
    [sessionId, userId],
  )
  if (person.role === 'editor' && person.place === 'own') found.set('ownEditor', userId)
  const token = await encode({ token: { userId, sessionId }, secret: SECRET })
  return `praktijkbank-session=${token}`
}

/** Written by the application itself, whoever calls. */
const OPEN_TABLES = ['rate_limit', 'job_run', 'usage_count', '_prisma_migrations']

/**
 * From now on each row that is written fails, and is counted, also when it is rolled back. So an
 * allowed call gets as far as its first write and changes nothing for the next one.
 */
const SEAL = `
  CREATE SEQUENCE walk_write;
  CREATE FUNCTION walk_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM nextval('walk_write');
    RAISE EXCEPTION 'sealed: % of %', TG_OP, TG_TABLE_NAME USING ERRCODE = 'WA001';
  END $$;
  DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public'
      AND tablename <> ALL ('{${OPEN_TABLES.join(',')}}') LOOP
      EXECUTE format('CREATE TRIGGER "000_walk" BEFORE INSERT OR UPDATE OR DELETE ON %I
        FOR EACH ROW EXECUTE FUNCTION walk_refuse()', name);
    END LOOP;
  END $$;`

export interface Walker extends Person {
  cookie: string
}

export async function arrange(url: string) {
  const client = new Client({ connectionString: url })
  await client.connect()
  const found = new Map<string, string>()
  // Moves examples to the own organisation, which the guards of a running site would refuse.
  await client.query('SET session_replication_role = replica')
  await find(client, TARGETS, found)
  const walkers: Walker[] = []
  for (const person of PEOPLE)
    walkers.push({ ...person, cookie: await addPerson(client, person, found) })
  await find(client, BELONGINGS, found)
  await client.query(
    `INSERT INTO factor_reset (user_id, requested_by_id, expires_at)
     SELECT '${found.get('member') ?? ''}', id, now() + interval '1 day'
     FROM app_user WHERE email = 'beheerder@voorbeeld.nl'`,
  )
  await client.query('SET session_replication_role = origin')
  await client.query(SEAL)
  const writes = async (): Promise<number> => {
    const { rows } = await client.query<{ count: number }>(
      'SELECT CASE WHEN is_called THEN last_value::int ELSE 0 END AS count FROM walk_write',
    )
    return rows[0]?.count ?? 0
  }
  return { targets: Object.fromEntries(found) as Targets, walkers, writes, end: () => client.end() }
}
