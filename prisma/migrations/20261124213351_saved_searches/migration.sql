-- CreateTable
CREATE TABLE "saved_search" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "parameters" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_search_user_id_parameters_key" ON "saved_search"("user_id", "parameters");

-- AddForeignKey
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE saved_search
  ADD CONSTRAINT saved_search_name CHECK (length(trim(name)) BETWEEN 1 AND 80),
  ADD CONSTRAINT saved_search_parameters CHECK (length(parameters) BETWEEN 1 AND 2000);

-- At most twenty for each person, also when two windows save at the same moment: the owner's row is held meanwhile.
CREATE FUNCTION limit_saved_searches() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM app_user WHERE id = NEW.user_id FOR UPDATE;
  IF (SELECT count(*) FROM saved_search WHERE user_id = NEW.user_id) >= 20 THEN
    RAISE EXCEPTION 'at most twenty saved searches for each person' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER saved_search_limit BEFORE INSERT ON saved_search FOR EACH ROW EXECUTE FUNCTION limit_saved_searches();
