-- When a camera is recorded, how far back a link lets viewers go (ms, 0 for not at all), and where recordings lie.
ALTER TABLE camera ADD COLUMN record TEXT NOT NULL DEFAULT 'never';
ALTER TABLE link ADD COLUMN rewind_ms BIGINT NOT NULL DEFAULT 0;

-- A file of fragmented MP4. Times are µs since 1970; folder is the id of the folder of recordings that it lies in.
CREATE TABLE recording_file (
    folder     TEXT    NOT NULL,
    camera_id  TEXT    NOT NULL,
    started_at BIGINT  NOT NULL,
    ended_at   BIGINT  NOT NULL,
    epoch      BIGINT  NOT NULL,
    init_bytes INTEGER NOT NULL,
    bytes      BIGINT  NOT NULL,
    codecs     TEXT    NOT NULL,
    PRIMARY KEY (folder, camera_id, started_at)
);

-- Consecutive fragments of a file, which are fetched together; most begin with a key frame.
CREATE TABLE recording_group (
    folder      TEXT    NOT NULL,
    camera_id   TEXT    NOT NULL,
    file        BIGINT  NOT NULL,
    position    BIGINT  NOT NULL,
    bytes       INTEGER NOT NULL,
    started_at  BIGINT  NOT NULL,
    duration    BIGINT  NOT NULL,
    is_key      INTEGER NOT NULL,
    PRIMARY KEY (folder, camera_id, file, position)
);

CREATE INDEX recording_group_by_time ON recording_group (folder, camera_id, started_at);
