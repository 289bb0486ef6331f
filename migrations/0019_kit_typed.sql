-- What a member of staff typed into a page of the desk and left for something else; `form` is the fields, as JSON. One for each of
-- them and page. Gone when it is done, or after a day.
CREATE TABLE typed (
    staff BLOB NOT NULL,
    page TEXT NOT NULL,
    at INTEGER NOT NULL,
    form TEXT NOT NULL,
    PRIMARY KEY (staff, page)
) WITHOUT ROWID;
CREATE INDEX typed_at ON typed (at);
