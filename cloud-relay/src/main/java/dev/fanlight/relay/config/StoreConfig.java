package dev.fanlight.relay.config;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where cameras, links, devices and chats are kept. Immutable.
 *
 * @param server the PostgreSQL server; without one, an SQLite file in the state folder
 * @param auditKeep how long entries of the audit log are kept
 */
public record StoreConfig(Optional<PostgresUrl> server, Duration auditKeep) {

    /** {@code store.url}. */
    public static final Setting<Optional<PostgresUrl>> URL = new Setting<>(
            "store.url",
            "",
            text -> text.isEmpty() ? Optional.empty() : Optional.of(PostgresUrl.parse(text)),
            "Where cameras, links, devices and chats are kept: empty for an SQLite file in the state folder, or a PostgreSQL database as postgresql://USER:PASSWORD@HOST/DATABASE.",
            true);

    /** {@code audit.keep}. */
    public static final Setting<Duration> AUDIT_KEEP = new Setting<>(
            "audit.keep",
            "365d",
            ValueParser.DURATION,
            "How long entries of the audit log are kept, the newest 100,000 at most.");

    /** The settings of this part, in the order of the documentation. */
    public static final List<Setting<?>> SETTINGS = List.of(URL, AUDIT_KEEP);

    /** Reads it from settings. */
    public static StoreConfig of(Settings settings) {
        return new StoreConfig(settings.get(URL), settings.get(AUDIT_KEEP));
    }
}
