-- CreateEnum
CREATE TYPE "access_request_state" AS ENUM ('open', 'accepted', 'refused');

-- CreateEnum
CREATE TYPE "account_link_purpose" AS ENUM ('password', 'email_new', 'email_old');

-- AlterEnum
ALTER TYPE "organisation_kind" ADD VALUE 'province';

-- CreateTable
CREATE TABLE "organisation_region" (
    "organisation_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,

    CONSTRAINT "organisation_region_pkey" PRIMARY KEY ("organisation_id","region_id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "organisation_id" UUID,
    "role" "membership_role",
    "platform_role" "platform_role_name",
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_request" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "organisation_id" UUID,
    "organisation_name" TEXT NOT NULL DEFAULT '',
    "role" "membership_role" NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "access_request_state" NOT NULL DEFAULT 'open',
    "answer" TEXT NOT NULL DEFAULT '',
    "decided_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_link" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" "account_link_purpose" NOT NULL,
    "email" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "organisation_region_region_id_idx" ON "organisation_region"("region_id");

-- CreateIndex

-- CreateIndex
CREATE INDEX "invitation_organisation_id_idx" ON "invitation"("organisation_id");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE INDEX "access_request_state_created_at_idx" ON "access_request"("state", "created_at");

-- CreateIndex
CREATE INDEX "access_request_organisation_id_idx" ON "access_request"("organisation_id");

-- CreateIndex

-- CreateIndex
CREATE INDEX "account_link_user_id_purpose_idx" ON "account_link"("user_id", "purpose");

-- AddForeignKey
ALTER TABLE "organisation_region" ADD CONSTRAINT "organisation_region_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_region" ADD CONSTRAINT "organisation_region_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_request" ADD CONSTRAINT "access_request_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_request" ADD CONSTRAINT "access_request_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An invitation gives a role in an organisation or a role on the platform.
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_role" CHECK (
  ("role" IS NOT NULL AND "organisation_id" IS NOT NULL AND "platform_role" IS NULL)
  OR ("role" IS NULL AND "platform_role" IS NOT NULL)
);
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "access_request" ADD CONSTRAINT "access_request_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "access_request" ADD CONSTRAINT "access_request_where" CHECK ("organisation_id" IS NOT NULL OR "organisation_name" <> '');
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_email" CHECK (("purpose" = 'password') = ("email" IS NULL));

-- Inviting or asking twice gives one row.
CREATE UNIQUE INDEX "invitation_open" ON "invitation" (
  "email", "organisation_id", "role", "platform_role"
) NULLS NOT DISTINCT WHERE "accepted_at" IS NULL AND "revoked_at" IS NULL;
CREATE UNIQUE INDEX "access_request_open" ON "access_request" (
  "email", coalesce("organisation_id"::text, lower("organisation_name"))
) WHERE "state" = 'open';

SELECT watch_content('organisation_region'::regclass);

-- An organisation may work for more regions: nobody judges an initiative of any of them.
CREATE OR REPLACE FUNCTION check_panel_assessment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  r assessment_round%ROWTYPE;
BEGIN
  SELECT * INTO r FROM assessment_round WHERE id = NEW.round_id;
  IF r.initiative_id IS DISTINCT FROM NEW.initiative_id OR r.number IS DISTINCT FROM NEW.round::smallint THEN
    RAISE EXCEPTION 'the round belongs to another initiative' USING ERRCODE = 'check_violation';
  END IF;
  IF r.status <> 'open' THEN
    RAISE EXCEPTION 'the round is closed' USING ERRCODE = 'OT002';
  END IF;
  IF r.kind = 'second_look' AND NOT EXISTS (
    SELECT 1 FROM assessment a WHERE a.initiative_id = NEW.initiative_id AND a.assessor_id = NEW.assessor_id AND a.kind = 'panel'
      AND a.round = NEW.round - 1 AND a.status = 'submitted'
  ) THEN
    RAISE EXCEPTION 'a second look is for those who judged in the round before' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT 1 FROM assessment_invitation v JOIN assessment_round o ON o.id = v.round_id
    WHERE o.initiative_id = NEW.initiative_id AND v.assessor_id = NEW.assessor_id AND v.state = 'conflict'
  ) THEN
    RAISE EXCEPTION 'a conflict of interest was declared' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT region_family(array_agg(x.region_id)) FROM (
      SELECT o.region_id FROM initiative i JOIN organisation o ON o.id = i.organisation_id WHERE i.id = NEW.initiative_id
      UNION ALL
      SELECT o.region_id FROM initiative i JOIN organisation_region o ON o.organisation_id = i.organisation_id WHERE i.id = NEW.initiative_id
      UNION ALL
      SELECT rr.region_id FROM revision_region rr WHERE rr.revision_id = NEW.revision_id
    ) x
    INTERSECT
    SELECT region_family(array_agg(y.region_id)) FROM (
      SELECT NEW.region_id AS region_id
      UNION ALL
      SELECT o.region_id FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE m.user_id = NEW.assessor_id
      UNION ALL
      SELECT o.region_id FROM membership m JOIN organisation_region o ON o.organisation_id = m.organisation_id WHERE m.user_id = NEW.assessor_id
    ) y
  ) THEN
    RAISE EXCEPTION 'nobody judges an initiative of the own region' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
