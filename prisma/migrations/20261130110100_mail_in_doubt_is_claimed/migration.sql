-- A mail in doubt keeps when it was taken. After the migration that adds the word: PostgreSQL uses a new word in the next transaction only.
ALTER TABLE mail DROP CONSTRAINT mail_claimed_at;
ALTER TABLE mail ADD CONSTRAINT mail_claimed_at CHECK ((status IN ('sending', 'doubt')) = (claimed_at IS NOT NULL));
