-- Households and the residents with an account. `_key` columns are folded in Rust. `text_key` is the phone's key where the
-- phone can be texted: only that one signs in, so that a landline may be shared.
CREATE TABLE households (
    id BLOB NOT NULL PRIMARY KEY,
    line1 TEXT NOT NULL,
    street TEXT NOT NULL,
    town TEXT NOT NULL,
    postcode TEXT NOT NULL,
    postcode_key TEXT NOT NULL,
    ward TEXT NOT NULL,
    lat REAL,
    lon REAL
);

CREATE INDEX households_by_postcode ON households (postcode_key, id);

CREATE TABLE residents (
    id BLOB NOT NULL PRIMARY KEY,
    revision INTEGER NOT NULL,
    name TEXT NOT NULL,
    email TEXT,
    email_key TEXT UNIQUE,
    phone TEXT,
    text_key TEXT UNIQUE,
    password_hash TEXT,
    lang TEXT NOT NULL,
    household BLOB REFERENCES households (id),
    made_at INTEGER NOT NULL,
    signed_in_at INTEGER
);

CREATE INDEX residents_by_household ON residents (household, id) WHERE household IS NOT NULL;
