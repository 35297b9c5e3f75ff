CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Dutch stemming that ignores accents.
CREATE TEXT SEARCH CONFIGURATION praktijk (COPY = pg_catalog.dutch);
ALTER TEXT SEARCH CONFIGURATION praktijk
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, dutch_stem;

CREATE INDEX initiative_search_title_trgm ON initiative_search USING gin (title gin_trgm_ops);

-- Regions under which an initiative is found: its own and those above. A labour-market region may cross a
-- province border, so its province is derived only when the initiative names no province itself (Assen lies in
-- Drenthe and in labour-market region Groningen).
CREATE FUNCTION revision_region_slugs(revision uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
  WITH RECURSIVE own AS (
    SELECT r.id, r.type, r.slug FROM revision_region rr JOIN region r ON r.id = rr.region_id WHERE rr.revision_id = revision
  ), above AS (
    SELECT id, type, slug FROM own
    UNION
    SELECT p.id, p.type, p.slug
    FROM above a
    JOIN region_link l ON l.child_id = a.id AND l.is_primary AND l.valid_to_year IS NULL
    JOIN region p ON p.id = l.parent_id
    WHERE NOT (p.type = 'province' AND a.type = 'labour_market' AND EXISTS (SELECT 1 FROM own WHERE own.type = 'province'))
  )
  SELECT coalesce(array_agg(slug ORDER BY slug), '{}') FROM above
$$;

-- The term and everything above it, so that a broader word finds the narrower one.
CREATE FUNCTION revision_terms_upward(revision uuid) RETURNS TABLE (vocabulary vocabulary, slug text, words text) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE up AS (
    SELECT t.id, t.parent_id, t.vocabulary, t.slug, t.label_nl, t.alt_labels
    FROM revision_term rt JOIN term t ON t.id = rt.term_id WHERE rt.revision_id = revision
    UNION
    SELECT p.id, p.parent_id, p.vocabulary, p.slug, p.label_nl, p.alt_labels FROM up JOIN term p ON p.id = up.parent_id
  )
  SELECT up.vocabulary, up.slug, up.label_nl || ' ' || coalesce(array_to_string(up.alt_labels, ' '), '') FROM up
$$;

-- Rebuilds the search rows of these initiatives from what is published now, the evidence rank is set by the
-- application, which owns that rule, and survives a rebuild.
CREATE FUNCTION search_refresh(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM initiative_search s
  WHERE s.initiative_id = ANY (ids)
    AND NOT EXISTS (SELECT 1 FROM initiative i WHERE i.id = s.initiative_id AND i.published_revision_id IS NOT NULL);

  INSERT INTO initiative_search (initiative_id, revision_id, slug, title, summary, document, target_groups, sectors, instruments,
    challenges, drivers, styles, regions, lifecycle, evidence_rank, published_at)
  SELECT i.id, r.id, i.slug, r.title, r.summary,
    setweight(to_tsvector('praktijk', r.title || ' ' || coalesce(array_to_string(r.alternative_titles, ' '), '')), 'A')
      || setweight(to_tsvector('praktijk', r.summary), 'B')
      || setweight(to_tsvector('praktijk', coalesce(terms.words, '')), 'B')
      || setweight(to_tsvector('praktijk', r.problem || ' ' || coalesce(body.text, '')), 'C')
      || setweight(to_tsvector('praktijk', coalesce(names.text, '')), 'D'),
    coalesce(terms.target_groups, '{}'), coalesce(terms.sectors, '{}'), coalesce(terms.instruments, '{}'),
    coalesce(terms.challenges, '{}'), coalesce(terms.drivers, '{}'), coalesce(terms.styles, '{}'),
    revision_region_slugs(r.id), r.lifecycle, 0, r.published_at
  FROM initiative i
  JOIN initiative_revision r ON r.id = i.published_revision_id
  LEFT JOIN LATERAL (
    SELECT string_agg(words, ' ') AS words,
      array_agg(slug) FILTER (WHERE vocabulary = 'target_group') AS target_groups,
      array_agg(slug) FILTER (WHERE vocabulary = 'sector') AS sectors,
      array_agg(slug) FILTER (WHERE vocabulary = 'instrument') AS instruments,
      array_agg(slug) FILTER (WHERE vocabulary = 'societal_challenge') AS challenges,
      array_agg(slug) FILTER (WHERE vocabulary = 'driver') AS drivers,
      array_agg(slug) FILTER (WHERE vocabulary = 'approach_style') AS styles
    FROM revision_terms_upward(r.id)
  ) terms ON true
  LEFT JOIN LATERAL (
    SELECT string_agg(t.text, ' ') AS text FROM (
      SELECT text FROM revision_text_item WHERE revision_id = r.id AND kind <> 'knowledge_gap'
      UNION ALL SELECT name || ' ' || description FROM revision_step WHERE revision_id = r.id
      UNION ALL SELECT label FROM revision_result WHERE revision_id = r.id
    ) t
  ) body ON true
  LEFT JOIN LATERAL (
    SELECT string_agg(t.text, ' ') AS text FROM (
      SELECT name AS text FROM revision_partner WHERE revision_id = r.id
      UNION ALL SELECT r.owner_name WHERE r.owner_name IS NOT NULL
      UNION ALL SELECT g.name || ' ' || coalesce(array_to_string(g.name_variants, ' '), '')
        FROM region g WHERE g.slug = ANY (revision_region_slugs(r.id)) AND g.type <> 'country'
    ) t
  ) names ON true
  WHERE i.id = ANY (ids)
  ON CONFLICT (initiative_id) DO UPDATE SET
    revision_id = excluded.revision_id, slug = excluded.slug, title = excluded.title, summary = excluded.summary,
    document = excluded.document, target_groups = excluded.target_groups, sectors = excluded.sectors,
    instruments = excluded.instruments, challenges = excluded.challenges, drivers = excluded.drivers, styles = excluded.styles,
    regions = excluded.regions, lifecycle = excluded.lifecycle, published_at = excluded.published_at;
$$;
