-- A pseudonym of the address at which a watch page's session began: when a link has too many sessions, the address with the most loses one.
ALTER TABLE viewer_session ADD COLUMN address TEXT NOT NULL DEFAULT '';
