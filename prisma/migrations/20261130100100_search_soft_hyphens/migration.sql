-- A soft hyphen and signs of no width say where a line may break, and are no part of a word that someone looks for.
CREATE FUNCTION search_plain(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN translate(words, U&'\00AD\200B\200C\200D\2060\FEFF', '');

-- AlterTable
ALTER TABLE "initiative_search" DROP COLUMN "title_words",
ADD COLUMN     "title_words" tsvector GENERATED ALWAYS AS (to_tsvector('praktijk', search_plain("title"))) STORED;

-- CreateIndex
CREATE INDEX "initiative_search_title_words_idx" ON "initiative_search" USING GIN ("title_words");

CREATE OR REPLACE FUNCTION search_refresh(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM initiative_search s
  WHERE s.initiative_id = ANY (ids)
    AND NOT EXISTS (SELECT 1 FROM initiative i WHERE i.id = s.initiative_id AND i.published_revision_id IS NOT NULL);

  INSERT INTO search_word (word, stem)
  SELECT DISTINCT w.lexeme, coalesce((tsvector_to_array(to_tsvector('praktijk', w.lexeme)))[1], w.lexeme)
  FROM initiative i
  JOIN initiative_revision r ON r.id = i.published_revision_id
  CROSS JOIN LATERAL revision_search_text(r.id) x
  CROSS JOIN LATERAL unnest(to_tsvector('praktijk_woord', search_plain(concat_ws(' ', r.title, array_to_string(r.alternative_titles, ' '), r.summary, x.terms, x.narrower, x.body, x.names)))) w
  WHERE i.id = ANY (ids) AND w.lexeme ~ '^[a-z][a-z0-9]{2,59}$'
  ON CONFLICT DO NOTHING;

  INSERT INTO initiative_search (initiative_id, revision_id, slug, title, summary, body, document, target_groups, sectors, instruments,
    challenges, drivers, styles, regions, lifecycle, start_year, evidence_rank, published_at)
  SELECT i.id, r.id, i.slug, r.title, r.summary, search_plain(coalesce(x.body, '')),
    setweight(to_tsvector('praktijk', search_plain(r.title || ' ' || coalesce(array_to_string(r.alternative_titles, ' '), ''))), 'A')
      || setweight(to_tsvector('praktijk', search_plain(r.summary)), 'B')
      || setweight(to_tsvector('praktijk', search_plain(coalesce(x.terms, ''))), 'B')
      || setweight(to_tsvector('praktijk', search_plain(coalesce(x.body, ''))), 'C')
      || setweight(to_tsvector('praktijk', search_plain(concat_ws(' ', x.names, x.narrower))), 'D'),
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

-- What is published now and holds such a sign is found by its words from here on.
SELECT search_refresh(array_agg(initiative_id)) FROM initiative_search WHERE title || summary || body <> search_plain(title || summary || body)
  HAVING count(*) > 0;
