-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "reply_to" TEXT,
ADD COLUMN     "to_address" TEXT,
ALTER COLUMN "recipient_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "contact_request" (
    "id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "sender_id" UUID,
    "organisation_id" UUID,
    "mail_id" UUID NOT NULL,
    "contact_name" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "handled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_refusal" (
    "address" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_refusal_pkey" PRIMARY KEY ("address","kind")
);

-- CreateIndex
CREATE INDEX "contact_request_sender_id_created_at_idx" ON "contact_request"("sender_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "contact_request_initiative_id_idx" ON "contact_request"("initiative_id");

-- AddForeignKey
ALTER TABLE "contact_request" ADD CONSTRAINT "contact_request_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_request" ADD CONSTRAINT "contact_request_sender_id_fkey" FOREIGN KEY ("sender_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_request" ADD CONSTRAINT "contact_request_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_request" ADD CONSTRAINT "contact_request_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mail"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Invariants ----------------------------------------------------------------------------------------------
ALTER TABLE mail ADD CONSTRAINT mail_receiver CHECK ((recipient_id IS NULL) <> (to_address IS NULL));
ALTER TABLE mail ADD CONSTRAINT mail_addresses CHECK ((to_address IS NULL OR to_address = lower(to_address)) AND (reply_to IS NULL OR reply_to !~ '[[:cntrl:]]'));
CREATE UNIQUE INDEX mail_outside_once ON mail (to_address, kind, key) WHERE to_address IS NOT NULL;
ALTER TABLE mail_refusal ADD CONSTRAINT mail_refusal_address CHECK (address = lower(address));
ALTER TABLE contact_request ADD CONSTRAINT contact_request_texts CHECK (length(trim(message)) > 0 AND length(trim(contact_name)) > 0);
CREATE TRIGGER contact_request_kept BEFORE UPDATE OF initiative_id, mail_id, contact_name, message, created_at ON contact_request FOR EACH ROW EXECUTE FUNCTION refuse_change();
