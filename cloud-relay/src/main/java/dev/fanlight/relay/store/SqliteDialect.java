package dev.fanlight.relay.store;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/** One SQLite file with a write-ahead log. A transaction that writes locks the file from its beginning, so that none loses a race. */
final class SqliteDialect extends Dialect {

    /** Extended result codes carry the plain one in their low byte (sqlite.org/rescode.html). */
    private static final int PLAIN_CODE = 0xff;

    // sqlite.org/rescode.html
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int IO_ERROR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int NO_DATABASE = 26;

    private final Path file;

    SqliteDialect(Path file) {
        this.file = file;
    }

    @Override
    DataSource source() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout((int) Database.BUSY_LIMIT.toMillis());
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    @Override
    List<String> migrations() {
        return List.of(folder("shared"));
    }

    @Override
    void isolate(Connection connection) {
        // IMMEDIATE, set above.
    }

    /**
     * The connections stay open: with the last one SQLite deletes the shared memory beside the file, and on a full disk it could not make it
     * again, not even to read.
     */
    @Override
    void pool(HikariConfig pooling) {
        pooling.setMinimumIdle(pooling.getMaximumPoolSize());
        pooling.setMaxLifetime(0);
    }

    /** sqlite.org/lang_transaction.html, 2.3. */
    @Override
    boolean hasRolledBack(SQLException e) {
        return (e.getErrorCode() & PLAIN_CODE) == FULL;
    }

    @Override
    boolean hasLostConnection(SQLException e) {
        return false;
    }

    @Override
    Failure failure(SQLException e) {
        return (e.getErrorCode() & PLAIN_CODE) == SQLiteErrorCode.SQLITE_CONSTRAINT.code
                ? Failure.CONSTRAINT
                : Failure.BROKEN;
    }

    @Override
    Optional<String> outage(SQLException e) {
        if (e instanceof SQLTransientConnectionException) {
            return Optional.of("all connections to the database are busy");
        }
        return switch (e.getErrorCode() & PLAIN_CODE) {
            case FULL -> Optional.of("the disk is full");
            case READ_ONLY -> Optional.of("the database or its disk is read-only");
            case IO_ERROR -> Optional.of("the disk reports an error (" + e.getMessage() + ")");
            case CANNOT_OPEN -> Optional.of("the database file cannot be opened");
            case CORRUPT, NO_DATABASE -> Optional.of("the database is damaged");
            case BUSY, LOCKED -> Optional.of("another program has locked the database");
            default -> Optional.empty();
        };
    }

    @Override
    String description() {
        return file.toString();
    }
}
