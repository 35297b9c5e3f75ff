-- The direction of the evidence and its size stand beside the level, so that no list, filter, order or file has to do without
-- them (docs/adr/0052). The application computes them, as it does the level.
ALTER TABLE "initiative_search" ADD COLUMN     "direction" TEXT,
ADD COLUMN     "effect" JSONB,
ADD COLUMN     "sure_gain" REAL;

ALTER TABLE initiative_search ADD CONSTRAINT initiative_search_direction
  CHECK (direction IN ('helpt', 'wisselend', 'niet-te-zeggen', 'niet-vergeleken', 'geen-verschil', 'schaadt'));

CREATE OR REPLACE FUNCTION search_values(ids uuid[]) RETURNS TABLE (initiative_id uuid, facet text, slug text) LANGUAGE sql STABLE AS $$
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
    UNION ALL SELECT 'richting', coalesce(s.direction, 'niet-te-zeggen')
    UNION ALL SELECT 'periode', s.start_year::text WHERE s.start_year IS NOT NULL
  ) v
  WHERE s.initiative_id = ANY (ids)
$$;

-- Where no outcome was compared there is nothing to compute. The rest is filled before the application answers, and until then
-- reads "cannot be said".
UPDATE initiative_search s SET direction = 'niet-vergeleken'
WHERE NOT EXISTS (
  SELECT 1
  FROM initiative_indicator i
  JOIN term t ON t.id = i.result_type_id AND t.slug IN ('outcome', 'impact')
  JOIN measurement m ON m.indicator_id = i.id
  WHERE i.initiative_id = s.initiative_id AND m.comparison_n IS NOT NULL
);
SELECT search_retag(array_agg(initiative_id)) FROM initiative_search HAVING count(*) > 0;
