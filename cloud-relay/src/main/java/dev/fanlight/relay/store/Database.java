package dev.fanlight.relay.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/**
 * The SQLite file, brought to this version’s tables. The relay and its command line may use it at the same time (write-ahead log). What is
 * committed is on disk. Blocking, never to be called on an event loop; thread safe.
 */
public final class Database implements AutoCloseable {

    /** How long one waits for another writer. */
    public static final Duration BUSY_LIMIT = Duration.ofSeconds(5);

    private static final int CONNECTIONS = 4;
    private static final String MIGRATIONS = "classpath:dev/fanlight/relay/store";

    private final HikariDataSource pool;

    private Database(HikariDataSource pool) {
        this.pool = pool;
    }

    /** Something done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * Opens or creates the file.
     *
     * @throws UserException when it is none of ours or cannot be used
     */
    public static Database open(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout((int) BUSY_LIMIT.toMillis());
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        try {
            Flyway.configure().dataSource(source).locations(MIGRATIONS).load().migrate();
        } catch (FlywayException e) {
            throw new UserException(
                    ExitCode.SETTINGS, "The database " + file + " cannot be used: " + reason(e) + ".", e);
        }
        HikariConfig pooling = new HikariConfig();
        pooling.setDataSource(source);
        pooling.setMaximumPoolSize(CONNECTIONS);
        pooling.setMinimumIdle(1);
        pooling.setPoolName("store");
        pooling.setConnectionTimeout(BUSY_LIMIT.toMillis());
        return new Database(new HikariDataSource(pooling));
    }

    /** Reads, without a transaction. */
    <T> T read(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** Reads and writes as a whole or not at all. */
    <T> T write(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            return commit(connection, work);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private static <T> T commit(Connection connection, Work<T> work) throws SQLException {
        try {
            T result = work.with(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private static String reason(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("unknown");
    }
}
