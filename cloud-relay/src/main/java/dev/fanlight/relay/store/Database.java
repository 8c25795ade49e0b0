package dev.fanlight.relay.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.store.Dialect.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The database, migrated to the tables of this version. What is committed is on disk. Several processes may use it at the same time, as its
 * {@link Dialect} permits. Blocking, never to be called on an event loop; thread safe.
 */
public final class Database implements AutoCloseable {

    /** Longest wait for a lock or a connection. */
    public static final Duration BUSY_LIMIT = Duration.ofSeconds(5);

    /**
     * How often a transaction that loses races is run. One writer wins each race, so this suffices for as many writers of the same rows.
     */
    static final int MAX_ATTEMPTS = 20;

    private static final int CONNECTIONS = 4;

    private final Dialect dialect;
    private final HikariDataSource pool;

    private Database(Dialect dialect, HikariDataSource pool) {
        this.dialect = dialect;
        this.pool = pool;
    }

    /** Work with a connection. If it writes, it may be run several times; only the last run counts. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * Opens the database and migrates it.
     *
     * @throws UserException when it is not a relay’s database or cannot be used; the message contains no password
     */
    public static Database open(Dialect dialect) {
        DataSource source = dialect.source();
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations(dialect.migrations().toArray(String[]::new))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "The database " + dialect.description() + " cannot be used: " + reason(e) + ".",
                    e);
        }
        HikariConfig pooling = new HikariConfig();
        pooling.setDataSource(source);
        pooling.setMaximumPoolSize(CONNECTIONS);
        pooling.setMinimumIdle(1);
        pooling.setPoolName("store");
        pooling.setConnectionTimeout(BUSY_LIMIT.toMillis());
        return new Database(dialect, new HikariDataSource(pooling));
    }

    /** Runs work that only reads, without a transaction. */
    <T> T read(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /**
     * Runs work in a serializable transaction.
     *
     * @throws ConflictException when it still conflicts with others after {@link #MAX_ATTEMPTS} runs
     */
    <T> T write(Work<T> work) {
        SQLException lost = new SQLException("not run");
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            try {
                return transaction(work);
            } catch (SQLException e) {
                if (dialect.failure(e) == Failure.BROKEN) {
                    throw new StoreException(e);
                }
                lost = e;
            }
        }
        throw new ConflictException(lost);
    }

    private <T> T transaction(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            dialect.isolate(connection);
            return commit(connection, work);
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
        return Optional.ofNullable(deepest.getMessage())
                .orElse("")
                .lines()
                .findFirst()
                .orElse("unknown");
    }
}
