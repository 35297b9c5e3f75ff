import 'server-only'
import { Prisma } from '@/generated/prisma/client'

export const goalJson = Prisma.sql`
  jsonb_build_object(
    'id', g.id, 'slug', g.slug, 'title', g.title, 'description', g.description, 'region',
    jsonb_build_object('id', gr.id, 'slug', gr.slug, 'name', gr.name, 'type', gr.type),
    'owner', go.name, 'carriedBy', g.carried_by, 'people',
    jsonb_build_object(
      'group', g.people_group, 'planned', g.people_planned, 'reached', g.people_reached
    ),
    'source',
    jsonb_build_object('title', g.source_title, 'ref', g.source_ref, 'url', g.source_url),
    'startsOn', g.starts_on, 'endsOn', g.ends_on, 'version', g.version
  )
`

export const goalFrom = Prisma.sql`
  policy_goal g
  JOIN region gr ON gr.id = g.region_id
  LEFT JOIN organisation go ON go.id = g.organisation_id
`

const tradeOffJson = Prisma.sql`
  jsonb_build_object(
    'domain', o.domain, 'effect', o.effect, 'hoursPerWeek', o.hours_per_week,
    'carriedBy', o.carried_by, 'sourceTitle', o.source_title
  )
`

export const measureJson = Prisma.sql`
  jsonb_build_object(
    'id', m.id, 'slug', m.slug, 'goalId', m.goal_id, 'title', m.title,
    'description', m.description, 'instrumentType', CASE
      WHEN mt.id IS NULL THEN NULL
      ELSE jsonb_build_object('slug', mt.slug, 'labelNl', mt.label_nl, 'labelEn', mt.label_en)
    END,
    'responsible', coalesce(mo.name, m.responsible_name), 'people',
    jsonb_build_object(
      'group', m.people_group, 'planned', m.people_planned, 'reached', m.people_reached
    ),
    'tradeOffs', (
      SELECT coalesce(jsonb_agg(${tradeOffJson} ORDER BY o.domain), '[]')
      FROM measure_trade_off o
      WHERE o.measure_id = m.id
    ),
    'source', jsonb_build_object('title', m.source_title, 'ref', m.source_ref, 'url', NULL),
    'startsOn', m.starts_on, 'endsOn', m.ends_on, 'version', m.version
  )
`

export const measureFrom = Prisma.sql`
  policy_measure m
  LEFT JOIN term mt ON mt.id = m.instrument_type_id
  LEFT JOIN organisation mo ON mo.id = m.responsible_id
`

const fundingJson = Prisma.sql`
  jsonb_build_object(
    'id', f.id, 'ownToInitiative', f.initiative_id IS NOT NULL, 'measure', CASE
      WHEN fm.id IS NULL THEN NULL
      ELSE jsonb_build_object('id', fm.id, 'title', fm.title)
    END,
    'type', jsonb_build_object('slug', ft.slug, 'labelNl', ft.label_nl, 'labelEn', ft.label_en),
    'provider', f.provider, 'amountEuro', f.amount_euro,
    'amountQualifier', f.amount_qualifier, 'overlap', f.overlap, 'startsOn', f.starts_on, 'endsOn', f.ends_on,
    'purpose', f.purpose, 'alignment',
    jsonb_build_object('slug', fa.slug, 'labelNl', fa.label_nl, 'labelEn', fa.label_en),
    'alignmentNote', f.alignment_note, 'afterFundingPlan', f.after_funding_plan,
    'sourceTitle', f.source_title, 'sourceUrl', f.source_url, 'version', f.version
  )
`

const fundingFrom = Prisma.sql`
  funding f
  JOIN term ft ON ft.id = f.type_id
  JOIN term fa ON fa.id = f.alignment_id
  LEFT JOIN policy_measure fm ON fm.id = f.measure_id
`

/** Funding of initiative `i` or of its measures. With OR the database scans all funding. */
const fundingOfInitiative = Prisma.sql`
  f.id IN (
    SELECT x.id
    FROM funding x
    WHERE x.initiative_id = i.id
    UNION ALL
    SELECT x.id
    FROM initiative_measure im
      JOIN funding x ON x.measure_id = im.measure_id
    WHERE im.initiative_id = i.id
      AND x.initiative_id IS NULL
  )
`

export const chainColumns = Prisma.sql`
  i.id AS "initiativeId", r.lifecycle,
  (
    SELECT count(*)::int
    FROM initiative_goal x
    WHERE x.initiative_id = i.id
  ) AS goals,
  (
    SELECT count(*)::int
    FROM initiative_measure x
    WHERE x.initiative_id = i.id
  ) AS measures,
  (
    SELECT
      coalesce(
        jsonb_agg(
          jsonb_build_object(
            'typeSlug', ft.slug, 'provider', f.provider, 'alignmentSlug', fa.slug,
            'endsOn', f.ends_on, 'hasPlan', f.after_funding_plan IS NOT NULL
          )
          ORDER BY f.ends_on, f.id
        ),
        '[]'
      )
    FROM ${fundingFrom}
    WHERE ${fundingOfInitiative}
  ) AS fundings,
  (
    SELECT count(*)::int
    FROM initiative_indicator n
    WHERE n.initiative_id = i.id
  ) AS "indicatorCount",
  (
    SELECT count(*)::int
    FROM initiative_indicator n
    WHERE n.initiative_id = i.id
      AND EXISTS (
        SELECT 1
        FROM measurement q
        WHERE q.indicator_id = n.id
      )
  ) AS "measuredCount"
`

