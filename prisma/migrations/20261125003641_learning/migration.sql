-- CreateEnum
CREATE TYPE "learning_status" AS ENUM ('open', 'answered', 'dropped');

-- AlterEnum
ALTER TYPE "text_item_kind" ADD VALUE 'would_do_differently';

-- CreateTable
CREATE TABLE "collection" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "lead" TEXT NOT NULL,
    "story" TEXT NOT NULL DEFAULT '',
    "published_at" TIMESTAMPTZ(3),
    "is_example" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection_item" (
    "collection_id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "why" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "collection_item_pkey" PRIMARY KEY ("collection_id","initiative_id")
);

-- CreateTable
CREATE TABLE "learning_question" (
    "id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "why" TEXT NOT NULL DEFAULT '',
    "answer_by" DATE,
    "status" "learning_status" NOT NULL DEFAULT 'open',
    "learnt" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "learning_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "learning_link" (
    "question_id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "learning_link_pkey" PRIMARY KEY ("question_id","initiative_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "collection_slug_key" ON "collection"("slug");

-- CreateIndex
CREATE INDEX "collection_organisation_id_idx" ON "collection"("organisation_id");

-- CreateIndex
CREATE INDEX "collection_published_at_id_idx" ON "collection"("published_at" DESC, "id");

-- CreateIndex
CREATE INDEX "collection_item_initiative_id_idx" ON "collection_item"("initiative_id");

-- CreateIndex
CREATE INDEX "learning_question_region_id_idx" ON "learning_question"("region_id");

-- CreateIndex
CREATE INDEX "learning_link_initiative_id_idx" ON "learning_link"("initiative_id");

-- AddForeignKey
ALTER TABLE "collection" ADD CONSTRAINT "collection_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection" ADD CONSTRAINT "collection_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_item" ADD CONSTRAINT "collection_item_collection_id_fkey" FOREIGN KEY ("collection_id") REFERENCES "collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_item" ADD CONSTRAINT "collection_item_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_question" ADD CONSTRAINT "learning_question_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_question" ADD CONSTRAINT "learning_question_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_link" ADD CONSTRAINT "learning_link_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "learning_question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_link" ADD CONSTRAINT "learning_link_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Invariants ----------------------------------------------------------------------------------------------
ALTER TABLE collection
  ADD CONSTRAINT collection_texts CHECK (length(trim(title)) > 0 AND length(trim(lead)) > 0),
  ADD CONSTRAINT collection_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT collection_version CHECK (version >= 1);
ALTER TABLE collection_item ADD CONSTRAINT collection_item_position CHECK (position >= 1);
ALTER TABLE learning_question
  ADD CONSTRAINT learning_question_text CHECK (length(trim(question)) > 0),
  ADD CONSTRAINT learning_question_learnt CHECK (status <> 'answered' OR length(trim(learnt)) > 0),
  ADD CONSTRAINT learning_question_version CHECK (version >= 1);
ALTER TABLE learning_link ADD CONSTRAINT learning_link_position CHECK (position >= 1);
