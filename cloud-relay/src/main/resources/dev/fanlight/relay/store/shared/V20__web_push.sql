-- Browsers of the owner that are notified. They go with the session that has added them when that is ended, but not when it is merely not used.
CREATE TABLE push_subscription (
    id         TEXT   NOT NULL PRIMARY KEY,
    session_id TEXT   NOT NULL,
    browser    TEXT   NOT NULL,
    endpoint   TEXT   NOT NULL UNIQUE,
    public_key TEXT   NOT NULL,
    secret     TEXT   NOT NULL,
    created_at BIGINT NOT NULL
);

-- At most one row: by what push services know this relay again (RFC 8292).
CREATE TABLE push_key (
    only_one    INTEGER NOT NULL PRIMARY KEY,
    public_key  TEXT    NOT NULL,
    private_key TEXT    NOT NULL
);
