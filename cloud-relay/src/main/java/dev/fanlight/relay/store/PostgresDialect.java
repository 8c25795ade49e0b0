package dev.fanlight.relay.store;

import com.zaxxer.hikari.HikariConfig;
import dev.fanlight.relay.config.PostgresUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database on a PostgreSQL server (12 or newer). Transactions that write are serializable (PostgreSQL 15 manual, 13.2.3): decisions based
 * on rows that were read stay correct with any number of writers, and a transaction that lost a race is run again.
 */
final class PostgresDialect extends Dialect {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    /** A server that does not answer for this long counts as lost; longer than any wait for a lock. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    /**
     * After this time the server ends a transaction whose relay sends nothing, as one that is frozen in the middle of it: its locks would stop
     * the chat of a camera on all relays. Shorter than the wait for a lock, so that those who wait get it.
     */
    private static final Duration IDLE_LIMIT = Duration.ofSeconds(3);

    /**
     * serialization_failure, deadlock_detected (PostgreSQL 15 manual, appendix A), and idle_in_transaction_session_timeout: nothing was
     * committed.
     */
    private static final Set<String> RACES = Set.of("40001", "40P01", "25P03");

    /**
     * unique_violation and foreign_key_violation. A serializable transaction may get them in place of 40001 when its rival commits first,
     * and then succeed when it is run again (manual, 13.5).
     */
    private static final Set<String> CONSTRAINTS = Set.of("23505", "23503");

    // disk_full, read_only_sql_transaction, the class of connection exceptions, admin_shutdown and the like
    // (PostgreSQL 15 manual, appendix A)
    private static final String DISK_FULL = "53100";
    private static final String READ_ONLY = "25006";
    private static final String CONNECTION = "08";
    private static final String SHUTDOWN = "57P0";

    private final PostgresUrl url;

    PostgresDialect(PostgresUrl url) {
        this.url = url;
    }

    @Override
    DataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {url.host()});
        source.setPortNumbers(new int[] {url.port()});
        source.setDatabaseName(url.database());
        url.user().ifPresent(source::setUser);
        url.password().ifPresent(source::setPassword);
        source.setApplicationName("fanlight-relay");
        source.setConnectTimeout((int) CONNECT_LIMIT.toSeconds());
        source.setSocketTimeout((int) ANSWER_LIMIT.toSeconds());
        source.setTcpKeepAlive(true);
        source.setOptions("-c lock_timeout=" + Database.BUSY_LIMIT.toMillis()
                + " -c idle_in_transaction_session_timeout=" + IDLE_LIMIT.toMillis());
        try {
            for (var property : url.properties().entrySet()) {
                source.setProperty(property.getKey(), property.getValue());
            }
        } catch (SQLException e) {
            throw new IllegalArgumentException("not an option of the PostgreSQL driver", e);
        }
        return source;
    }

    @Override
    List<String> migrations() {
        return List.of(folder("shared"), folder("postgresql"));
    }

    @Override
    void isolate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE");
        }
    }

    @Override
    void pool(HikariConfig pooling) {
        pooling.setMinimumIdle(1);
    }

    @Override
    boolean hasRolledBack(SQLException e) {
        return false;
    }

    /** Not when the pool has waited in vain for a connection, which is reported as transient. */
    @Override
    boolean hasLostConnection(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return !(e instanceof SQLTransientConnectionException)
                && (state.startsWith(CONNECTION) || state.startsWith(SHUTDOWN));
    }

    @Override
    Failure failure(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (RACES.contains(state)) {
            return Failure.RACE_LOST;
        }
        return CONSTRAINTS.contains(state) ? Failure.CONSTRAINT : Failure.BROKEN;
    }

    @Override
    Optional<String> outage(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.equals(DISK_FULL)) {
            return Optional.of("the disk of the database server is full");
        }
        if (state.equals(READ_ONLY)) {
            return Optional.of("the database server is read-only");
        }
        return state.startsWith(CONNECTION)
                        || state.startsWith(SHUTDOWN)
                        || e instanceof SQLTransientConnectionException
                ? Optional.of("the database server cannot be reached")
                : Optional.empty();
    }

    @Override
    String description() {
        return url.toString();
    }
}
