package dev.fanlight.relay.store;

import com.zaxxer.hikari.HikariConfig;
import dev.fanlight.relay.config.PostgresUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The database of the store, and what differs between databases; statements and most migrations are the same for all. Immutable. */
public abstract sealed class Dialect permits SqliteDialect, PostgresDialect {

    private static final String MIGRATIONS = "classpath:dev/fanlight/relay/store/";

    /** An SQLite file, which is created if missing. Other relays on the same machine may use it too. */
    public static Dialect sqlite(Path file) {
        return new SqliteDialect(file);
    }

    /** A database on a PostgreSQL server, which several relays may share. */
    public static Dialect postgres(PostgresUrl url) {
        return new PostgresDialect(url);
    }

    /** Opens connections that commit to disk and wait no longer than {@link Database#BUSY_LIMIT} for a lock. */
    abstract DataSource source();

    /** Folders of the numbered Flyway migrations; numbers are unique across all folders. */
    abstract List<String> migrations();

    /** Makes a transaction serializable, before its first statement. */
    abstract void isolate(Connection connection) throws SQLException;

    /** Sets how long connections stay open, and how many. */
    abstract void pool(HikariConfig pooling);

    /** Whether the database has ended the transaction by itself, so that it can be neither committed nor rolled back. */
    abstract boolean hasRolledBack(SQLException e);

    /** Whether a statement failed because the server had closed the connection, so that another connection may work. */
    abstract boolean hasLostConnection(SQLException e);

    /** Classifies the failure of a statement or commit. */
    abstract Failure failure(SQLException e);

    /** Why the database is out of order, for people, as it goes on after a colon; empty when only a statement is wrong. */
    abstract Optional<String> outage(SQLException e);

    /** The database as named in messages, without a password. */
    abstract String description();

    /** What a failed transaction means. */
    enum Failure {

        /** A concurrent transaction won; the same work may succeed when run again. */
        RACE_LOST,

        /** A unique or foreign key is violated; running the work again may not help. */
        CONSTRAINT,

        /** Anything else. */
        BROKEN
    }

    static String folder(String name) {
        return MIGRATIONS + name;
    }
}
