-- Grows each time the camera is paused or resumed, so that of two readings the newer one is known.
ALTER TABLE camera ADD COLUMN pause_version BIGINT NOT NULL DEFAULT 0;

UPDATE camera SET pause_version = coalesce(paused_at, created_at);

-- Secrets by which a publisher other than the camera's device may publish.
CREATE TABLE publish_key (
    id          TEXT   NOT NULL PRIMARY KEY,
    camera_id   TEXT   NOT NULL REFERENCES camera (id),
    label       TEXT   NOT NULL,
    secret_hash TEXT   NOT NULL UNIQUE,
    created_at  BIGINT NOT NULL,
    used_at     BIGINT,
    revoked_at  BIGINT
);

CREATE INDEX publish_key_of_camera ON publish_key (camera_id);
