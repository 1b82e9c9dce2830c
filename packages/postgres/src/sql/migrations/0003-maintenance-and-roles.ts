/** What a maintainer may do, as functions of the owner, and the roles that may do it. */
export const maintenanceAndRoles = `
-- The partition of the month that begins at the given day; null when rows of that month are in the default partition already.
CREATE FUNCTION audit_create_partition(month date) RETURNS text LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  first date := date_trunc('month', month)::date;
  partition text := 'audit_events_' || to_char(first, 'YYYY_MM');
BEGIN
  IF to_regclass(format('%I', partition)) IS NOT NULL THEN RETURN partition; END IF;
  EXECUTE format('CREATE TABLE %I PARTITION OF audit_events FOR VALUES FROM (%L) TO (%L)', partition,
    first::text || ' 00:00:00+00', (first + interval '1 month')::date::text || ' 00:00:00+00');
  EXECUTE format('CREATE TRIGGER audit_events_no_truncate BEFORE TRUNCATE ON %I
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change()', partition);
  RETURN partition;
EXCEPTION
  WHEN check_violation THEN RETURN NULL;
  WHEN duplicate_table THEN RETURN partition;
END $$;

-- Drops a partition all of whose rows are older than the limit, and the encrypted content of its rows. A hold refuses.
CREATE FUNCTION audit_drop_partition(partition text, older_than timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  newest timestamptz;
  oldest timestamptz;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_inherits WHERE inhparent = 'audit_events'::regclass
      AND inhrelid = to_regclass(format('%I', partition))) THEN
    RAISE EXCEPTION '% is no partition of the audit log', partition USING ERRCODE = '42P01';
  END IF;
  EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE', partition);
  EXECUTE format('SELECT min(ts), max(ts) FROM %I', partition) INTO oldest, newest;
  IF newest >= older_than THEN
    RAISE EXCEPTION '% has entries that must be kept', partition USING ERRCODE = '42501';
  END IF;
  IF EXISTS (SELECT FROM audit_legal_holds WHERE released_at IS NULL
      AND coalesce(from_ts, '-infinity') <= newest AND coalesce(to_ts, 'infinity') > oldest) THEN
    RAISE EXCEPTION '% is under legal hold', partition USING ERRCODE = '42501';
  END IF;
  EXECUTE format('DELETE FROM audit_content WHERE event_id IN (SELECT event_id FROM %I WHERE content_commitment IS NOT NULL)', partition);
  EXECUTE format('DROP TABLE %I', partition);
  IF partition = 'audit_events_default' THEN
    CREATE TABLE audit_events_default PARTITION OF audit_events DEFAULT;
    CREATE TRIGGER audit_events_no_truncate BEFORE TRUNCATE ON audit_events_default
      FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
  END IF;
END $$;

-- Destroys the keys of a person and deletes what they encrypted. Returns how many keys and rows went.
CREATE FUNCTION audit_erase_subject(subject text) RETURNS TABLE (keys bigint, contents bigint) LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  IF EXISTS (SELECT FROM audit_legal_holds WHERE released_at IS NULL AND subject_ref = subject) THEN
    RAISE EXCEPTION 'The subject is under legal hold' USING ERRCODE = '42501';
  END IF;
  UPDATE audit_subject_keys SET wrapped_key = NULL, destroyed_at = now()
    WHERE subject_ref = subject AND destroyed_at IS NULL;
  GET DIAGNOSTICS keys = ROW_COUNT;
  DELETE FROM audit_content WHERE subject_ref = subject;
  GET DIAGNOSTICS contents = ROW_COUNT;
  RETURN NEXT;
END $$;

-- A function of the owner must not look up names in a schema that its caller chose.
DO $$
DECLARE
  function text;
BEGIN
  FOREACH function IN ARRAY ARRAY['audit_create_partition(date)', 'audit_drop_partition(text, timestamptz)',
      'audit_erase_subject(text)'] LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %I, pg_temp', function, current_schema());
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', function);
  END LOOP;
END $$;

-- Roles belong to the whole server. Who may not create them goes on without; docs/adapters/postgres.md has the statements.
DO $$
DECLARE
  role text;
BEGIN
  FOREACH role IN ARRAY ARRAY['sentinel_audit_writer', 'sentinel_audit_reader', 'sentinel_audit_maintainer'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', role);
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), role);
  END LOOP;
  GRANT INSERT ON audit_events, audit_content, audit_subject_keys, audit_checkpoints TO sentinel_audit_writer;
  GRANT SELECT ON audit_events, audit_checkpoints, audit_legal_holds, audit_logs, audit_pattern_history,
    audit_deployment_history, audit_review_history TO sentinel_audit_reader;
  GRANT sentinel_audit_reader TO sentinel_audit_maintainer;
  GRANT SELECT ON audit_content, audit_subject_keys TO sentinel_audit_maintainer;
  GRANT INSERT ON audit_events, audit_checkpoints TO sentinel_audit_maintainer;
  GRANT INSERT, UPDATE ON audit_legal_holds TO sentinel_audit_maintainer;
  GRANT EXECUTE ON FUNCTION audit_create_partition(date), audit_drop_partition(text, timestamptz),
    audit_erase_subject(text) TO sentinel_audit_maintainer;
EXCEPTION
  WHEN insufficient_privilege THEN RAISE NOTICE 'Roles of the audit log were not created: %', SQLERRM;
END $$;
`;
