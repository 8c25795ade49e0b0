package dev.fanlight.relay.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresOutageTest {

    private static final String TITLE = "UPDATE camera SET title = ? WHERE id = 'a'";

    @TempDir
    private Path temp;

    @Test
    void serverThatHasClosedAllConnectionsIsReadAndWrittenAtOnce() throws Exception {
        Dialect dialect = StoreKind.POSTGRESQL.fresh(temp);
        try (Database database = Database.open(dialect);
                Connection other = dialect.source().getConnection()) {
            for (int i = 0; i < 5; i++) {
                assertThat(cameras(database)).isZero();
                closeAllBut(other);
                assertThat(cameras(database)).isZero();
                closeAllBut(other);
                assertThat(database.<Integer>write(connection -> Row.update(connection, TITLE, "other")))
                        .isZero();
            }
        }
    }

    private static long cameras(Database database) {
        return database.read(connection -> Row.first(
                        connection, "SELECT count(*) AS cameras FROM camera", row -> row.number("cameras"))
                .orElseThrow());
    }

    private static void closeAllBut(Connection connection) throws SQLException {
        Row.all(
                connection,
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()",
                row -> true);
    }

    @Test
    void relayThatIsFrozenInATransactionDoesNotStopTheOthersFromWriting() throws Exception {
        Dialect dialect = StoreKind.POSTGRESQL.fresh(temp);
        try (Database database = Database.open(dialect);
                Connection frozen = dialect.source().getConnection()) {
            database.write(connection -> Row.update(
                    connection, "INSERT INTO camera (id, name, title, created_at) VALUES ('a', 'a', 'a', 0)"));
            frozen.setAutoCommit(false);
            Row.update(frozen, TITLE, "frozen");
            assertThat(database.<Integer>write(connection -> Row.update(connection, TITLE, "other")))
                    .isEqualTo(1);
        }
    }
}
