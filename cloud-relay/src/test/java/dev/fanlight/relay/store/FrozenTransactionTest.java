package dev.fanlight.relay.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrozenTransactionTest {

    private static final String TITLE = "UPDATE camera SET title = ? WHERE id = 'a'";

    @TempDir
    private Path temp;

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
