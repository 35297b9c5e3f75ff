-- The whole story of an initiative, in Markdown (docs/adr/0048).
ALTER TABLE "initiative_revision" ADD COLUMN "story" TEXT NOT NULL DEFAULT '';

-- Readers have read it: what is published is not rewritten.
CREATE FUNCTION keep_story() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the story of a published revision cannot be rewritten' USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER keep_story BEFORE UPDATE OF story ON initiative_revision
  FOR EACH ROW WHEN (OLD.status IN ('published', 'superseded') AND OLD.story IS DISTINCT FROM NEW.story)
  EXECUTE FUNCTION keep_story();

-- Words without the signs of Markdown and without the addresses of links, for searching.
CREATE FUNCTION markdown_words(markdown text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(
    regexp_replace(markdown, '\]\([^)\n]*\)|\[|\\|\*\*|\*|\|', ' ', 'g'),
    '^\s*(#{1,6}|>|-|\d+[.)]|:?-{2,}:?)\s', ' ', 'gn')
$$;

CREATE OR REPLACE FUNCTION revision_search_text(revision uuid) RETURNS TABLE (terms text, narrower text, body text, names text) LANGUAGE sql STABLE AS $$
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
      UNION ALL SELECT markdown_words(story) FROM initiative_revision WHERE id = revision AND story <> ''
    ) t),
    (SELECT string_agg(t.text, ' ') FROM (
      SELECT name AS text FROM revision_partner WHERE revision_id = revision
      UNION ALL SELECT owner_name FROM initiative_revision WHERE id = revision AND owner_name IS NOT NULL
      UNION ALL SELECT g.name || ' ' || coalesce(array_to_string(g.name_variants, ' '), '')
        FROM region g WHERE g.slug = ANY (revision_region_slugs(revision)) AND g.type <> 'country'
    ) t)
$$;
