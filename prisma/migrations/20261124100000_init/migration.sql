-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('regional_board', 'ser_secretariat', 'work_centre', 'municipality', 'uwv', 'employer', 'education', 'foundation', 'other');

-- CreateEnum
CREATE TYPE "membership_role" AS ENUM ('editor', 'assessor', 'manager');

-- CreateEnum
CREATE TYPE "platform_role_name" AS ENUM ('moderator', 'administrator');

-- CreateEnum
CREATE TYPE "constituency" AS ENUM ('employers', 'employees', 'independent', 'other');

-- CreateEnum
CREATE TYPE "assessment_kind" AS ENUM ('self', 'panel');

-- CreateEnum
CREATE TYPE "assessment_status" AS ENUM ('draft', 'submitted');

-- CreateEnum
CREATE TYPE "observation_status" AS ENUM ('final', 'provisional', 'revised', 'withheld');

-- CreateEnum
CREATE TYPE "measurement_design" AS ENUM ('after_only', 'before_after', 'comparison', 'quasi_experiment', 'experiment');

-- CreateEnum
CREATE TYPE "lifecycle" AS ENUM ('planned', 'running', 'completed', 'stopped', 'unknown');

-- CreateEnum
CREATE TYPE "revision_status" AS ENUM ('draft', 'submitted', 'returned', 'published', 'superseded');

-- CreateEnum
CREATE TYPE "certainty" AS ENUM ('stated', 'derived');

-- CreateEnum
CREATE TYPE "text_item_kind" AS ENUM ('working_element', 'impact', 'expected_impact', 'goal', 'success_factor', 'lesson', 'recommendation', 'obstacle', 'scalability_support', 'scalability_limit', 'knowledge_gap');

-- CreateEnum
CREATE TYPE "result_kind" AS ENUM ('reach', 'output', 'outcome', 'intention', 'arrangement', 'qualitative');

-- CreateEnum
CREATE TYPE "trade_off_domain" AS ENUM ('informal_care', 'volunteering', 'learning', 'health');

-- CreateEnum
CREATE TYPE "trade_off_effect" AS ENUM ('better', 'same', 'worse', 'not_examined');

-- CreateEnum
CREATE TYPE "region_type" AS ENUM ('country', 'landsdeel', 'province', 'labour_market', 'ser', 'ggd', 'municipality');

-- CreateEnum
CREATE TYPE "vocabulary" AS ENUM ('target_group', 'sector', 'instrument', 'societal_challenge', 'driver', 'approach_style', 'action_perspective', 'evidence_level', 'policy_instrument_type', 'funding_type', 'barrier', 'result_type', 'subsidy_alignment', 'displacement', 'initiative_status', 'value_perspective', 'registration_source');

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "organisation_kind" NOT NULL,
    "region_id" UUID,
    "starts_on" DATE,
    "ends_on" DATE,
    "successor_id" UUID,
    "is_example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "constituency" "constituency",
    "disabled_at" TIMESTAMPTZ(3),
    "is_example" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "user_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" "membership_role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("user_id","organisation_id","role")
);

-- CreateTable
CREATE TABLE "platform_role" (
    "user_id" UUID NOT NULL,
    "role" "platform_role_name" NOT NULL,

    CONSTRAINT "platform_role_pkey" PRIMARY KEY ("user_id","role")
);

