-- CreateEnum
CREATE TYPE "obstacle_status" AS ENUM ('open', 'raised', 'solved');

-- CreateEnum
CREATE TYPE "obstacle_authority" AS ENUM ('national', 'uwv', 'coa', 'municipality', 'region', 'education', 'employers', 'other');

-- CreateTable
CREATE TABLE "obstacle" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "law" TEXT NOT NULL DEFAULT '',
    "authority" "obstacle_authority" NOT NULL,
    "authority_name" TEXT NOT NULL DEFAULT '',
    "status" "obstacle_status" NOT NULL DEFAULT 'open',
    "raised_on" DATE,
    "solved_on" DATE,
    "answer" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "merged_into_id" UUID,
    "organisation_id" UUID,
    "source_title" TEXT,
    "source_ref" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "obstacle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "obstacle_group" (
    "obstacle_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,

    CONSTRAINT "obstacle_group_pkey" PRIMARY KEY ("obstacle_id","term_id")
);

-- CreateTable
CREATE TABLE "obstacle_region" (
    "obstacle_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,

    CONSTRAINT "obstacle_region_pkey" PRIMARY KEY ("obstacle_id","region_id")
);

-- CreateTable
CREATE TABLE "obstacle_initiative" (
    "obstacle_id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "obstacle_initiative_pkey" PRIMARY KEY ("obstacle_id","initiative_id")
);

-- CreateTable
CREATE TABLE "obstacle_step" (
    "id" UUID NOT NULL,
    "obstacle_id" UUID NOT NULL,
    "status" "obstacle_status" NOT NULL,
    "on_day" DATE NOT NULL,
    "note" TEXT NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "obstacle_step_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "obstacle_slug_key" ON "obstacle"("slug");

-- CreateIndex
CREATE INDEX "obstacle_merged_into_id_status_title_idx" ON "obstacle"("merged_into_id", "status", "title");

-- CreateIndex
CREATE INDEX "obstacle_group_term_id_idx" ON "obstacle_group"("term_id");

-- CreateIndex
CREATE INDEX "obstacle_region_region_id_idx" ON "obstacle_region"("region_id");

-- CreateIndex
CREATE INDEX "obstacle_initiative_initiative_id_idx" ON "obstacle_initiative"("initiative_id");

-- CreateIndex
CREATE INDEX "obstacle_step_obstacle_id_created_at_id_idx" ON "obstacle_step"("obstacle_id", "created_at", "id");

-- AddForeignKey
ALTER TABLE "obstacle" ADD CONSTRAINT "obstacle_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obstacle" ADD CONSTRAINT "obstacle_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "obstacle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obstacle_group" ADD CONSTRAINT "obstacle_group_obstacle_id_fkey" FOREIGN KEY ("obstacle_id") REFERENCES "obstacle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obstacle_group" ADD CONSTRAINT "obstacle_group_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obstacle_region" ADD CONSTRAINT "obstacle_region_obstacle_id_fkey" FOREIGN KEY ("obstacle_id") REFERENCES "obstacle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obstacle_region" ADD CONSTRAINT "obstacle_region_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obstacle_initiative" ADD CONSTRAINT "obstacle_initiative_obstacle_id_fkey" FOREIGN KEY ("obstacle_id") REFERENCES "obstacle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obstacle_initiative" ADD CONSTRAINT "obstacle_initiative_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obstacle_step" ADD CONSTRAINT "obstacle_step_obstacle_id_fkey" FOREIGN KEY ("obstacle_id") REFERENCES "obstacle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obstacle_step" ADD CONSTRAINT "obstacle_step_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Invariants ----------------------------------------------------------------------------------------------
ALTER TABLE obstacle
  ADD CONSTRAINT obstacle_version CHECK (version >= 1),
  ADD CONSTRAINT obstacle_slug CHECK (slug ~ '^[a-z0-9]+(-+[a-z0-9]+)*$' AND slug NOT IN ('bestand', 'file')),
  ADD CONSTRAINT obstacle_texts CHECK (length(trim(title)) > 0 AND length(trim(description)) > 0),
  ADD CONSTRAINT obstacle_raised CHECK (CASE status WHEN 'open' THEN raised_on IS NULL WHEN 'raised' THEN raised_on IS NOT NULL ELSE true END),
  ADD CONSTRAINT obstacle_solved CHECK ((status = 'solved') = (solved_on IS NOT NULL) AND (status = 'solved') = (answer IS NOT NULL) AND (answer IS NULL OR length(trim(answer)) > 0)),
  ADD CONSTRAINT obstacle_days CHECK (raised_on IS NULL OR solved_on IS NULL OR raised_on <= solved_on),
  ADD CONSTRAINT obstacle_merge CHECK (merged_into_id IS NULL OR merged_into_id <> id);
ALTER TABLE obstacle_step ADD CONSTRAINT obstacle_step_note CHECK (length(trim(note)) > 0);

CREATE FUNCTION check_obstacle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.merged_into_id IS NOT NULL AND EXISTS (SELECT 1 FROM obstacle o WHERE o.id = NEW.merged_into_id AND o.merged_into_id IS NOT NULL) THEN
    RAISE EXCEPTION 'an obstacle is merged into one that is kept' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'INSERT' THEN
    RETURN NEW;
  END IF;
  IF NEW.merged_into_id IS NOT NULL AND EXISTS (SELECT 1 FROM obstacle o WHERE o.merged_into_id = NEW.id) THEN
    RAISE EXCEPTION 'others were merged into this obstacle: they move along first' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.slug <> OLD.slug THEN
    RAISE EXCEPTION 'an obstacle keeps its address' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.merged_into_id IS NOT NULL AND NEW.merged_into_id IS NULL THEN
    RAISE EXCEPTION 'a merged obstacle stays merged' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status <> OLD.status AND (OLD.merged_into_id IS NOT NULL OR (OLD.status::text, NEW.status::text) NOT IN (('open', 'raised'), ('open', 'solved'), ('raised', 'solved'), ('solved', 'open'))) THEN
    RAISE EXCEPTION 'an obstacle does not go from % to %', OLD.status, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER obstacle_checked BEFORE INSERT OR UPDATE ON obstacle FOR EACH ROW EXECUTE FUNCTION check_obstacle();

CREATE FUNCTION check_obstacle_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM term t WHERE t.id = NEW.term_id AND t.vocabulary = 'target_group') THEN
    RAISE EXCEPTION 'the group of an obstacle is a target group' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER obstacle_group_checked BEFORE INSERT OR UPDATE ON obstacle_group FOR EACH ROW EXECUTE FUNCTION check_obstacle_group();

CREATE FUNCTION check_obstacle_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM obstacle o WHERE o.id = NEW.obstacle_id AND o.merged_into_id IS NOT NULL) THEN
    RAISE EXCEPTION 'this obstacle was merged into another' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER obstacle_initiative_kept BEFORE INSERT ON obstacle_initiative FOR EACH ROW EXECUTE FUNCTION check_obstacle_link();
CREATE TRIGGER obstacle_step_kept BEFORE UPDATE OF obstacle_id, status, on_day, note, created_at ON obstacle_step FOR EACH ROW EXECUTE FUNCTION refuse_change();
