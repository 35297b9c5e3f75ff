-- An initiative that is no current supply any more, and why. Its row goes when it is public again.
CREATE TYPE "closing_kind" AS ENUM ('archived', 'withdrawn', 'merged');

CREATE TABLE "initiative_closure" (
    "initiative_id" UUID NOT NULL,
    "kind" "closing_kind" NOT NULL,
    "revision_id" UUID NOT NULL,
    "into_id" UUID,
    "reason" TEXT NOT NULL,
    "organisation_id" UUID,
    "closed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "initiative_closure_pkey" PRIMARY KEY ("initiative_id")
);

-- CreateIndex
CREATE INDEX "initiative_closure_revision_id_idx" ON "initiative_closure"("revision_id");

-- CreateIndex
CREATE INDEX "initiative_closure_into_id_idx" ON "initiative_closure"("into_id");

-- CreateIndex
CREATE INDEX "initiative_closure_organisation_id_idx" ON "initiative_closure"("organisation_id");

-- AddForeignKey
ALTER TABLE "initiative_closure" ADD CONSTRAINT "initiative_closure_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_closure" ADD CONSTRAINT "initiative_closure_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "initiative_revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_closure" ADD CONSTRAINT "initiative_closure_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_closure" ADD CONSTRAINT "initiative_closure_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE initiative_closure
  ADD CONSTRAINT initiative_closure_into CHECK ((kind = 'merged') = (into_id IS NOT NULL)),
  ADD CONSTRAINT initiative_closure_not_itself CHECK (into_id <> initiative_id),
  ADD CONSTRAINT initiative_closure_reason CHECK (length(trim(reason)) > 0);

SELECT watch_content('initiative_closure'::regclass);

-- An address that was public is never given to another text, and never lost.
CREATE FUNCTION keep_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the address of an initiative that was public stays' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER keep_address BEFORE UPDATE OF slug ON initiative
  FOR EACH ROW WHEN (OLD.first_published_at IS NOT NULL AND OLD.slug <> NEW.slug)
  EXECUTE FUNCTION keep_address();
CREATE TRIGGER keep_address_row BEFORE DELETE ON initiative
  FOR EACH ROW WHEN (OLD.first_published_at IS NOT NULL)
  EXECUTE FUNCTION keep_address();

-- Closed and public at once cannot be.
CREATE FUNCTION keep_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM initiative_closure c WHERE c.initiative_id = NEW.id) THEN
    RAISE EXCEPTION 'a closed initiative is not public' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_closed BEFORE UPDATE OF published_revision_id ON initiative
  FOR EACH ROW WHEN (NEW.published_revision_id IS NOT NULL)
  EXECUTE FUNCTION keep_closed();
