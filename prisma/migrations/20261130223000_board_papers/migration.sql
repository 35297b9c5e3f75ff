-- What is asked of the board, and the papers that were settled (docs/adr/0056). No table here refers to a person: an
-- organisation settles a paper, and who pressed the button stands in the audit log.
CREATE TYPE "paper_file_kind" AS ENUM ('pdf', 'docx', 'pptx');

CREATE TABLE "paper_request" (
    "region_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "paper_request_pkey" PRIMARY KEY ("region_id","year")
);

CREATE TABLE "board_paper" (
    "id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "organisation_name" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "is_proposal" BOOLEAN NOT NULL,
    "has_examples" BOOLEAN NOT NULL,
    "data_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decision" TEXT,
    "decided_on" DATE,

    CONSTRAINT "board_paper_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "board_paper_file" (
    "paper_id" UUID NOT NULL,
    "kind" "paper_file_kind" NOT NULL,
    "sha256" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "board_paper_file_pkey" PRIMARY KEY ("paper_id","kind")
);

CREATE INDEX "board_paper_region_id_year_idx" ON "board_paper"("region_id", "year");
CREATE INDEX "board_paper_organisation_id_idx" ON "board_paper"("organisation_id");

ALTER TABLE "paper_request" ADD CONSTRAINT "paper_request_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "board_paper" ADD CONSTRAINT "board_paper_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "board_paper" ADD CONSTRAINT "board_paper_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "board_paper_file" ADD CONSTRAINT "board_paper_file_paper_id_fkey" FOREIGN KEY ("paper_id") REFERENCES "board_paper"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ---------------------------------------------------------------------
ALTER TABLE paper_request
  ADD CONSTRAINT paper_request_year CHECK (year BETWEEN 2000 AND 2100),
  ADD CONSTRAINT paper_request_text CHECK (length(text) <= 2000);
ALTER TABLE board_paper
  ADD CONSTRAINT board_paper_year CHECK (year BETWEEN 2000 AND 2100),
  ADD CONSTRAINT board_paper_request CHECK (length(trim(request)) > 0),
  ADD CONSTRAINT board_paper_decision CHECK ((decision IS NULL) = (decided_on IS NULL)
    AND (decision IS NULL OR (length(trim(decision)) > 0 AND length(decision) <= 300 AND decision !~ E'\n')));
-- The digest is that of the bytes beside it, whoever wrote the row.
ALTER TABLE board_paper_file
  ADD CONSTRAINT board_paper_file_size CHECK (size_bytes = octet_length(content) AND size_bytes BETWEEN 1 AND 8388608),
  ADD CONSTRAINT board_paper_file_digest CHECK (sha256 = encode(sha256(content), 'hex'));

-- The decision of the board is added once; the rest stays as it was settled.
CREATE FUNCTION keep_board_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.decision IS NOT NULL
    OR (to_jsonb(NEW) - 'decision' - 'decided_on') IS DISTINCT FROM (to_jsonb(OLD) - 'decision' - 'decided_on') THEN
    RAISE EXCEPTION 'a settled board paper does not change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER board_paper_kept BEFORE UPDATE OR DELETE ON board_paper
  FOR EACH ROW EXECUTE FUNCTION keep_board_paper();
CREATE TRIGGER board_paper_file_append_only BEFORE UPDATE OR DELETE ON board_paper_file
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

SELECT watch_content('paper_request');
SELECT watch_content('board_paper');
