import { query } from './fixtures'

export async function insert(title: string, slug: string): Promise<string> {
  const [row] = await query<{ id: string }>(
    `WITH o AS (INSERT INTO obstacle (id, slug, title, description, authority, updated_at) VALUES (gen_random_uuid(), $1, $2, 'Het kost te veel tijd.', 'national', now()) RETURNING id)
     INSERT INTO obstacle_group (obstacle_id, term_id) SELECT o.id, t.id FROM o, term t WHERE t.vocabulary = 'target_group' AND t.slug = 'jongeren' RETURNING obstacle_id::text AS id`,
    [slug, title],
  )
  return row?.id ?? ''
}

export const slugOf = (title: string) => title.toLowerCase().replace(/[^a-z0-9]+/g, '-')
