package dev.fanlight.relay.store;

import dev.fanlight.relay.config.PostgresUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Which database the store runs on, and what differs between them; statements and most migrations are the same for all. Immutable.
 */
public abstract sealed class Dialect permits SqliteDialect, PostgresDialect {

    private static final String MIGRATIONS = "classpath:dev/fanlight/relay/store/";

    /** A file, which is created when it is missing. The relay may be its only writer, or share it with others on the same machine. */
    public static Dialect sqlite(Path file) {
        return new SqliteDialect(file);
    }

    /** A database on a server, which several relays may share. */
    public static Dialect postgres(PostgresUrl url) {
        return new PostgresDialect(url);
    }

    /** Opens connections that commit to disk and wait no longer than {@link Database#BUSY_LIMIT} for a lock. */
    abstract DataSource source();

    /** Where Flyway finds the numbered migrations; numbers are unique across all folders. */
    abstract List<String> migrations();

    /** Makes the transaction that has just begun behave as if it ran alone, before its first statement. */
    abstract void isolate(Connection connection) throws SQLException;

    /** How a statement or commit failed. */
    abstract Failure failure(SQLException e);

    /** Names the database in messages, without a password. */
    abstract String description();

    /** What a failed transaction means. */
    enum Failure {

        /** A concurrent transaction won; the same work may well succeed when it is run again. */
        RACE_LOST,

        /** A key exists already, or a row that is referred to does not, and running the work again changes nothing. */
        CONSTRAINT,

        /** Anything else. */
        BROKEN
    }

    static String folder(String name) {
        return MIGRATIONS + name;
    }
}
