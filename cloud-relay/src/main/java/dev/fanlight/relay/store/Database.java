package dev.fanlight.relay.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.store.Dialect.Failure;
import dev.fanlight.runtime.NanoClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;

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
    private static final Logger LOG = Logger.getLogger(Database.class.getName());

    private final Dialect dialect;
    private final HikariDataSource pool;
    private final StoreHealth health;

    private Database(Dialect dialect, HikariDataSource pool, StoreHealth health) {
        this.dialect = dialect;
        this.pool = pool;
        this.health = health;
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
            Flyway flyway = Flyway.configure()
                    .dataSource(source)
                    .locations(dialect.migrations().toArray(String[]::new))
                    .load();
            refuseNewer(dialect, flyway);
            flyway.migrate();
        } catch (FlywayException e) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "The database " + dialect.description() + " cannot be used: " + reason(e) + ".",
                    e);
        }
        HikariConfig pooling = new HikariConfig();
        pooling.setDataSource(source);
        pooling.setMaximumPoolSize(CONNECTIONS);
        dialect.pool(pooling);
        pooling.setPoolName("store");
        pooling.setConnectionTimeout(BUSY_LIMIT.toMillis());
        return new Database(dialect, new HikariDataSource(pooling), new StoreHealth(NanoClock.SYSTEM));
    }

    /** An older relay would write what a newer one cannot read. */
    private static void refuseNewer(Dialect dialect, Flyway flyway) {
        boolean newer = Arrays.stream(flyway.info().applied())
                .anyMatch(step -> step.getState() == MigrationState.FUTURE_SUCCESS);
        if (newer) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "The database " + dialect.description()
                            + " was written by a newer version of the relay. Install that"
                            + " version or a newer one, or restore an earlier backup.");
        }
    }

    /** Whether it can be written. */
    StoreHealth health() {
        return health;
    }

    /** Runs work that only reads, without a transaction. */
    <T> T read(Work<T> work) {
        try {
            return reading(work);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** A server that was started again has closed the connections of the pool, which finds that out only when one is used. */
    private <T> T reading(Work<T> work) throws SQLException {
        for (int left = CONNECTIONS; ; left--) {
            try (Connection connection = pool.getConnection()) {
                return work.with(connection);
            } catch (SQLException e) {
                if (left == 0 || !dialect.hasLostConnection(e)) {
                    throw e;
                }
            }
        }
    }

    /** Does {@link #write} where it does not matter much whether it works: when something was last used. */
    void tryToWrite(Work<?> work) {
        try {
            write(work);
        } catch (ConflictException | StoreException e) {
            LOG.log(Level.FINE, "Something was not recorded", e);
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
                T result = transaction(work);
                health.worked();
                return result;
            } catch (SQLException e) {
                if (dialect.failure(e) == Failure.BROKEN) {
                    throw failed(e);
                }
                lost = e;
            }
        }
        throw new ConflictException(lost);
    }

    private <T> T transaction(Work<T> work) throws SQLException {
        try (Connection connection = begun()) {
            return commit(connection, work);
        }
    }

    /** As with {@link #reading}: nothing was done yet on a connection that turns out to be lost. */
    private Connection begun() throws SQLException {
        for (int left = CONNECTIONS; ; left--) {
            Connection connection = pool.getConnection();
            try {
                connection.setAutoCommit(false);
                dialect.isolate(connection);
                return connection;
            } catch (SQLException e) {
                pool.evictConnection(connection);
                if (left == 0 || !dialect.hasLostConnection(e)) {
                    throw e;
                }
            }
        }
    }

    private <T> T commit(Connection connection, Work<T> work) throws SQLException {
        try {
            T result = work.with(connection);
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException e) {
            undo(connection, e, dialect.hasRolledBack(e));
            throw e;
        } catch (RuntimeException e) {
            undo(connection, e, false);
            throw e;
        }
    }

    /** That a transaction cannot be rolled back again must not hide why it failed. */
    private void undo(Connection connection, Exception cause, boolean rolledBack) {
        try {
            if (!rolledBack) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            cause.addSuppressed(e);
            if (!rolledBack) {
                pool.evictConnection(connection);
            }
        }
    }

    private StoreException failed(SQLException e) {
        Optional<String> outage = dialect.outage(e);
        outage.ifPresent(health::failed);
        return outage.<StoreException>map(reason -> new StoreUnavailableException(reason, e))
                .orElseGet(() -> new StoreException("it refuses a statement", e));
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
