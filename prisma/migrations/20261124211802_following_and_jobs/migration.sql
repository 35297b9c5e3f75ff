-- CreateEnum
CREATE TYPE "job_result" AS ENUM ('ok', 'failed');

-- CreateTable
CREATE TABLE "follow" (
    "user_id" UUID NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "follow_pkey" PRIMARY KEY ("user_id","subject_type","subject_id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "digest" (
    "user_id" UUID NOT NULL,
    "week" TEXT NOT NULL,
    "items" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "digest_pkey" PRIMARY KEY ("user_id","week")
);

-- CreateTable
CREATE TABLE "job_run" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "result" "job_result",
    "done" INTEGER,
    "error" TEXT,

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_wish" (
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "wanted" BOOLEAN NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_wish_pkey" PRIMARY KEY ("user_id","kind")
);

-- CreateIndex
CREATE INDEX "follow_subject_type_subject_id_idx" ON "follow"("subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "notification_user_id_created_at_id_idx" ON "notification"("user_id", "created_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_user_id_key_key" ON "notification"("user_id", "key");

-- CreateIndex
CREATE INDEX "job_run_name_started_at_idx" ON "job_run"("name", "started_at" DESC);

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digest" ADD CONSTRAINT "digest_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_wish" ADD CONSTRAINT "mail_wish_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;


ALTER TABLE mail_wish ADD CONSTRAINT mail_wish_kind CHECK (kind ~ '^[a-z]+(-[a-z]+)*$');
ALTER TABLE follow ADD CONSTRAINT follow_subject_type CHECK (subject_type ~ '^[a-z]+(_[a-z]+)*$');
ALTER TABLE notification
  ADD CONSTRAINT notification_kind CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
  ADD CONSTRAINT notification_key CHECK (key <> ''),
  ADD CONSTRAINT notification_title CHECK (title <> ''),
  ADD CONSTRAINT notification_path CHECK (path ~ '^/([^/\\]|$)' AND path !~ '[[:cntrl:][:space:]]');
ALTER TABLE digest
  ADD CONSTRAINT digest_week CHECK (week ~ '^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$'),
  -- Few things, each doable in place.
  ADD CONSTRAINT digest_items CHECK (items BETWEEN 0 AND 5);
ALTER TABLE job_run
  ADD CONSTRAINT job_run_end CHECK ((finished_at IS NULL) = (result IS NULL)),
  ADD CONSTRAINT job_run_done CHECK (done >= 0);
