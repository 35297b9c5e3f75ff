-- CreateEnum
CREATE TYPE "mail_status" AS ENUM ('queued', 'sending', 'sent', 'skipped', 'refused', 'failed');

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "status" "mail_status" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "mail_status_next_attempt_at_idx" ON "mail"("status", "next_attempt_at");

-- CreateIndex
CREATE INDEX "mail_created_at_id_idx" ON "mail"("created_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_recipient_id_kind_key_key" ON "mail"("recipient_id", "kind", "key");

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- A subject is one line and a link stays on this site, for every writer.
ALTER TABLE mail
  ADD CONSTRAINT mail_kind CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
  ADD CONSTRAINT mail_key CHECK (key <> ''),
  ADD CONSTRAINT mail_subject CHECK (subject <> '' AND subject !~ '[[:cntrl:]]' AND length(subject) <= 200),
  ADD CONSTRAINT mail_text CHECK (text <> ''),
  ADD CONSTRAINT mail_path CHECK (path ~ '^/([^/\\]|$)' AND path !~ '[[:cntrl:][:space:]]'),
  ADD CONSTRAINT mail_attempts CHECK (attempts >= 0),
  ADD CONSTRAINT mail_sent_at CHECK ((status = 'sent') = (sent_at IS NOT NULL)),
  ADD CONSTRAINT mail_claimed_at CHECK ((status = 'sending') = (claimed_at IS NOT NULL));
