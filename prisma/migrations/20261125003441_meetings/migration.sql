-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "author_id" UUID,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "link" TEXT,
    "seats" INTEGER,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,
    "outcome" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "is_example" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_initiative" (
    "meeting_id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "meeting_initiative_pkey" PRIMARY KEY ("meeting_id","initiative_id")
);

-- CreateTable
CREATE TABLE "meeting_participant" (
    "meeting_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meeting_participant_pkey" PRIMARY KEY ("meeting_id","user_id")
);

-- CreateTable
CREATE TABLE "meeting_material" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meeting_material_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_credit" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "adoption_id" UUID,
    "text" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meeting_credit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "meeting_slug_key" ON "meeting"("slug");

-- CreateIndex
CREATE INDEX "meeting_starts_at_idx" ON "meeting"("starts_at");

-- CreateIndex
CREATE INDEX "meeting_organisation_id_idx" ON "meeting"("organisation_id");

-- CreateIndex
CREATE INDEX "meeting_initiative_initiative_id_idx" ON "meeting_initiative"("initiative_id");

-- CreateIndex
CREATE INDEX "meeting_participant_user_id_idx" ON "meeting_participant"("user_id");

-- CreateIndex
CREATE INDEX "meeting_material_meeting_id_idx" ON "meeting_material"("meeting_id");

-- CreateIndex
CREATE INDEX "meeting_credit_adoption_id_idx" ON "meeting_credit"("adoption_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_credit_meeting_id_adoption_id_key" ON "meeting_credit"("meeting_id", "adoption_id");

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_initiative" ADD CONSTRAINT "meeting_initiative_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_initiative" ADD CONSTRAINT "meeting_initiative_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_participant" ADD CONSTRAINT "meeting_participant_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_participant" ADD CONSTRAINT "meeting_participant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_material" ADD CONSTRAINT "meeting_material_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_credit" ADD CONSTRAINT "meeting_credit_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_credit" ADD CONSTRAINT "meeting_credit_adoption_id_fkey" FOREIGN KEY ("adoption_id") REFERENCES "adoption"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Invariants ----------------------------------------------------------------------------------------------
ALTER TABLE meeting
  ADD CONSTRAINT meeting_version CHECK (version >= 1 AND sequence >= 0),
  ADD CONSTRAINT meeting_texts CHECK (length(trim(title)) > 0 AND length(trim(text)) > 0),
  ADD CONSTRAINT meeting_times CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '24 hours'),
  ADD CONSTRAINT meeting_where CHECK (length(trim(place)) > 0 OR link IS NOT NULL),
  ADD CONSTRAINT meeting_link CHECK (link IS NULL OR link ~ '^https?://'),
  ADD CONSTRAINT meeting_seats CHECK (seats IS NULL OR seats BETWEEN 1 AND 10000),
  ADD CONSTRAINT meeting_cancelled CHECK ((cancelled_at IS NULL) = (cancel_reason IS NULL) AND (cancel_reason IS NULL OR length(trim(cancel_reason)) > 0));
ALTER TABLE meeting_material ADD CONSTRAINT meeting_material_texts CHECK (length(trim(title)) > 0 AND url ~ '^https?://');
ALTER TABLE meeting_credit ADD CONSTRAINT meeting_credit_says CHECK (adoption_id IS NOT NULL OR length(trim(text)) > 0);

CREATE FUNCTION check_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.organisation_id <> OLD.organisation_id OR NEW.slug <> OLD.slug THEN
    RAISE EXCEPTION 'a meeting keeps its organisation and address' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.cancelled_at IS NOT NULL AND NEW.cancelled_at IS NULL THEN
    RAISE EXCEPTION 'a meeting that is cancelled stays so' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.sequence < OLD.sequence THEN
    RAISE EXCEPTION 'the sequence of a meeting only rises' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.seats IS NOT NULL AND NEW.seats IS DISTINCT FROM OLD.seats AND NEW.seats < (SELECT count(*) FROM meeting_participant p WHERE p.meeting_id = NEW.id) THEN
    RAISE EXCEPTION 'more people signed up than there would be seats' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER meeting_kept BEFORE UPDATE ON meeting FOR EACH ROW EXECUTE FUNCTION check_meeting();

-- The lock lets two who want the last seat come one after the other.
CREATE FUNCTION check_meeting_participant() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE m meeting%ROWTYPE;
BEGIN
  SELECT * INTO m FROM meeting WHERE id = NEW.meeting_id FOR NO KEY UPDATE;
  IF m.cancelled_at IS NOT NULL OR m.starts_at <= now() THEN
    RAISE EXCEPTION 'nobody signs up for a meeting that is over or cancelled' USING ERRCODE = 'check_violation';
  END IF;
  IF m.seats IS NOT NULL AND (SELECT count(*) FROM meeting_participant p WHERE p.meeting_id = NEW.meeting_id) >= m.seats THEN
    RAISE EXCEPTION 'all seats are taken' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER meeting_participant_seats BEFORE INSERT ON meeting_participant FOR EACH ROW EXECUTE FUNCTION check_meeting_participant();
