package dev.fanlight.relay.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.testing.CommandRun;
import dev.fanlight.relay.testing.TestRelay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relay began anew without a word where files of its state were cut, emptied or of a newer version. */
class DamagedStateTest {

    @TempDir
    private Path temp;

    private Path state;

    @BeforeEach
    void useTheFolder() {
        state = temp.resolve("state");
        TestRelay.start(state).close();
    }

    @Test
    void cutIdentityKeyIsAnError() throws IOException {
        Files.write(state.resolve("identity.key"), new byte[2]);
        assertRefused("identity.key", "it has 2 bytes instead of 32", "backup", "Or remove it");
        Files.delete(state.resolve("identity.key"));
        TestRelay.start(state).close();
    }

    @Test
    void emptyDatabaseOfAUsedFolderIsAnError() throws IOException {
        Files.write(state.resolve("relay.db"), new byte[0]);
        assertRefused("relay.db", "is empty", "backup", "Or remove it");
        Files.delete(state.resolve("relay.db"));
        TestRelay.start(state).close();
    }

    @Test
    void databaseOfANewerVersionIsRefused() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + state.resolve("relay.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO flyway_schema_history SELECT installed_rank + 1, '999', description, type,"
                    + " 'V999__future.sql', checksum, installed_by, installed_on, execution_time, success"
                    + " FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1");
        }
        assertRefused("relay.db", "was written by a newer version of the relay");
    }

    @Test
    void missingKeyOfTheAuthorityIsAnError() throws IOException {
        Files.delete(state.resolve("ca.key"));
        assertRefused("no ca.key", "backup", "every agent has to join again");
    }

    @Test
    void cutKeyFileIsAnError() throws IOException {
        byte[] key = Files.readAllBytes(state.resolve("ca.key"));
        Files.write(state.resolve("ca.key"), java.util.Arrays.copyOf(key, key.length / 2));
        assertRefused("is damaged", "backup");
    }

    @Test
    void secondRelayIsRefusedAndTheCommandsGoOnToFindTheFirst() {
        TestRelay relay = TestRelay.start(state);
        try (relay) {
            relay.host().get("/cameras").expect(200);
            assertRefused("is in use", "process " + ProcessHandle.current().pid(), "--state DIR");
            assertThat(CommandRun.of(state, "camera", "list").good()).contains("There are no cameras");
        }
        TestRelay.start(state).close();
    }

    private void assertRefused(String... parts) {
        assertThatThrownBy(() -> TestRelay.start(state).close())
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.SETTINGS))
                .hasMessageContainingAll(parts);
    }
}
