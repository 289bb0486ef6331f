-- Text messages come in too. A column's check cannot be changed in place on both databases: the column is made anew.
ALTER TABLE mail_received ADD COLUMN way TEXT NOT NULL DEFAULT 'email' CHECK (way = 'email' OR way = 'post' OR way = 'text');
UPDATE mail_received SET way = channel;
ALTER TABLE mail_received DROP COLUMN channel;
ALTER TABLE mail_received RENAME COLUMN way TO channel;

ALTER TABLE cases_messages ADD COLUMN way TEXT NOT NULL DEFAULT 'page' CHECK (way = 'page' OR way = 'email' OR way = 'post' OR way = 'text');
UPDATE cases_messages SET way = channel;
ALTER TABLE cases_messages DROP COLUMN channel;
ALTER TABLE cases_messages RENAME COLUMN way TO channel;
