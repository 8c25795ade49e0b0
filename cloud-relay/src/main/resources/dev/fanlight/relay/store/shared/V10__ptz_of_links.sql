-- Whether a link allows to move the camera's head.
ALTER TABLE link ADD COLUMN ptz INTEGER NOT NULL DEFAULT 0;
