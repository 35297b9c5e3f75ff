-- CreateTable
CREATE TABLE "overlap_reply" (
    "choice_id" UUID NOT NULL,
    "welcome" BOOLEAN NOT NULL,
    "words" TEXT NOT NULL,
    "actor_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "overlap_reply_pkey" PRIMARY KEY ("choice_id")
);

-- CreateIndex
CREATE INDEX "overlap_reply_actor_id_idx" ON "overlap_reply"("actor_id");

-- AddForeignKey
ALTER TABLE "overlap_reply" ADD CONSTRAINT "overlap_reply_choice_id_fkey" FOREIGN KEY ("choice_id") REFERENCES "overlap_choice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overlap_reply" ADD CONSTRAINT "overlap_reply_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Invariants ----------------------------------------------------------------------------------------------
ALTER TABLE overlap_reply ADD CONSTRAINT overlap_reply_words CHECK (length(trim(words)) BETWEEN 1 AND 1000);
CREATE TRIGGER overlap_reply_append_only BEFORE UPDATE OF choice_id, welcome, words, created_at ON overlap_reply FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- There is only something to answer when someone asked.
CREATE FUNCTION overlap_reply_to_join() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM overlap_choice WHERE id = NEW.choice_id AND answer = 'join') THEN
    RAISE EXCEPTION 'overlap_reply answers a wish to join' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER overlap_reply_to_join BEFORE INSERT ON overlap_reply FOR EACH ROW EXECUTE FUNCTION overlap_reply_to_join();
