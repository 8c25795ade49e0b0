-- Parts of recordings that are kept until they are deleted, each a file of its own in the folder with this id. Times are µs since 1970, those of
-- clip and link ms. Who shows the key whose hash this is may see the clip until its end.
CREATE TABLE clip (
    id              TEXT    NOT NULL PRIMARY KEY,
    folder          TEXT    NOT NULL,
    camera_id       TEXT    NOT NULL REFERENCES camera (id),
    name            TEXT    NOT NULL,
    started_at      BIGINT  NOT NULL,
    duration        BIGINT  NOT NULL,
    bytes           BIGINT  NOT NULL,
    created_at      BIGINT  NOT NULL,
    link_hash       TEXT,
    link_expires_at BIGINT
);

CREATE INDEX clip_by_camera ON clip (camera_id, started_at);
