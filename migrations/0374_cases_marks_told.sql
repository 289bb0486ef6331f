-- When whoever wrote a marked message was first answered by somebody: what is acknowledged by `first` is. 0 while nobody has.
ALTER TABLE cases_marks ADD COLUMN told_at INTEGER NOT NULL DEFAULT 0;
