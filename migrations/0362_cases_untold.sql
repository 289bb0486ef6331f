-- Who reported a case and could be sent nothing of what happened to it, until somebody has rung them, written to them or met
-- them. `reporter` is the zero id for the first; `what` has the codes of what they are to be told, with commas; `tries` were
-- in vain, the last of them at `tried`.
CREATE TABLE cases_untold (
    case_id BLOB NOT NULL,
    reporter BLOB NOT NULL,
    what TEXT NOT NULL,
    since INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    tried INTEGER NOT NULL,
    PRIMARY KEY (case_id, reporter)
) WITHOUT ROWID;
CREATE INDEX cases_untold_since ON cases_untold (since, case_id, reporter);
