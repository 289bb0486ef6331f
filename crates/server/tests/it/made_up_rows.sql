-- Fills every table with made-up rows, all different, on PostgreSQL. The rules they would break are taken away first: the
-- plans of statements do not depend on them.
DO $do$
DECLARE
    one record;
    names text;
    made text;
BEGIN
    FOR one IN SELECT CAST(conrelid::regclass AS TEXT) AS of, conname FROM pg_constraint
               WHERE contype IN ('c', 'f') AND connamespace = 'public'::regnamespace LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.of, one.conname);
    END LOOP;
    FOR one IN SELECT oid, relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace LOOP
        SELECT string_agg(quote_ident(attname), ', '),
               string_agg(CASE format_type(atttypid, NULL)
                   WHEN 'text' THEN '''x'' || n'
                   WHEN 'bytea' THEN 'decode(lpad(to_hex(n), 32, ''0''), ''hex'')'
                   ELSE 'n' END, ', ')
        INTO names, made FROM pg_attribute WHERE attrelid = one.oid AND attnum > 0 AND NOT attisdropped;
        EXECUTE format('INSERT INTO %I (%s) SELECT %s FROM generate_series(1, 5000) AS n ON CONFLICT DO NOTHING',
                       one.relname, names, made);
    END LOOP;
END
$do$
