-- CreateEnum
CREATE TYPE "enquiry_kind" AS ENUM ('question', 'mistake');

-- CreateEnum
CREATE TYPE "enquiry_writer" AS ENUM ('councillor', 'employer', 'journalist', 'resident', 'other', 'member');

-- CreateEnum
CREATE TYPE "enquiry_state" AS ENUM ('pending', 'waiting', 'answered', 'closed', 'spam');

-- CreateEnum
CREATE TYPE "enquiry_outcome" AS ENUM ('corrected', 'declined');

-- CreateTable
CREATE TABLE "enquiry" (
    "id" UUID NOT NULL,
    "kind" "enquiry_kind" NOT NULL,
    "writer" "enquiry_writer" NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "state" "enquiry_state" NOT NULL DEFAULT 'pending',
    "outcome" "enquiry_outcome",
    "initiative_id" UUID,
    "region_id" UUID,
    "receiver_id" UUID,
    "organisation_id" UUID,
    "submission" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "enquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enquiry_entry" (
    "id" UUID NOT NULL,
    "enquiry_id" UUID NOT NULL,
    "from_outside" BOOLEAN NOT NULL,
    "author_id" UUID,
    "on_behalf_of" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "enquiry_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enquiry_block" (
    "id" UUID NOT NULL,
    "organisation_id" UUID,
    "digest" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "enquiry_block_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "enquiry_submission_key" ON "enquiry"("submission");

-- CreateIndex
CREATE INDEX "enquiry_state_expires_at_idx" ON "enquiry"("state", "expires_at");

-- CreateIndex
CREATE INDEX "enquiry_organisation_id_state_idx" ON "enquiry"("organisation_id", "state");

-- CreateIndex
CREATE INDEX "enquiry_receiver_id_state_idx" ON "enquiry"("receiver_id", "state");

-- CreateIndex
CREATE INDEX "enquiry_initiative_id_idx" ON "enquiry"("initiative_id");

-- CreateIndex
CREATE INDEX "enquiry_region_id_idx" ON "enquiry"("region_id");

-- CreateIndex
CREATE INDEX "enquiry_email_idx" ON "enquiry"("email");

-- CreateIndex
CREATE INDEX "enquiry_updated_at_idx" ON "enquiry"("updated_at");

-- CreateIndex
CREATE INDEX "enquiry_entry_enquiry_id_created_at_idx" ON "enquiry_entry"("enquiry_id", "created_at");

-- CreateIndex
CREATE INDEX "enquiry_entry_author_id_idx" ON "enquiry_entry"("author_id");

-- CreateIndex
CREATE INDEX "enquiry_block_digest_idx" ON "enquiry_block"("digest");

-- CreateIndex
CREATE INDEX "enquiry_block_organisation_id_idx" ON "enquiry_block"("organisation_id");

-- AddForeignKey
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_receiver_id_fkey" FOREIGN KEY ("receiver_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry_entry" ADD CONSTRAINT "enquiry_entry_enquiry_id_fkey" FOREIGN KEY ("enquiry_id") REFERENCES "enquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry_entry" ADD CONSTRAINT "enquiry_entry_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry_block" ADD CONSTRAINT "enquiry_block_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_one_subject" CHECK ("initiative_id" IS NULL OR "region_id" IS NULL);
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_confirmed" CHECK (("state" = 'pending') = ("confirmed_at" IS NULL));
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_outcome_of_mistake" CHECK ("outcome" IS NULL OR "kind" = 'mistake');

-- Blocking twice gives one row, also for the administrators.
CREATE UNIQUE INDEX "enquiry_block_once" ON "enquiry_block" ("organisation_id", "digest") NULLS NOT DISTINCT;
