package dev.fanlight.relay.store;

import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.config.PostgresUrl;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** The databases that the store runs on. */
enum StoreKind {
    SQLITE {
        @Override
        Dialect empty(Path folder) {
            return Dialect.sqlite(folder.resolve("relay.db"));
        }

        @Override
        Dialect fresh(Path folder) {
            return empty(folder);
        }
    },

    POSTGRESQL {
        @Override
        Dialect empty(Path folder) {
            return Dialect.postgres(PostgresUrl.parse(PostgresServer.shared().newDatabase()));
        }

        @Override
        Dialect fresh(Path folder) {
            return Dialect.postgres(PostgresUrl.parse(PostgresServer.shared().copyOf(Migrated.URL)));
        }
    };

    /** A database without tables. */
    abstract Dialect empty(Path folder);

    /** A database without rows, migrated already where that is quicker. */
    abstract Dialect fresh(Path folder);

    static RelayStore open(Dialect dialect, Clock clock) {
        return RelayStore.open(dialect, new Secrets(new SecureRandom()), clock);
    }

    private static final class Migrated {
        static final String URL = migrate(PostgresServer.shared().newDatabase());

        private static String migrate(String url) {
            Database.open(Dialect.postgres(PostgresUrl.parse(url))).close();
            return url;
        }
    }
}
