/**
 * SQL that gives a reference its name, so that a row can be read by itself. Pages that only show
 * what is published get a link only then.
 * Source: docs/model.md.
 */
type Joined = Readonly<Record<string, string>>

export const ORGANISATION: Joined = {
  organisation: '(SELECT o.name FROM organisation o WHERE o.id = t.organisation_id)',
}

export const INITIATIVE = (id: string) =>
  ({
    initiative: `(SELECT coalesce(r.title, i.slug) FROM initiative i
      LEFT JOIN initiative_revision r ON r.id = i.published_revision_id WHERE i.id = ${id})`,
    initiative_page: `(SELECT i.slug FROM initiative i
      WHERE i.id = ${id} AND i.published_revision_id IS NOT NULL)`,
  }) as const

export const REGION: Joined = {
  region: '(SELECT g.name FROM region g WHERE g.id = t.region_id)',
}

export const MEASURE = (id: string): Joined => ({
  measure: `(SELECT m.title FROM policy_measure m WHERE m.id = ${id})`,
})

export const TERM = (id: string, name: string): Joined => ({
  [name]: `(SELECT w.label_nl FROM term w WHERE w.id = ${id})`,
})
