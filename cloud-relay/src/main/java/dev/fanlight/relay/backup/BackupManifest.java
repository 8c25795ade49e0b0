package dev.fanlight.relay.backup;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * What is in a backup, as the archive itself says it: the entry {@value #NAME}. Immutable.
 *
 * @param version of the relay that wrote it
 * @param created when it was written
 * @param database the server with the database, which is then not in the backup; empty when the database is in it
 * @param entries every other file of the archive, and no more
 */
public record BackupManifest(String version, Instant created, String database, List<BackupEntry> entries) {

    /** Its name in the archive. */
    static final String NAME = "manifest.json";

    /** Most bytes of it that are read. */
    static final int MAX_BYTES = 1024 * 1024;

    /** Most files of a backup. */
    static final int MAX_ENTRIES = 1_000;

    private static final int FORMAT = 1;
    private static final String SHA256 = "[0-9a-f]{64}";

    /** Copies the list. */
    public BackupManifest {
        entries = List.copyOf(entries);
    }

    byte[] json() {
        JsonArray files = new JsonArray();
        entries.forEach(entry -> files.add(new JsonObject()
                .put("name", entry.name())
                .put("size", entry.size())
                .put("sha256", entry.sha256())));
        return new JsonObject()
                .put("format", FORMAT)
                .put("version", version)
                .put("created", created.toString())
                .put("database", database)
                .put("files", files)
                .encodePrettily()
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is not one that this version can read; the message continues “the file”
     */
    static BackupManifest parse(byte[] json) {
        try {
            JsonObject object = new JsonObject(new String(json, StandardCharsets.UTF_8));
            if (object.getInteger("format", 0) != FORMAT) {
                throw new IllegalArgumentException("has a format that this version does not know");
            }
            List<BackupEntry> entries = object.getJsonArray("files", new JsonArray()).stream()
                    .map(JsonObject.class::cast)
                    .map(BackupManifest::entry)
                    .toList();
            if (entries.size() > MAX_ENTRIES) {
                throw new IllegalArgumentException("names more than " + MAX_ENTRIES + " files");
            }
            return new BackupManifest(
                    object.getString("version", ""),
                    Instant.parse(object.getString("created", "")),
                    object.getString("database", ""),
                    entries);
        } catch (DecodeException | ClassCastException | DateTimeException e) {
            throw new IllegalArgumentException("has a damaged " + NAME, e);
        }
    }

    private static BackupEntry entry(JsonObject file) {
        BackupEntry entry =
                new BackupEntry(file.getString("name", ""), file.getLong("size", -1L), file.getString("sha256", ""));
        if (!BackupNames.isSafe(entry.name())
                || entry.size() < 0
                || !entry.sha256().matches(SHA256)) {
            throw new IllegalArgumentException("has a damaged " + NAME);
        }
        return entry;
    }
}
