-- Who was told in a contact: they are reached as the contact says, also where it is all that is known of them.
ALTER TABLE knowledge_told ADD COLUMN contact BLOB;

CREATE INDEX knowledge_told_by_contact ON knowledge_told (contact, id) WHERE contact IS NOT NULL;
