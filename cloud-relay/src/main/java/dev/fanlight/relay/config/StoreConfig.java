package dev.fanlight.relay.config;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import java.util.List;
import java.util.Optional;

/**
 * Where cameras, links, devices and chats are kept. Immutable.
 *
 * @param server the PostgreSQL server; without one, an SQLite file in the state folder
 */
public record StoreConfig(Optional<PostgresUrl> server) {

    /** {@code store.url}. */
    public static final Setting<Optional<PostgresUrl>> URL = new Setting<>(
            "store.url",
            "",
            text -> text.isEmpty() ? Optional.empty() : Optional.of(PostgresUrl.parse(text)),
            "Where cameras, links, devices and chats are kept: empty for an SQLite file in the state folder, or a PostgreSQL database as postgresql://USER:PASSWORD@HOST/DATABASE.",
            true);

    /** The settings of this part, in the order of the documentation. */
    public static final List<Setting<?>> SETTINGS = List.of(URL);

    /** Reads it from settings. */
    public static StoreConfig of(Settings settings) {
        return new StoreConfig(settings.get(URL));
    }
}
