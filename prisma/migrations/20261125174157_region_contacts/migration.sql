-- DropForeignKey
ALTER TABLE "contact_request" DROP CONSTRAINT "contact_request_mail_id_fkey";

-- AlterTable
ALTER TABLE "contact_request" ADD COLUMN     "receiver_id" UUID,
ADD COLUMN     "region_id" UUID,
ALTER COLUMN "initiative_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "region_contact" (
    "id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "role" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "region_contact_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "region_contact_user_id_idx" ON "region_contact"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "region_contact_region_id_user_id_key" ON "region_contact"("region_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "region_contact_region_id_position_key" ON "region_contact"("region_id", "position");

-- CreateIndex
CREATE INDEX "contact_request_region_id_idx" ON "contact_request"("region_id");

-- CreateIndex
CREATE INDEX "contact_request_receiver_id_handled_at_idx" ON "contact_request"("receiver_id", "handled_at");

-- AddForeignKey
ALTER TABLE "region_contact" ADD CONSTRAINT "region_contact_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region_contact" ADD CONSTRAINT "region_contact_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_request" ADD CONSTRAINT "contact_request_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_request" ADD CONSTRAINT "contact_request_receiver_id_fkey" FOREIGN KEY ("receiver_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_request" ADD CONSTRAINT "contact_request_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Invariants ----------------------------------------------------------------------------------------------
ALTER TABLE region_contact
  ADD CONSTRAINT region_contact_three CHECK (position BETWEEN 1 AND 3),
  ADD CONSTRAINT region_contact_texts CHECK (length(trim(role)) > 0 AND length(role) <= 200 AND length(about) <= 1000);
-- About an initiative, or to someone of a region.
ALTER TABLE contact_request
  ADD CONSTRAINT contact_request_about CHECK ((initiative_id IS NULL) <> (region_id IS NULL)),
  ADD CONSTRAINT contact_request_receiver CHECK ((region_id IS NULL) = (receiver_id IS NULL));
DROP TRIGGER contact_request_kept ON contact_request;
CREATE TRIGGER contact_request_kept BEFORE UPDATE OF initiative_id, region_id, receiver_id, mail_id, contact_name, message, created_at ON contact_request FOR EACH ROW EXECUTE FUNCTION refuse_change();

SELECT watch_content('region_contact');
