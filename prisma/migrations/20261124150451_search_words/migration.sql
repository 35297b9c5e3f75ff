-- DropIndex
DROP INDEX "initiative_search_target_groups_idx";

-- DropIndex
DROP INDEX "initiative_search_sectors_idx";

-- DropIndex
DROP INDEX "initiative_search_instruments_idx";

-- DropIndex
DROP INDEX "initiative_search_challenges_idx";

-- DropIndex
DROP INDEX "initiative_search_regions_idx";

-- AlterTable
ALTER TABLE "initiative_search" ADD COLUMN     "body" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "medians" REAL[] DEFAULT ARRAY[]::REAL[],
ADD COLUMN     "start_year" SMALLINT,
ADD COLUMN     "tags" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- CreateTable
CREATE TABLE "search_tag" (
    "id" SERIAL NOT NULL,
    "facet" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "search_tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,
    "stem" TEXT NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE UNIQUE INDEX "search_tag_facet_slug_key" ON "search_tag"("facet", "slug");

-- CreateIndex
CREATE INDEX "search_word_stem_idx" ON "search_word"("stem");

-- CreateIndex
CREATE INDEX "initiative_search_tags_idx" ON "initiative_search" USING GIN ("tags");

-- Words as they stand in a text, only without accents: no stems, no stop words.
CREATE TEXT SEARCH CONFIGURATION praktijk_woord (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION praktijk_woord
  ALTER MAPPING FOR asciiword, word, hword_asciipart, hword_part, asciihword, hword WITH unaccent, simple;

-- A part of a compound ("schakeltraject" in "voorschakeltraject") and a word that looks alike are found by trigrams.
CREATE INDEX search_word_trgm ON search_word USING gin (word gin_trgm_ops);

-- Titles are found through their words now.
DROP INDEX initiative_search_title_trgm;

-- What of a version is searched, by how much it says about the version.
CREATE FUNCTION revision_search_text(revision uuid) RETURNS TABLE (terms text, narrower text, body text, names text) LANGUAGE sql STABLE AS $$
  SELECT
    (SELECT string_agg(words, ' ') FROM revision_terms_upward(revision)),
    -- A broad group holds the narrower ones: "bijstand" finds what is for everyone with a benefit.
    (SELECT string_agg(c.label_nl || ' ' || array_to_string(c.alt_labels, ' '), ' ')
      FROM revision_term rt
      JOIN term t ON t.id = rt.term_id AND t.vocabulary = 'target_group'
      JOIN term c ON c.parent_id = t.id
      WHERE rt.revision_id = revision),
    (SELECT string_agg(t.text, ' ') FROM (
      SELECT problem AS text FROM initiative_revision WHERE id = revision
      UNION ALL SELECT text FROM revision_text_item WHERE revision_id = revision AND kind <> 'knowledge_gap'
      UNION ALL SELECT name || ' ' || description FROM revision_step WHERE revision_id = revision
      UNION ALL SELECT label FROM revision_result WHERE revision_id = revision
    ) t),
    (SELECT string_agg(t.text, ' ') FROM (
      SELECT name AS text FROM revision_partner WHERE revision_id = revision
      UNION ALL SELECT owner_name FROM initiative_revision WHERE id = revision AND owner_name IS NOT NULL
      UNION ALL SELECT g.name || ' ' || coalesce(array_to_string(g.name_variants, ' '), '')
        FROM region g WHERE g.slug = ANY (revision_region_slugs(revision)) AND g.type <> 'country'
    ) t)
$$;

-- Rebuilds the search rows of these initiatives from what is published now. The evidence rank and the medians are set by
-- the application, which owns those rules, and survive a rebuild; search_retag() must follow.
CREATE OR REPLACE FUNCTION search_refresh(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM initiative_search s
  WHERE s.initiative_id = ANY (ids)
    AND NOT EXISTS (SELECT 1 FROM initiative i WHERE i.id = s.initiative_id AND i.published_revision_id IS NOT NULL);

  INSERT INTO search_word (word, stem)
  SELECT DISTINCT w.lexeme, coalesce((tsvector_to_array(to_tsvector('praktijk', w.lexeme)))[1], w.lexeme)
  FROM initiative i
  JOIN initiative_revision r ON r.id = i.published_revision_id
  CROSS JOIN LATERAL revision_search_text(r.id) x
  CROSS JOIN LATERAL unnest(to_tsvector('praktijk_woord', concat_ws(' ', r.title, array_to_string(r.alternative_titles, ' '), r.summary, x.terms, x.narrower, x.body, x.names))) w
  WHERE i.id = ANY (ids) AND w.lexeme ~ '^[a-z][a-z0-9]{2,59}$'
  ON CONFLICT DO NOTHING;

  INSERT INTO initiative_search (initiative_id, revision_id, slug, title, summary, body, document, target_groups, sectors, instruments,
    challenges, drivers, styles, regions, lifecycle, start_year, evidence_rank, published_at)
  SELECT i.id, r.id, i.slug, r.title, r.summary, coalesce(x.body, ''),
    setweight(to_tsvector('praktijk', r.title || ' ' || coalesce(array_to_string(r.alternative_titles, ' '), '')), 'A')
      || setweight(to_tsvector('praktijk', r.summary), 'B')
      || setweight(to_tsvector('praktijk', coalesce(x.terms, '')), 'B')
      || setweight(to_tsvector('praktijk', coalesce(x.body, '')), 'C')
      || setweight(to_tsvector('praktijk', concat_ws(' ', x.names, x.narrower)), 'D'),
    coalesce(terms.target_groups, '{}'), coalesce(terms.sectors, '{}'), coalesce(terms.instruments, '{}'),
    coalesce(terms.challenges, '{}'), coalesce(terms.drivers, '{}'), coalesce(terms.styles, '{}'),
    revision_region_slugs(r.id), r.lifecycle, extract(year FROM r.starts_on), 0, r.published_at
  FROM initiative i
  JOIN initiative_revision r ON r.id = i.published_revision_id
  CROSS JOIN LATERAL revision_search_text(r.id) x
  LEFT JOIN LATERAL (
    SELECT array_agg(slug) FILTER (WHERE vocabulary = 'target_group') AS target_groups,
      array_agg(slug) FILTER (WHERE vocabulary = 'sector') AS sectors,
      array_agg(slug) FILTER (WHERE vocabulary = 'instrument') AS instruments,
      array_agg(slug) FILTER (WHERE vocabulary = 'societal_challenge') AS challenges,
      array_agg(slug) FILTER (WHERE vocabulary = 'driver') AS drivers,
      array_agg(slug) FILTER (WHERE vocabulary = 'approach_style') AS styles
    FROM revision_terms_upward(r.id)
  ) terms ON true
  WHERE i.id = ANY (ids)
  ON CONFLICT (initiative_id) DO UPDATE SET
    revision_id = excluded.revision_id, slug = excluded.slug, title = excluded.title, summary = excluded.summary, body = excluded.body,
    document = excluded.document, target_groups = excluded.target_groups, sectors = excluded.sectors,
    instruments = excluded.instruments, challenges = excluded.challenges, drivers = excluded.drivers, styles = excluded.styles,
    regions = excluded.regions, lifecycle = excluded.lifecycle, start_year = excluded.start_year, published_at = excluded.published_at;
$$;

-- Every value of every filter of these rows, by the key and slug that stand in the address of the list.
CREATE FUNCTION search_values(ids uuid[]) RETURNS TABLE (initiative_id uuid, facet text, slug text) LANGUAGE sql STABLE AS $$
  SELECT s.initiative_id, v.facet, v.slug
  FROM initiative_search s
  CROSS JOIN LATERAL (
    SELECT 'doelgroep' AS facet, unnest(s.target_groups) AS slug
    UNION ALL SELECT 'regio', unnest(s.regions)
    UNION ALL SELECT 'sector', unnest(s.sectors)
    UNION ALL SELECT 'instrument', unnest(s.instruments)
    UNION ALL SELECT 'opgave', unnest(s.challenges)
    UNION ALL SELECT 'drijfveer', unnest(s.drivers)
    UNION ALL SELECT 'benadering', unnest(s.styles)
    UNION ALL SELECT 'fase', CASE s.lifecycle WHEN 'planned' THEN 'gepland' WHEN 'running' THEN 'loopt' WHEN 'completed' THEN 'afgerond' WHEN 'stopped' THEN 'gestopt' ELSE 'onbekend' END
    UNION ALL SELECT 'bewijs', (ARRAY['onbekend', 'beschreven', 'onderbouwd', 'gemeten', 'vergeleken', 'bewezen'])[s.evidence_rank + 1]
    UNION ALL SELECT 'periode', s.start_year::text WHERE s.start_year IS NOT NULL
  ) v
  WHERE s.initiative_id = ANY (ids)
$$;

CREATE FUNCTION search_retag(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO search_tag (facet, slug) SELECT DISTINCT facet, slug FROM search_values(ids) ON CONFLICT DO NOTHING;

  UPDATE initiative_search s SET tags = 0 || v.tags
  FROM (
    SELECT w.initiative_id, array_agg(t.id ORDER BY t.id) AS tags
    FROM search_values(ids) w JOIN search_tag t ON t.facet = w.facet AND t.slug = w.slug
    GROUP BY w.initiative_id
  ) v
  WHERE s.initiative_id = v.initiative_id;
$$;

-- Each value knows how many published initiatives carry it, so that counting without a choice reads no initiative.
INSERT INTO search_tag (id, facet, slug) VALUES (0, '', '');

CREATE FUNCTION search_tag_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Two publications at once would lock the same values in another order.
  PERFORM pg_advisory_xact_lock(hashtext('search_tag'));
  IF TG_OP = 'INSERT' THEN
    UPDATE search_tag t SET count = t.count + d.n FROM (SELECT tag, count(*) AS n FROM new_rows, unnest(tags) AS tag GROUP BY tag) d WHERE d.tag = t.id;
  ELSIF TG_OP = 'DELETE' THEN
    UPDATE search_tag t SET count = t.count - d.n FROM (SELECT tag, count(*) AS n FROM old_rows, unnest(tags) AS tag GROUP BY tag) d WHERE d.tag = t.id;
  ELSE
    UPDATE search_tag t SET count = t.count + d.n
    FROM (
      SELECT tag, sum(step) AS n
      FROM (SELECT unnest(tags) AS tag, 1 AS step FROM new_rows UNION ALL SELECT unnest(tags), -1 FROM old_rows) x
      GROUP BY tag HAVING sum(step) <> 0
    ) d
    WHERE d.tag = t.id;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER search_tag_inserted AFTER INSERT ON initiative_search REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_tag_count();
CREATE TRIGGER search_tag_updated AFTER UPDATE ON initiative_search REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_tag_count();
CREATE TRIGGER search_tag_deleted AFTER DELETE ON initiative_search REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search_tag_count();

-- Rows of before this migration get their words and tags.
SELECT search_refresh(array_agg(initiative_id)) FROM initiative_search HAVING count(*) > 0;
SELECT search_retag(array_agg(initiative_id)) FROM initiative_search HAVING count(*) > 0;
