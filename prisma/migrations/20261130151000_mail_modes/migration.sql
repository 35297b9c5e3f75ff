-- CreateEnum
CREATE TYPE "mail_mode" AS ENUM ('now', 'weekly', 'never');

-- AlterTable
ALTER TABLE "mail_wish" ADD COLUMN "mode" "mail_mode";

-- Whoever wanted a kind keeps it at once, and the digest weekly; whoever refused it stays without.
UPDATE mail_wish
SET mode = CASE
  WHEN NOT wanted THEN 'never'::mail_mode
  WHEN kind = 'digest' THEN 'weekly'::mail_mode
  ELSE 'now'::mail_mode
END;

-- The digest held the news of the inbox; that is a choice of its own from now on.
INSERT INTO mail_wish (user_id, kind, wanted, mode, updated_at)
SELECT user_id, 'followed-news', true, 'weekly', now()
FROM mail_wish
WHERE kind = 'digest' AND wanted
ON CONFLICT DO NOTHING;

-- AlterTable
ALTER TABLE "mail_wish" ALTER COLUMN "mode" SET NOT NULL,
DROP COLUMN "wanted";

ALTER TABLE mail_wish ADD CONSTRAINT mail_wish_digest CHECK (kind <> 'digest' OR mode <> 'now');
