-- private: links only. unlisted: also under /w/<unlisted_id>. public: also under its name, and listed.
ALTER TABLE camera ADD COLUMN visibility TEXT NOT NULL DEFAULT 'private';
-- What anybody may do where the camera is unlisted or public: a role.
ALTER TABLE camera ADD COLUMN visitors TEXT NOT NULL DEFAULT 'chatter';
ALTER TABLE camera ADD COLUMN unlisted_id TEXT;
ALTER TABLE camera ADD COLUMN paused_at BIGINT;

CREATE UNIQUE INDEX camera_unlisted_id ON camera (unlisted_id);

-- Names that a camera had before; they lead to it until another camera takes them.
CREATE TABLE camera_alias (
    name      TEXT NOT NULL PRIMARY KEY,
    camera_id TEXT NOT NULL REFERENCES camera (id)
);

CREATE INDEX camera_alias_of_camera ON camera_alias (camera_id);

ALTER TABLE link ADD COLUMN max_viewers INTEGER;
ALTER TABLE link ADD COLUMN password_hash TEXT;
ALTER TABLE link ADD COLUMN used_at BIGINT;

-- What the cookie of a watch page stands for: a set of links.
CREATE TABLE viewer_session (
    secret_hash TEXT   NOT NULL PRIMARY KEY,
    created_at  BIGINT NOT NULL,
    used_at     BIGINT NOT NULL
);

CREATE TABLE viewer_session_link (
    secret_hash TEXT   NOT NULL REFERENCES viewer_session (secret_hash),
    link_id     TEXT   NOT NULL REFERENCES link (id),
    added_at    BIGINT NOT NULL,
    PRIMARY KEY (secret_hash, link_id)
);

CREATE INDEX viewer_session_of_link ON viewer_session_link (link_id);

-- At most one row each.
CREATE TABLE owner (
    only_one      INTEGER NOT NULL PRIMARY KEY,
    password_hash TEXT    NOT NULL,
    changed_at    BIGINT  NOT NULL
);

CREATE TABLE owner_setup (
    only_one    INTEGER NOT NULL PRIMARY KEY,
    secret_hash TEXT    NOT NULL,
    expires_at  BIGINT  NOT NULL
);

CREATE TABLE owner_session (
    id          TEXT   NOT NULL PRIMARY KEY,
    secret_hash TEXT   NOT NULL UNIQUE,
    address     TEXT   NOT NULL,
    browser     TEXT   NOT NULL,
    created_at  BIGINT NOT NULL,
    used_at     BIGINT NOT NULL
);

CREATE TABLE api_token (
    id          TEXT    NOT NULL PRIMARY KEY,
    label       TEXT    NOT NULL,
    read_only   INTEGER NOT NULL,
    secret_hash TEXT    NOT NULL UNIQUE,
    created_at  BIGINT  NOT NULL,
    expires_at  BIGINT,
    used_at     BIGINT
);

-- Ids only: no name, no text, no secret.
CREATE TABLE audit (
    id     INTEGER NOT NULL PRIMARY KEY,
    time   BIGINT  NOT NULL,
    actor  TEXT    NOT NULL,
    act    TEXT    NOT NULL,
    camera TEXT,
    target TEXT,
    alert  INTEGER NOT NULL
);

ALTER TABLE device ADD COLUMN next_key TEXT;
ALTER TABLE device ADD COLUMN rotate_at BIGINT;

-- The command line asks the running relay now.
DROP TABLE listener;
