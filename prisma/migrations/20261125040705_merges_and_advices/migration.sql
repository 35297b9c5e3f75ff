-- CreateTable
CREATE TABLE "advice" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "addressee" TEXT NOT NULL DEFAULT '',
    "opening" TEXT NOT NULL DEFAULT '',
    "asked" TEXT NOT NULL DEFAULT '',
    "organisation_id" UUID,
    "signer" TEXT NOT NULL,
    "author_id" UUID,
    "on_day" DATE NOT NULL,
    "obstacles" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "advice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "advice_obstacle" (
    "advice_id" UUID NOT NULL,
    "obstacle_id" UUID NOT NULL,

    CONSTRAINT "advice_obstacle_pkey" PRIMARY KEY ("advice_id","obstacle_id")
);

-- CreateTable
CREATE TABLE "obstacle_merge" (
    "id" UUID NOT NULL,
    "merged_id" UUID NOT NULL,
    "kept_id" UUID NOT NULL,
    "moved" JSONB NOT NULL,
    "actor_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "obstacle_merge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "advice_on_day_id_idx" ON "advice"("on_day" DESC, "id");

-- CreateIndex
CREATE INDEX "advice_obstacle_obstacle_id_idx" ON "advice_obstacle"("obstacle_id");

-- CreateIndex
CREATE INDEX "obstacle_merge_kept_id_created_at_idx" ON "obstacle_merge"("kept_id", "created_at");

-- CreateIndex
CREATE INDEX "obstacle_merge_merged_id_idx" ON "obstacle_merge"("merged_id");

-- AddForeignKey
ALTER TABLE "advice" ADD CONSTRAINT "advice_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advice" ADD CONSTRAINT "advice_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advice_obstacle" ADD CONSTRAINT "advice_obstacle_advice_id_fkey" FOREIGN KEY ("advice_id") REFERENCES "advice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advice_obstacle" ADD CONSTRAINT "advice_obstacle_obstacle_id_fkey" FOREIGN KEY ("obstacle_id") REFERENCES "obstacle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obstacle_merge" ADD CONSTRAINT "obstacle_merge_merged_id_fkey" FOREIGN KEY ("merged_id") REFERENCES "obstacle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obstacle_merge" ADD CONSTRAINT "obstacle_merge_kept_id_fkey" FOREIGN KEY ("kept_id") REFERENCES "obstacle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obstacle_merge" ADD CONSTRAINT "obstacle_merge_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obstacle_merge" ADD CONSTRAINT "obstacle_merge_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Invariants ----------------------------------------------------------------------------------------------
ALTER TABLE obstacle_merge ADD CONSTRAINT obstacle_merge_apart CHECK (merged_id <> kept_id), ADD CONSTRAINT obstacle_merge_undone CHECK (undone_at IS NULL OR undone_at >= created_at);
-- An obstacle is merged into one at a time; undone merges stay beside it.
CREATE UNIQUE INDEX obstacle_merge_open ON obstacle_merge (merged_id) WHERE undone_at IS NULL;
CREATE TRIGGER obstacle_merge_append_only BEFORE UPDATE OF merged_id, kept_id, moved, created_at ON obstacle_merge FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE FUNCTION obstacle_merge_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.undone_at IS NOT NULL AND NEW.undone_at IS DISTINCT FROM OLD.undone_at THEN
    RAISE EXCEPTION 'a merge is undone once' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.undone_at IS NULL AND NEW.undone_at IS NOT NULL AND EXISTS (SELECT FROM obstacle_merge m WHERE m.kept_id = NEW.kept_id AND m.undone_at IS NULL AND (m.created_at, m.id) > (NEW.created_at, NEW.id)) THEN
    RAISE EXCEPTION 'the latest merge is undone first' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER obstacle_merge_once BEFORE UPDATE OF undone_at ON obstacle_merge FOR EACH ROW EXECUTE FUNCTION obstacle_merge_once();

CREATE OR REPLACE FUNCTION check_obstacle() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF OLD.merged_into_id IS NOT NULL AND NEW.merged_into_id IS NULL
    AND NOT EXISTS (SELECT FROM obstacle_merge m WHERE m.merged_id = NEW.id AND m.kept_id = OLD.merged_into_id AND m.undone_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a merged obstacle stays merged until its merge is undone' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status <> OLD.status AND (OLD.merged_into_id IS NOT NULL OR (OLD.status::text, NEW.status::text) NOT IN (('open', 'raised'), ('open', 'solved'), ('raised', 'solved'), ('solved', 'open'))) THEN
    RAISE EXCEPTION 'an obstacle does not go from % to %', OLD.status, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

ALTER TABLE advice
  ADD CONSTRAINT advice_texts CHECK (length(trim(title)) > 0 AND length(trim(signer)) > 0),
  ADD CONSTRAINT advice_about CHECK (jsonb_typeof(obstacles) = 'array' AND jsonb_array_length(obstacles) BETWEEN 1 AND 50);
CREATE TRIGGER advice_append_only BEFORE UPDATE OF title, addressee, opening, asked, signer, on_day, obstacles, created_at ON advice FOR EACH ROW EXECUTE FUNCTION refuse_change();

SELECT watch_content('obstacle_merge');
SELECT watch_content('advice');
SELECT watch_content('advice_obstacle');
