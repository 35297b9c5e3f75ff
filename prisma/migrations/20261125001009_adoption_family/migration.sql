-- AlterTable
ALTER TABLE "adoption" ADD COLUMN     "is_example" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "own_initiative_id" UUID;

-- AlterTable
ALTER TABLE "initiative_search" ADD COLUMN     "adoptions" SMALLINT NOT NULL DEFAULT 0;

-- CreateIndex
CREATE UNIQUE INDEX "adoption_own_initiative_id_key" ON "adoption"("own_initiative_id");

-- AddForeignKey
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_own_initiative_id_fkey" FOREIGN KEY ("own_initiative_id") REFERENCES "initiative"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Invariants ----------------------------------------------------------------------------------------------
ALTER TABLE adoption ADD CONSTRAINT adoption_own CHECK (own_initiative_id IS NULL OR status <> 'exploring');

CREATE FUNCTION check_adoption_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Two links at once could close a circle that neither sees.
  PERFORM pg_advisory_xact_lock(hashtext('adoption_own'));
  IF NOT EXISTS (SELECT 1 FROM initiative i WHERE i.id = NEW.own_initiative_id AND i.organisation_id = NEW.organisation_id) THEN
    RAISE EXCEPTION 'what came of an adoption belongs to who adopted' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    WITH RECURSIVE up AS (
      SELECT NEW.initiative_id AS id UNION SELECT a.initiative_id FROM up JOIN adoption a ON a.own_initiative_id = up.id AND a.id <> NEW.id
    ) SELECT 1 FROM up WHERE up.id = NEW.own_initiative_id
  ) THEN
    RAISE EXCEPTION 'a family of adoptions has no circle' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER adoption_own_initiative BEFORE INSERT OR UPDATE OF own_initiative_id ON adoption
  FOR EACH ROW WHEN (NEW.own_initiative_id IS NOT NULL) EXECUTE FUNCTION check_adoption_own();

-- The list can be ordered by adoptions without counting them for each row.
CREATE FUNCTION count_adoptions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  about uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.initiative_id ELSE NEW.initiative_id END;
BEGIN
  UPDATE initiative_search SET adoptions = (SELECT count(*) FROM adoption a WHERE a.initiative_id = about AND a.starts_on IS NOT NULL) WHERE initiative_id = about;
  RETURN NULL;
END $$;
CREATE TRIGGER adoption_counted AFTER INSERT OR UPDATE OF starts_on OR DELETE ON adoption FOR EACH ROW EXECUTE FUNCTION count_adoptions();

CREATE FUNCTION search_row_adoptions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.adoptions := (SELECT count(*) FROM adoption a WHERE a.initiative_id = NEW.initiative_id AND a.starts_on IS NOT NULL);
  RETURN NEW;
END $$;
CREATE TRIGGER initiative_search_adoptions BEFORE INSERT ON initiative_search FOR EACH ROW EXECUTE FUNCTION search_row_adoptions();
UPDATE initiative_search s SET adoptions = c.count FROM (SELECT initiative_id, count(*) FROM adoption WHERE starts_on IS NOT NULL GROUP BY initiative_id) c WHERE c.initiative_id = s.initiative_id;