/** The published version, the last one of what is closed, or the newest one before publication. */
export const shownRevision = Prisma.sql`
  initiative i
  JOIN initiative_revision r ON r.id = coalesce(
    i.published_revision_id,
    (
      SELECT c.revision_id
      FROM initiative_closure c
      WHERE c.initiative_id = i.id
    ),
    (
      SELECT x.id
      FROM initiative_revision x
      WHERE x.initiative_id = i.id
      ORDER BY x.number DESC
      LIMIT 1
    )
  )
`

export const monitorColumns = Prisma.sql`
  i.id AS "initiativeId", i.slug, r.title, r.lifecycle,
  (
    SELECT jsonb_build_object('id', o.id, 'name', o.name)
    FROM organisation o
    WHERE o.id = i.organisation_id
  ) AS organisation,
  (
    SELECT
      coalesce(
        jsonb_agg(
          jsonb_build_object('slug', t.slug, 'labelNl', t.label_nl, 'labelEn', t.label_en)
          ORDER BY rt.position
        ),
        '[]'
      )
    FROM revision_term rt
      JOIN term t ON t.id = rt.term_id
    WHERE rt.revision_id = r.id
      AND t.vocabulary = 'approach_style'
  ) AS "approachStyles",
  (
    SELECT
      coalesce(
        jsonb_agg(DISTINCT t.attributes ->> 'paidWork') FILTER (
          WHERE t.attributes ? 'paidWork'
        ),
        '[]'
      )
    FROM revision_term rt
      JOIN term t ON t.id = rt.term_id
    WHERE rt.revision_id = r.id
      AND t.vocabulary = 'target_group'
  ) AS "targetGroupWork",
  (
    SELECT
      coalesce(
        jsonb_agg(
          ${goalJson} || jsonb_build_object('note', ig.note)
          ORDER BY g.position, g.id
        ),
        '[]'
      )
    FROM initiative_goal ig,
      ${goalFrom}
    WHERE ig.goal_id = g.id
      AND ig.initiative_id = i.id
  ) AS goals,
  (
    SELECT
      coalesce(
        jsonb_agg(
          ${measureJson} || jsonb_build_object('goalTitle', mg.title, 'note', im.note)
          ORDER BY m.position, m.id
        ),
        '[]'
      )
    FROM initiative_measure im,
      ${measureFrom}
      JOIN policy_goal mg ON mg.id = m.goal_id
    WHERE im.measure_id = m.id
      AND im.initiative_id = i.id
  ) AS measures,
  (
    SELECT
      coalesce(
        jsonb_agg(
          ${fundingJson}
          ORDER BY f.ends_on, f.id
        ),
        '[]'
      )
    FROM ${fundingFrom}
    WHERE ${fundingOfInitiative}
  ) AS fundings,
  jsonb_build_object(
    'input', p.theory_input, 'activity', p.theory_activity, 'output', p.theory_output,
    'outcome', p.theory_outcome, 'impact', p.theory_impact
  ) AS "theorySteps",
  jsonb_build_object(
    'participant', jsonb_build_object(
      'low', p.cost_per_participant_low, 'high', p.cost_per_participant_high
    ),
    'placement',
    jsonb_build_object('low', p.cost_per_placement_low, 'high', p.cost_per_placement_high)
  ) AS "costBounds",
  p.approach_rationale AS "approachRationale", p.theory_of_change AS "theoryOfChange",
  p.evaluation_design AS "evaluationDesign", p.side_effects AS "sideEffects",
  jsonb_build_object('slug', d.slug, 'labelNl', d.label_nl, 'labelEn', d.label_en) AS displacement,
  p.displacement_note AS "displacementNote",
  p.cost_per_participant_euro AS "costPerParticipantEuro",
  p.cost_per_placement_euro AS "costPerPlacementEuro", p.cost_basis AS "costBasis",
  jsonb_build_object(
    'invited', p.reach_invited, 'started', p.reach_started, 'finished', p.reach_finished,
    'outcome', p.reach_outcome
  ) AS reach,
  p.next_measurement_on::text AS "nextMeasurementOn",
  (
    SELECT
      coalesce(
        jsonb_agg(
          ${tradeOffJson}
          ORDER BY o.domain
        ),
        '[]'
      )
    FROM trade_off o
    WHERE o.initiative_id = i.id
  ) AS "tradeOffs",
  p.version
`
