-- AlterTable
ALTER TABLE "app_user" ADD COLUMN     "session_version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "rate_limit" ADD COLUMN     "next_at" TIMESTAMPTZ(3);

-- Disabling an account ends its sessions for good, whoever disables it and by whatever means: enabled again, one signs in again.
CREATE FUNCTION end_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.session_version := OLD.session_version + 1;
  UPDATE user_session SET revoked_at = now() WHERE user_id = NEW.id AND revoked_at IS NULL;
  RETURN NEW;
END
$$;

CREATE TRIGGER end_sessions BEFORE UPDATE OF disabled_at ON app_user FOR EACH ROW
  WHEN (NEW.disabled_at IS DISTINCT FROM OLD.disabled_at) EXECUTE FUNCTION end_sessions();

UPDATE user_session s SET revoked_at = now() FROM app_user u
  WHERE u.id = s.user_id AND u.disabled_at IS NOT NULL AND s.revoked_at IS NULL;
