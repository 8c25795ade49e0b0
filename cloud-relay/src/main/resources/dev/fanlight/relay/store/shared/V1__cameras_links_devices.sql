-- Times are milliseconds since 1970. Secrets are kept as hex SHA-256 only.

CREATE TABLE camera (
    id         TEXT   NOT NULL PRIMARY KEY,
    name       TEXT   NOT NULL UNIQUE,
    title      TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    last_seen  BIGINT
);

CREATE TABLE link (
    id          TEXT   NOT NULL PRIMARY KEY,
    camera_id   TEXT   NOT NULL REFERENCES camera (id),
    kind        TEXT   NOT NULL,
    role        TEXT   NOT NULL,
    label       TEXT   NOT NULL,
    secret_hash TEXT   NOT NULL UNIQUE,
    created_at  BIGINT NOT NULL,
    expires_at  BIGINT,
    revoked_at  BIGINT
);

CREATE INDEX link_of_camera ON link (camera_id);

CREATE TABLE join_code (
    code        TEXT    NOT NULL PRIMARY KEY,
    camera_id   TEXT    NOT NULL REFERENCES camera (id),
    secret_hash TEXT    NOT NULL,
    created_at  BIGINT  NOT NULL,
    expires_at  BIGINT  NOT NULL,
    wrong_tries INTEGER NOT NULL,
    used_at     BIGINT
);

CREATE INDEX join_code_of_camera ON join_code (camera_id);

CREATE TABLE device (
    id         TEXT   NOT NULL PRIMARY KEY,
    camera_id  TEXT   NOT NULL REFERENCES camera (id),
    public_key TEXT   NOT NULL,
    state      TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    revoked_at BIGINT
);

CREATE INDEX device_of_camera ON device (camera_id);

-- Where the relay listens or last did, so that the command line can print links.
CREATE TABLE listener (
    kind       TEXT    NOT NULL PRIMARY KEY,
    host       TEXT    NOT NULL,
    port       INTEGER NOT NULL,
    updated_at BIGINT  NOT NULL
);
