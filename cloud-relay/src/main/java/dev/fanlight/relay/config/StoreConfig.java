package dev.fanlight.relay.config;

import dev.fanlight.settings.Settings;
import java.util.Optional;

/**
 * Where cameras, links, devices and chats are kept. Immutable.
 *
 * @param server the PostgreSQL server; without one, an SQLite file in the state folder
 */
public record StoreConfig(Optional<PostgresUrl> server) {

    /** Takes it out of settings. */
    public static StoreConfig of(Settings settings) {
        return new StoreConfig(settings.get(RelaySettings.STORE_URL));
    }
}
