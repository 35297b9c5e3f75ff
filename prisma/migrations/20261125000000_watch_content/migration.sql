-- Pages of visitors are kept by each server until something changes that is read in public. The database itself says so, whoever
-- wrote: a page, a job, an import from the command line, another server. One message per transaction, sent when it is committed.
CREATE FUNCTION tell_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NOTIFY content;
  RETURN NULL;
END
$$;

CREATE FUNCTION watch_content(watched regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER tell_content AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION tell_content()', watched);
END
$$;

-- Drafts are read by nobody else: what is typed in one tells nothing until it is published or submitted, and then the row that points to it changes.
-- The test "tells of each table that is read in public" names the tables that stay silent.
DO $$
DECLARE
  name text;
BEGIN
  FOR name IN
    SELECT tablename FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT IN (
      'app_user', 'user_session', 'user_expertise', 'membership', 'platform_role', 'audit_event', 'rate_limit', 'job_run', 'mail', 'mail_wish', 'notification', 'digest', 'follow', 'saved_search',
      'stat_import', 'import_issue', 'assessment_invitation', 'assessment', 'assessment_score',
      'initiative_revision', 'revision_region', 'revision_term', 'revision_step', 'revision_text_item', 'revision_result', 'revision_partner', 'revision_source'
    ) AND tablename NOT LIKE '\_%'
  LOOP
    PERFORM watch_content(name::regclass);
  END LOOP;
END
$$;

CREATE TRIGGER tell_content AFTER UPDATE OF status, submitted_at ON assessment FOR EACH ROW WHEN (NEW.status = 'submitted' OR OLD.status = 'submitted') EXECUTE FUNCTION tell_content();
CREATE TRIGGER tell_content_of_new AFTER INSERT ON assessment FOR EACH ROW WHEN (NEW.status = 'submitted') EXECUTE FUNCTION tell_content();
CREATE TRIGGER tell_content_of_old AFTER DELETE ON assessment FOR EACH ROW WHEN (OLD.status = 'submitted') EXECUTE FUNCTION tell_content();
-- A contact or a name on a page changes with its account.
CREATE TRIGGER tell_content AFTER UPDATE OF name, disabled_at ON app_user FOR EACH ROW WHEN (NEW.name IS DISTINCT FROM OLD.name OR NEW.disabled_at IS DISTINCT FROM OLD.disabled_at) EXECUTE FUNCTION tell_content();