-- CreateTable
CREATE TABLE "user_session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "device" TEXT NOT NULL,

    CONSTRAINT "user_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "kind" "assessment_kind" NOT NULL,
    "round" SMALLINT NOT NULL DEFAULT 1,
    "assessor_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "region_id" UUID,
    "constituency" "constituency" NOT NULL,
    "status" "assessment_status" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "is_example" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment_score" (
    "assessment_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "score" SMALLINT,
    "cannot_judge" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "assessment_score_pkey" PRIMARY KEY ("assessment_id","criterion_id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" TEXT,
    "result" TEXT NOT NULL DEFAULT 'ok',
    "detail" JSONB,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statistical_source" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT,
    "licence" TEXT,

    CONSTRAINT "statistical_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "label_nl" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "definition_nl" TEXT NOT NULL,
    "definition_en" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "decimals" SMALLINT NOT NULL DEFAULT 0,
    "group_slug" TEXT NOT NULL,
    "direction" TEXT,
    "unpaid_work" BOOLEAN NOT NULL,
    "position" INTEGER NOT NULL,
    "source_id" UUID,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "observation" (
    "id" UUID NOT NULL,
    "source_key" TEXT NOT NULL,
    "indicator_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "period_code" TEXT,
    "period_label" TEXT NOT NULL,
    "period_start" DATE,
    "period_end" DATE,
    "label" TEXT NOT NULL,
    "value" DECIMAL(18,4) NOT NULL,
    "unit" TEXT NOT NULL,
    "qualifier" TEXT NOT NULL,
    "status" "observation_status" NOT NULL DEFAULT 'final',
    "breakdown" JSONB,
    "source_id" UUID NOT NULL,
    "report_ref" TEXT,
    "note" TEXT,
    "retrieved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "observation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_target" (
    "id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "region_code" TEXT NOT NULL,
    "value" DECIMAL(18,4) NOT NULL,
    "due_on" DATE NOT NULL,
    "source_title" TEXT,

    CONSTRAINT "indicator_target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "caveat" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "report_ref" TEXT NOT NULL,
    "finding" TEXT NOT NULL,
    "advice" TEXT,
    "withholds" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,

    CONSTRAINT "caveat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "caveat_indicator" (
    "caveat_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,

    CONSTRAINT "caveat_indicator_pkey" PRIMARY KEY ("caveat_id","indicator_id")
);

-- CreateTable
CREATE TABLE "caveat_observation" (
    "caveat_id" UUID NOT NULL,
    "observation_id" UUID NOT NULL,

    CONSTRAINT "caveat_observation_pkey" PRIMARY KEY ("caveat_id","observation_id")
);

-- CreateTable
CREATE TABLE "reference_figure" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "period_label" TEXT,
    "region_id" UUID,
    "indicator_id" UUID,
    "value" DECIMAL(18,4) NOT NULL,
    "formula" TEXT,
    "source_name" TEXT,
    "source_url" TEXT,
    "report_ref" TEXT,
    "note" TEXT,

    CONSTRAINT "reference_figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_indicator" (
    "id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "definition" TEXT NOT NULL DEFAULT '',
    "unit" TEXT NOT NULL,
    "result_type_id" UUID NOT NULL,
    "source_title" TEXT,
    "frequency" TEXT,
    "baseline_value" DECIMAL(18,4),
    "baseline_on" DATE,
    "baseline_n" INTEGER,
    "baseline_note" TEXT,
    "target_value" DECIMAL(18,4),
    "target_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "initiative_indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measurement" (
    "id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "measured_on" DATE,
    "period_start" DATE,
    "period_end" DATE,
    "value" DECIMAL(18,4),
    "numerator" INTEGER,
    "n" INTEGER,
    "qualifier" TEXT,
    "design" "measurement_design" NOT NULL DEFAULT 'after_only',
    "comparison_numerator" INTEGER,
    "comparison_n" INTEGER,
    "comparison_description" TEXT,
    "independent" BOOLEAN NOT NULL DEFAULT false,
    "measured_by" TEXT,
    "source_title" TEXT NOT NULL,
    "source_url" TEXT,
    "note" TEXT,
    "supersedes_id" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "measurement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "published_revision_id" UUID,
    "first_published_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "report_section" TEXT,
    "is_example" BOOLEAN NOT NULL DEFAULT false,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "initiative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_revision" (
    "id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "revision_status" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "return_reason" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "title" TEXT NOT NULL,
    "alternative_titles" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "summary" TEXT NOT NULL DEFAULT '',
    "problem" TEXT NOT NULL DEFAULT '',
    "problem_note" TEXT,
    "owner_name" TEXT,
    "owner_note" TEXT,
    "partners_note" TEXT,
    "region_note" TEXT,
    "target_groups_note" TEXT,
    "instruments_note" TEXT,
    "success_factors_note" TEXT,
    "expected_impact_note" TEXT,
    "style_support" "certainty",
    "scalability_report" TEXT,
    "evidence_rationale" TEXT,
    "lifecycle" "lifecycle" NOT NULL DEFAULT 'unknown',
    "stop_reason" TEXT,
    "starts_on" DATE,
    "ends_on" DATE,
    "period_note" TEXT,
    "contact_name" TEXT,
    "contact_role" TEXT,
    "contact_email" TEXT,
    "contact_consent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "initiative_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision_region" (
    "revision_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "certainty" "certainty" NOT NULL DEFAULT 'stated',

    CONSTRAINT "revision_region_pkey" PRIMARY KEY ("revision_id","region_id")
);

-- CreateTable
CREATE TABLE "revision_term" (
    "revision_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "certainty" "certainty",
    "basis" TEXT,

    CONSTRAINT "revision_term_pkey" PRIMARY KEY ("revision_id","term_id")
);

-- CreateTable
CREATE TABLE "revision_step" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,

    CONSTRAINT "revision_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision_text_item" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "kind" "text_item_kind" NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "revision_text_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision_result" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "result_kind" NOT NULL,
    "result_type_id" UUID,
    "label" TEXT NOT NULL,
    "value" DECIMAL(18,4),
    "unit" TEXT,
    "qualifier" TEXT,
    "measured" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,

    CONSTRAINT "revision_result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision_partner" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "revision_partner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision_source" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "kind" TEXT,
    "published_on" DATE,
    "note" TEXT,

    CONSTRAINT "revision_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_external_fact" (
    "id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "fact" TEXT NOT NULL,
    "url" TEXT,
    "published_on" DATE,
    "reliability" TEXT NOT NULL,

    CONSTRAINT "initiative_external_fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_goal" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "region_id" UUID NOT NULL,
    "organisation_id" UUID,
    "parent_id" UUID,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "source_title" TEXT,
    "source_ref" TEXT,
    "source_url" TEXT,
    "starts_on" DATE,
    "ends_on" DATE,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_measure" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "goal_id" UUID NOT NULL,
    "instrument_type_id" UUID,
    "responsible_id" UUID,
    "responsible_name" TEXT,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "source_title" TEXT,
    "source_ref" TEXT,
    "starts_on" DATE,
    "ends_on" DATE,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_goal" (
    "initiative_id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,
    "note" TEXT,

    CONSTRAINT "initiative_goal_pkey" PRIMARY KEY ("initiative_id","goal_id")
);

-- CreateTable
CREATE TABLE "initiative_measure" (
    "initiative_id" UUID NOT NULL,
    "measure_id" UUID NOT NULL,
    "note" TEXT,

    CONSTRAINT "initiative_measure_pkey" PRIMARY KEY ("initiative_id","measure_id")
);

-- CreateTable
CREATE TABLE "funding" (
    "id" UUID NOT NULL,
    "initiative_id" UUID,
    "measure_id" UUID,
    "type_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "amount_euro" INTEGER,
    "amount_qualifier" TEXT,
    "starts_on" DATE,
    "ends_on" DATE,
    "purpose" TEXT NOT NULL DEFAULT '',
    "alignment_id" UUID NOT NULL,
    "alignment_note" TEXT NOT NULL DEFAULT '',
    "after_funding_plan" TEXT,
    "source_title" TEXT,
    "source_url" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "funding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_monitor" (
    "initiative_id" UUID NOT NULL,
    "approach_rationale" TEXT,
    "theory_of_change" TEXT,
    "evaluation_design" TEXT,
    "displacement_id" UUID NOT NULL,
    "displacement_note" TEXT,
    "side_effects" TEXT,
    "cost_per_participant_euro" INTEGER,
    "cost_per_placement_euro" INTEGER,
    "cost_basis" TEXT,
    "reach_invited" INTEGER,
    "reach_started" INTEGER,
    "reach_finished" INTEGER,
    "next_measurement_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_monitor_pkey" PRIMARY KEY ("initiative_id")
);

-- CreateTable
CREATE TABLE "trade_off" (
    "initiative_id" UUID NOT NULL,
    "domain" "trade_off_domain" NOT NULL,
    "effect" "trade_off_effect" NOT NULL DEFAULT 'not_examined',
    "hours_per_week" DECIMAL(6,2),
    "carried_by" TEXT,
    "source_title" TEXT,

    CONSTRAINT "trade_off_pkey" PRIMARY KEY ("initiative_id","domain")
);

-- CreateTable
CREATE TABLE "region" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "type" "region_type" NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name_variants" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "note" TEXT,

    CONSTRAINT "region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "region_link" (
    "child_id" UUID NOT NULL,
    "parent_id" UUID NOT NULL,
    "valid_from_year" INTEGER NOT NULL,
    "valid_to_year" INTEGER,
    "is_primary" BOOLEAN NOT NULL DEFAULT true,
    "municipalities" INTEGER,

    CONSTRAINT "region_link_pkey" PRIMARY KEY ("child_id","parent_id","valid_from_year")
);

-- CreateTable
CREATE TABLE "initiative_search" (
    "initiative_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "document" tsvector NOT NULL,
    "target_groups" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "sectors" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "instruments" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "challenges" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "drivers" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "styles" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "regions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "lifecycle" "lifecycle" NOT NULL,
    "evidence_rank" SMALLINT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "initiative_search_pkey" PRIMARY KEY ("initiative_id")
);

-- CreateTable
CREATE TABLE "term" (
    "id" UUID NOT NULL,
    "vocabulary" "vocabulary" NOT NULL,
    "slug" TEXT NOT NULL,
    "label_nl" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "definition_nl" TEXT NOT NULL,
    "definition_en" TEXT NOT NULL,
    "note_nl" TEXT,
    "alt_labels" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "position" INTEGER NOT NULL,
    "report_ref" TEXT,
    "attributes" JSONB,
    "parent_id" UUID,
    "replaced_by_id" UUID,

    CONSTRAINT "term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criterion" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "label_nl" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "definition_nl" TEXT NOT NULL,
    "definition_en" TEXT NOT NULL,
    "guiding_questions_nl" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "guiding_questions_en" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "anchors_nl" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "anchors_en" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "not_ratable_when_nl" TEXT NOT NULL,
    "not_ratable_when_en" TEXT NOT NULL,
    "note_nl" TEXT,
    "note_en" TEXT,

    CONSTRAINT "criterion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE INDEX "organisation_region_id_idx" ON "organisation"("region_id");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "membership_organisation_id_idx" ON "membership"("organisation_id");

-- CreateIndex
CREATE INDEX "user_session_user_id_revoked_at_idx" ON "user_session"("user_id", "revoked_at");

-- CreateIndex
CREATE INDEX "assessment_assessor_id_status_idx" ON "assessment"("assessor_id", "status");

-- CreateIndex
CREATE INDEX "assessment_initiative_id_status_idx" ON "assessment"("initiative_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_initiative_id_assessor_id_kind_round_key" ON "assessment"("initiative_id", "assessor_id", "kind", "round");

-- CreateIndex
CREATE INDEX "assessment_score_criterion_id_idx" ON "assessment_score"("criterion_id");

-- CreateIndex
CREATE INDEX "audit_event_object_type_object_id_id_idx" ON "audit_event"("object_type", "object_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_id_idx" ON "audit_event"("actor_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "statistical_source_slug_key" ON "statistical_source"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_slug_key" ON "indicator"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "observation_source_key_key" ON "observation"("source_key");

-- CreateIndex
CREATE INDEX "observation_region_id_indicator_id_period_start_idx" ON "observation"("region_id", "indicator_id", "period_start");

-- CreateIndex
CREATE INDEX "observation_indicator_id_period_start_idx" ON "observation"("indicator_id", "period_start");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_target_indicator_id_region_code_due_on_key" ON "indicator_target"("indicator_id", "region_code", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "caveat_slug_key" ON "caveat"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "reference_figure_slug_key" ON "reference_figure"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_indicator_initiative_id_position_key" ON "initiative_indicator"("initiative_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "measurement_supersedes_id_key" ON "measurement"("supersedes_id");

-- CreateIndex
CREATE INDEX "measurement_indicator_id_measured_on_idx" ON "measurement"("indicator_id", "measured_on");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_slug_key" ON "initiative"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_published_revision_id_key" ON "initiative"("published_revision_id");

-- CreateIndex
CREATE INDEX "initiative_organisation_id_idx" ON "initiative"("organisation_id");

-- CreateIndex
CREATE INDEX "initiative_revision_status_submitted_at_idx" ON "initiative_revision"("status", "submitted_at");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_revision_initiative_id_number_key" ON "initiative_revision"("initiative_id", "number");

-- CreateIndex
CREATE INDEX "revision_region_region_id_idx" ON "revision_region"("region_id");

-- CreateIndex
CREATE INDEX "revision_term_term_id_idx" ON "revision_term"("term_id");

-- CreateIndex
CREATE UNIQUE INDEX "revision_step_revision_id_position_key" ON "revision_step"("revision_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "revision_text_item_revision_id_kind_position_key" ON "revision_text_item"("revision_id", "kind", "position");

-- CreateIndex
CREATE UNIQUE INDEX "revision_result_revision_id_position_key" ON "revision_result"("revision_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "revision_partner_revision_id_position_key" ON "revision_partner"("revision_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "revision_source_revision_id_position_key" ON "revision_source"("revision_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_external_fact_initiative_id_position_key" ON "initiative_external_fact"("initiative_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "policy_goal_slug_key" ON "policy_goal"("slug");

-- CreateIndex
CREATE INDEX "policy_goal_region_id_position_idx" ON "policy_goal"("region_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "policy_measure_slug_key" ON "policy_measure"("slug");

-- CreateIndex
CREATE INDEX "policy_measure_goal_id_position_idx" ON "policy_measure"("goal_id", "position");

-- CreateIndex
CREATE INDEX "initiative_goal_goal_id_idx" ON "initiative_goal"("goal_id");

-- CreateIndex
CREATE INDEX "initiative_measure_measure_id_idx" ON "initiative_measure"("measure_id");

-- CreateIndex
CREATE INDEX "funding_initiative_id_idx" ON "funding"("initiative_id");

-- CreateIndex
CREATE INDEX "funding_measure_id_idx" ON "funding"("measure_id");

-- CreateIndex
CREATE INDEX "funding_ends_on_idx" ON "funding"("ends_on");

-- CreateIndex
CREATE UNIQUE INDEX "region_code_key" ON "region"("code");

-- CreateIndex
CREATE UNIQUE INDEX "region_slug_key" ON "region"("slug");

-- CreateIndex
CREATE INDEX "region_type_name_idx" ON "region"("type", "name");

-- CreateIndex
CREATE INDEX "region_link_parent_id_idx" ON "region_link"("parent_id");

-- CreateIndex
CREATE INDEX "initiative_search_published_at_initiative_id_idx" ON "initiative_search"("published_at" DESC, "initiative_id");

-- CreateIndex
CREATE INDEX "initiative_search_document_idx" ON "initiative_search" USING GIN ("document");

-- CreateIndex
CREATE INDEX "initiative_search_target_groups_idx" ON "initiative_search" USING GIN ("target_groups");

-- CreateIndex
CREATE INDEX "initiative_search_sectors_idx" ON "initiative_search" USING GIN ("sectors");

-- CreateIndex
CREATE INDEX "initiative_search_instruments_idx" ON "initiative_search" USING GIN ("instruments");

-- CreateIndex
CREATE INDEX "initiative_search_challenges_idx" ON "initiative_search" USING GIN ("challenges");

-- CreateIndex
CREATE INDEX "initiative_search_regions_idx" ON "initiative_search" USING GIN ("regions");

-- CreateIndex
CREATE INDEX "term_vocabulary_position_idx" ON "term"("vocabulary", "position");

-- CreateIndex
CREATE UNIQUE INDEX "term_vocabulary_slug_key" ON "term"("vocabulary", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "criterion_number_key" ON "criterion"("number");

-- CreateIndex
CREATE UNIQUE INDEX "criterion_slug_key" ON "criterion"("slug");

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_role" ADD CONSTRAINT "platform_role_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_session" ADD CONSTRAINT "user_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "initiative_revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_assessor_id_fkey" FOREIGN KEY ("assessor_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_score" ADD CONSTRAINT "assessment_score_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_score" ADD CONSTRAINT "assessment_score_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "statistical_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "statistical_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_target" ADD CONSTRAINT "indicator_target_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "caveat_indicator" ADD CONSTRAINT "caveat_indicator_caveat_id_fkey" FOREIGN KEY ("caveat_id") REFERENCES "caveat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "caveat_indicator" ADD CONSTRAINT "caveat_indicator_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "caveat_observation" ADD CONSTRAINT "caveat_observation_caveat_id_fkey" FOREIGN KEY ("caveat_id") REFERENCES "caveat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "caveat_observation" ADD CONSTRAINT "caveat_observation_observation_id_fkey" FOREIGN KEY ("observation_id") REFERENCES "observation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reference_figure" ADD CONSTRAINT "reference_figure_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reference_figure" ADD CONSTRAINT "reference_figure_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_indicator" ADD CONSTRAINT "initiative_indicator_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_indicator" ADD CONSTRAINT "initiative_indicator_result_type_id_fkey" FOREIGN KEY ("result_type_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "initiative_indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "measurement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_published_revision_id_fkey" FOREIGN KEY ("published_revision_id") REFERENCES "initiative_revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_revision" ADD CONSTRAINT "initiative_revision_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_revision" ADD CONSTRAINT "initiative_revision_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_revision" ADD CONSTRAINT "initiative_revision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_region" ADD CONSTRAINT "revision_region_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "initiative_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_region" ADD CONSTRAINT "revision_region_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_term" ADD CONSTRAINT "revision_term_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "initiative_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_term" ADD CONSTRAINT "revision_term_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_step" ADD CONSTRAINT "revision_step_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "initiative_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_text_item" ADD CONSTRAINT "revision_text_item_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "initiative_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_result" ADD CONSTRAINT "revision_result_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "initiative_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_result" ADD CONSTRAINT "revision_result_result_type_id_fkey" FOREIGN KEY ("result_type_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_partner" ADD CONSTRAINT "revision_partner_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "initiative_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_source" ADD CONSTRAINT "revision_source_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "initiative_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_external_fact" ADD CONSTRAINT "initiative_external_fact_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_goal" ADD CONSTRAINT "policy_goal_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_goal" ADD CONSTRAINT "policy_goal_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_goal" ADD CONSTRAINT "policy_goal_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "policy_goal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_measure" ADD CONSTRAINT "policy_measure_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "policy_goal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_measure" ADD CONSTRAINT "policy_measure_instrument_type_id_fkey" FOREIGN KEY ("instrument_type_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_measure" ADD CONSTRAINT "policy_measure_responsible_id_fkey" FOREIGN KEY ("responsible_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_goal" ADD CONSTRAINT "initiative_goal_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_goal" ADD CONSTRAINT "initiative_goal_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "policy_goal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_measure" ADD CONSTRAINT "initiative_measure_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_measure" ADD CONSTRAINT "initiative_measure_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "policy_measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding" ADD CONSTRAINT "funding_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding" ADD CONSTRAINT "funding_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "policy_measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding" ADD CONSTRAINT "funding_type_id_fkey" FOREIGN KEY ("type_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding" ADD CONSTRAINT "funding_alignment_id_fkey" FOREIGN KEY ("alignment_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_monitor" ADD CONSTRAINT "policy_monitor_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_monitor" ADD CONSTRAINT "policy_monitor_displacement_id_fkey" FOREIGN KEY ("displacement_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trade_off" ADD CONSTRAINT "trade_off_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region_link" ADD CONSTRAINT "region_link_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "region"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region_link" ADD CONSTRAINT "region_link_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "region"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_search" ADD CONSTRAINT "initiative_search_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term" ADD CONSTRAINT "term_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term" ADD CONSTRAINT "term_replaced_by_id_fkey" FOREIGN KEY ("replaced_by_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
