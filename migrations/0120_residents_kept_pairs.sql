-- A pair is for few, too, where whoever hangs together with one of the two is confidential. `kept`: one of them is so, or an account
-- joined with it, over however many steps; noted whenever that changes, as `guarded` is.
ALTER TABLE residents_proposals ADD COLUMN kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1));

UPDATE residents_proposals SET kept = 1 WHERE a IN (
    WITH RECURSIVE web (id) AS (
        SELECT resident FROM residents_markers WHERE kind = 'restricted' AND ended_at IS NULL
        UNION
        SELECT CASE WHEN m.kept = web.id THEN m.merged ELSE m.kept END
        FROM web JOIN residents_merges m ON m.kept = web.id OR m.merged = web.id WHERE m.undone_at IS NULL
    ) SELECT id FROM web
);

UPDATE residents_proposals SET kept = 1 WHERE b IN (
    WITH RECURSIVE web (id) AS (
        SELECT resident FROM residents_markers WHERE kind = 'restricted' AND ended_at IS NULL
        UNION
        SELECT CASE WHEN m.kept = web.id THEN m.merged ELSE m.kept END
        FROM web JOIN residents_merges m ON m.kept = web.id OR m.merged = web.id WHERE m.undone_at IS NULL
    ) SELECT id FROM web
);
