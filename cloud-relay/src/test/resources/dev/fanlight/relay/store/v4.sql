-- A database as the relay with migrations V1 to V4 left it: three cameras, one of them renamed, chats of them and of one that was removed.
BEGIN TRANSACTION;
CREATE TABLE api_token (
    id          TEXT    NOT NULL PRIMARY KEY,
    label       TEXT    NOT NULL,
    read_only   INTEGER NOT NULL,
    secret_hash TEXT    NOT NULL UNIQUE,
    created_at  BIGINT  NOT NULL,
    expires_at  BIGINT,
    used_at     BIGINT
);
INSERT INTO "api_token" VALUES('65utn677','script',1,'8f2c9519d7e9c354896e35119506c551da352f4f4688d18af921620c98d7f33a',1795219200000,NULL,NULL);
CREATE TABLE audit (
    id     INTEGER NOT NULL PRIMARY KEY,
    time   BIGINT  NOT NULL,
    actor  TEXT    NOT NULL,
    act    TEXT    NOT NULL,
    camera TEXT,
    target TEXT,
    alert  INTEGER NOT NULL
);
INSERT INTO "audit" VALUES(1,1795219200000,'owner','camera.open','front',NULL,0);
INSERT INTO "audit" VALUES(2,1795219200000,'relay','link.guess',NULL,NULL,1);
CREATE TABLE camera (
    id         TEXT   NOT NULL PRIMARY KEY,
    name       TEXT   NOT NULL UNIQUE,
    title      TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    last_seen  BIGINT
, visibility TEXT NOT NULL DEFAULT 'private', visitors TEXT NOT NULL DEFAULT 'chatter', unlisted_id TEXT, paused_at BIGINT);
INSERT INTO "camera" VALUES('8fe33f33-6c97-49df-aac2-66a17942d71a','front','Front door',1795219200000,1795219200000,'private','chatter',NULL,NULL);
INSERT INTO "camera" VALUES('7e02c773-e97a-4940-aee3-01ccb56a2ef9','back','back',1795219200000,NULL,'unlisted','watcher','26ch4ygctgvzsbgigjlmqgl66u',1795219200000);
INSERT INTO "camera" VALUES('c4332cc4-2a83-4ca4-ac96-2a590d6c1710','shed','shed',1795219200000,NULL,'private','chatter',NULL,NULL);
CREATE TABLE camera_alias (
    name      TEXT NOT NULL PRIMARY KEY,
    camera_id TEXT NOT NULL REFERENCES camera (id)
);
INSERT INTO "camera_alias" VALUES('garage','c4332cc4-2a83-4ca4-ac96-2a590d6c1710');
CREATE TABLE chat_line (
    camera    TEXT   NOT NULL,
    seq       BIGINT NOT NULL,
    time_us   BIGINT NOT NULL,
    person    TEXT   NOT NULL,
    name      TEXT   NOT NULL,
    text      TEXT   NOT NULL,
    client_id TEXT   NOT NULL, badge TEXT, removed_by TEXT, removed_rank TEXT, removed_us BIGINT, restored INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (camera, seq),
    UNIQUE (camera, person, client_id)
);
INSERT INTO "chat_line" VALUES('front',1,1795219200000000,'p0','Ann0','line 0','client-0','moderator',NULL,NULL,NULL,0);
INSERT INTO "chat_line" VALUES('front',2,1795219200000001,'p1','Ann1','line 1','client-1',NULL,'p0','OWNER',1795219200000020,0);
INSERT INTO "chat_line" VALUES('front',3,1795219200000002,'p2','Ann2','line 2','client-2',NULL,NULL,NULL,NULL,0);
INSERT INTO "chat_line" VALUES('shed',1,1795219200000009,'p1','Ann1','in the garage','client-9',NULL,NULL,NULL,NULL,0);
INSERT INTO "chat_line" VALUES('gone',1,1795219200000009,'p1','Ann1','left behind','client-9',NULL,NULL,NULL,NULL,0);
CREATE TABLE chat_name (
    camera     TEXT   NOT NULL,
    person     TEXT   NOT NULL,
    name       TEXT   NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (camera, person)
);
INSERT INTO "chat_name" VALUES('front','p1','Berta',1795219200000);
CREATE TABLE chat_room (
    camera   TEXT   NOT NULL PRIMARY KEY,
    last_seq BIGINT NOT NULL
, slow_seconds INTEGER NOT NULL DEFAULT 0, links TEXT NOT NULL DEFAULT 'ALL');
INSERT INTO "chat_room" VALUES('front',3,5,'ALL');
INSERT INTO "chat_room" VALUES('shed',1,0,'ALL');
INSERT INTO "chat_room" VALUES('gone',1,0,'ALL');
CREATE TABLE chat_sanction (
    camera   TEXT   NOT NULL,
    kind     TEXT   NOT NULL,
    person   TEXT   NOT NULL,
    name     TEXT   NOT NULL,
    rank     TEXT   NOT NULL,
    address  TEXT,
    by_id    TEXT   NOT NULL,
    by_rank  TEXT   NOT NULL,
    at_us    BIGINT NOT NULL,
    until_us BIGINT NOT NULL,
    PRIMARY KEY (camera, kind, person)
);
INSERT INTO "chat_sanction" VALUES('front','BAN','p2','Ann2','WATCHER',NULL,'p0','OWNER',1795219200000000,1796219200000000);
CREATE TABLE device (
    id         TEXT   NOT NULL PRIMARY KEY,
    camera_id  TEXT   NOT NULL REFERENCES camera (id),
    public_key TEXT   NOT NULL,
    state      TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    revoked_at BIGINT
, next_key TEXT, rotate_at BIGINT);
INSERT INTO "device" VALUES('sn4gavbtkj23jnh7','8fe33f33-6c97-49df-aac2-66a17942d71a','key-one','revoked',1795219200000,1795219200000,NULL,NULL);
INSERT INTO "device" VALUES('ph2ccarmz7ezi5ts','8fe33f33-6c97-49df-aac2-66a17942d71a','key-two','active',1795219200000,NULL,NULL,NULL);
INSERT INTO "device" VALUES('xy57pq3xi53ucsdv','7e02c773-e97a-4940-aee3-01ccb56a2ef9','key-back','active',1795219200000,NULL,NULL,NULL);
CREATE TABLE "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
INSERT INTO "flyway_schema_history" VALUES(1,'1','cameras links devices','SQL','V1__cameras_links_devices.sql',-1652410756,'','2026-11-30 00:18:24.266',81,1);
INSERT INTO "flyway_schema_history" VALUES(2,'2','chat','SQL','V2__chat.sql',1895525114,'','2026-11-30 00:18:24.409',1,1);
INSERT INTO "flyway_schema_history" VALUES(3,'3','access','SQL','V3__access.sql',-1529582381,'','2026-11-30 00:18:24.580',16,1);
INSERT INTO "flyway_schema_history" VALUES(4,'4','chat moderation','SQL','V4__chat_moderation.sql',-1975436981,'','2026-11-30 00:18:24.639',2,1);
CREATE TABLE join_code (
    code        TEXT    NOT NULL PRIMARY KEY,
    camera_id   TEXT    NOT NULL REFERENCES camera (id),
    secret_hash TEXT    NOT NULL,
    created_at  BIGINT  NOT NULL,
    expires_at  BIGINT  NOT NULL,
    wrong_tries INTEGER NOT NULL,
    used_at     BIGINT
);
INSERT INTO "join_code" VALUES('t5wdi2lc','8fe33f33-6c97-49df-aac2-66a17942d71a','89c4dc055f529b73b95d3cbe9b1949b5bdd2882f99c22f966a00a9ab96915cfb',1795219200000,1795220100000,0,NULL);
INSERT INTO "join_code" VALUES('rxefb2yf','7e02c773-e97a-4940-aee3-01ccb56a2ef9','68b45be12de6a2f47b734a91983c1da999e60d75774bf260776928a8bdb64d17',1795219200000,1795220100000,0,1795219200000);
INSERT INTO "join_code" VALUES('t4ah5hof','c4332cc4-2a83-4ca4-ac96-2a590d6c1710','5d85ed0c9f8e3ab344514e3216b6ae8c97ca6b2c970e2f0ef569cc70a52256fa',1795219200000,1795220100000,0,NULL);
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
, max_viewers INTEGER, password_hash TEXT, used_at BIGINT);
INSERT INTO "link" VALUES('rsyiw7xu','8fe33f33-6c97-49df-aac2-66a17942d71a','watch','chatter','','d404604425d92b0264d7268476c012110458ebeba5922e4cdb75b9c01d989fd1',1795219200000,NULL,NULL,NULL,NULL,1795219200000);
INSERT INTO "link" VALUES('udsaowwb','7e02c773-e97a-4940-aee3-01ccb56a2ef9','watch','chatter','','86a88b29072c658bc23eb5c36e07715f19662295cfaf3a301edec8602afdde81',1795219200000,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "link" VALUES('vaarndar','c4332cc4-2a83-4ca4-ac96-2a590d6c1710','watch','chatter','','8f83dc088ee2ccf554603fe35b5e7a2e46f48540ec3d99b751b82780dff6e9c1',1795219200000,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE owner (
    only_one      INTEGER NOT NULL PRIMARY KEY,
    password_hash TEXT    NOT NULL,
    changed_at    BIGINT  NOT NULL
);
INSERT INTO "owner" VALUES(1,'$argon2id$hash',1795219200000);
CREATE TABLE owner_session (
    id          TEXT   NOT NULL PRIMARY KEY,
    secret_hash TEXT   NOT NULL UNIQUE,
    address     TEXT   NOT NULL,
    browser     TEXT   NOT NULL,
    created_at  BIGINT NOT NULL,
    used_at     BIGINT NOT NULL
);
INSERT INTO "owner_session" VALUES('z767diko','78c2307cb3cc68f6e7c6cdc98e17e6a341515df170a70da21fa9d9b6232c11d5','192.0.2.1','Firefox',1795219200000,1795219200000);
CREATE TABLE owner_setup (
    only_one    INTEGER NOT NULL PRIMARY KEY,
    secret_hash TEXT    NOT NULL,
    expires_at  BIGINT  NOT NULL
);
CREATE TABLE viewer_session (
    secret_hash TEXT   NOT NULL PRIMARY KEY,
    created_at  BIGINT NOT NULL,
    used_at     BIGINT NOT NULL
);
INSERT INTO "viewer_session" VALUES('3c6a7d5adbb073964f08bedf1d653f8656141b738ddc3dc366ba06fede6092b4',1795219200000,1795219200000);
CREATE TABLE viewer_session_link (
    secret_hash TEXT   NOT NULL REFERENCES viewer_session (secret_hash),
    link_id     TEXT   NOT NULL REFERENCES link (id),
    added_at    BIGINT NOT NULL,
    PRIMARY KEY (secret_hash, link_id)
);
INSERT INTO "viewer_session_link" VALUES('3c6a7d5adbb073964f08bedf1d653f8656141b738ddc3dc366ba06fede6092b4','rsyiw7xu',1795219200000);
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
CREATE INDEX link_of_camera ON link (camera_id);
CREATE INDEX join_code_of_camera ON join_code (camera_id);
CREATE INDEX device_of_camera ON device (camera_id);
CREATE UNIQUE INDEX camera_unlisted_id ON camera (unlisted_id);
CREATE INDEX camera_alias_of_camera ON camera_alias (camera_id);
CREATE INDEX viewer_session_of_link ON viewer_session_link (link_id);
COMMIT;
