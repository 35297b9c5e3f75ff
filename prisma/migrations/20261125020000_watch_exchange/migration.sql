-- What came after watch_content: each table that is read in public tells of its changes.
DO $$
DECLARE
  name text;
BEGIN
  FOR name IN
    SELECT t.tablename FROM pg_tables t
    WHERE t.schemaname = 'public' AND t.tablename NOT LIKE '\_%' AND NOT EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = t.tablename::regclass AND g.tgname = 'tell_content')
      AND t.tablename NOT IN (
        'assessment_invitation', 'assessment_score', 'audit_event', 'cache_stamp', 'contact_request', 'digest', 'follow', 'import_issue', 'initiative_revision', 'job_run', 'mail',
        'mail_refusal', 'mail_wish', 'membership', 'notification', 'platform_role', 'post_report', 'rate_limit', 'revision_partner', 'revision_region', 'revision_result', 'revision_source',
        'revision_step', 'revision_term', 'revision_text_item', 'saved_search', 'stat_import', 'user_expertise', 'user_session'
      )
  LOOP
    PERFORM watch_content(name::regclass);
  END LOOP;
END
$$;
