package dev.fanlight.relay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.UserException;
import dev.fanlight.relay.config.PostgresUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseTest {

    @TempDir
    private Path temp;

    @ParameterizedTest
    @EnumSource
    void twoRelaysMayBringTheSameEmptyDatabaseUpToDate(StoreKind kind) throws Exception {
        Dialect dialect = kind.empty(temp);
        List<Database> opened = AtOnce.run(List.of(() -> Database.open(dialect), () -> Database.open(dialect)));
        opened.forEach(Database::close);
        try (Database database = Database.open(dialect)) {
            assertThat(countCameras(database)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void failedTransactionStoresNothing(StoreKind kind) {
        try (Database database = Database.open(kind.fresh(temp))) {
            assertThatThrownBy(() -> database.write(connection -> {
                        Row.update(
                                connection,
                                "INSERT INTO camera (id, name, title, created_at) VALUES ('a', 'a', 'a', 0)");
                        throw new LimitReachedException("no more");
                    }))
                    .isInstanceOf(LimitReachedException.class);
            assertThat(countCameras(database)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void statementThatIsWrongIsNoConflict(StoreKind kind) {
        try (Database database = Database.open(kind.fresh(temp))) {
            assertThatThrownBy(() -> database.write(connection -> Row.update(connection, "DELETE FROM nothing")))
                    .isInstanceOf(StoreException.class);
        }
    }

    /** Each counts and then inserts one, which only one at a time may do. */
    @ParameterizedTest
    @EnumSource
    void whatWasReadInATransactionStaysTrueUntilItsEnd(StoreKind kind) throws Exception {
        try (Database database = Database.open(kind.fresh(temp))) {
            List<Long> seen = AtOnce.run(Collections.nCopies(
                    4,
                    () -> database.write(connection -> {
                        long count = count(connection);
                        String name = "camera-" + count;
                        Row.update(
                                connection,
                                "INSERT INTO camera (id, name, title, created_at) VALUES (?, ?, ?, 0)",
                                java.util.UUID.randomUUID().toString(),
                                name,
                                name);
                        return count;
                    })));
            assertThat(seen).containsExactlyInAnyOrder(0L, 1L, 2L, 3L);
        }
    }

    @Test
    void wrongPasswordAndDeadServerAreReportedWithoutThePassword() {
        int port = PostgresServer.shared().port();
        assertRefused(
                "postgresql://fanlight:Hidden123@127.0.0.1:" + port + "/postgres", "fanlight:***@127.0.0.1:" + port);
        assertRefused(
                "jdbc:postgresql://127.0.0.1:1/relay?user=fanlight&password=Hidden123",
                "fanlight:***@127.0.0.1:1/relay");
    }

    @Test
    void fileThatIsNoDatabaseIsRefusedWithItsName() throws Exception {
        Path file = Files.writeString(
                temp.resolve("relay.db"), "this is no database, but long enough to be read as one\n".repeat(50));
        assertThatThrownBy(() -> Database.open(Dialect.sqlite(file)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(file.toString());
    }

    private static void assertRefused(String url, String expected) {
        PostgresUrl parsed = PostgresUrl.parse(url);
        assertThat(parsed.toString()).contains(expected).doesNotContain("Hidden");
        assertThatThrownBy(() -> Database.open(Dialect.postgres(parsed)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(expected)
                .hasMessageNotContaining("Hidden")
                .hasStackTraceContaining("PSQLException")
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("Hidden"));
    }

    private static String stackTrace(Throwable e) {
        java.io.StringWriter text = new java.io.StringWriter();
        e.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }

    private static long countCameras(Database database) {
        return database.read(DatabaseTest::count);
    }

    private static long count(java.sql.Connection connection) throws java.sql.SQLException {
        return Row.first(connection, "SELECT count(*) AS cameras FROM camera", row -> row.number("cameras"))
                .orElseThrow();
    }
}
