-- Whether the last still of a camera may be shown to anyone who has its address.
ALTER TABLE camera ADD COLUMN preview INTEGER NOT NULL DEFAULT 0;
