-- Whether the video of a camera may be made H.264 for players that cannot take it as it is.
ALTER TABLE camera ADD COLUMN transcode INTEGER NOT NULL DEFAULT 0;
