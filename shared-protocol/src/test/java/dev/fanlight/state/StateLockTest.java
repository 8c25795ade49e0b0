package dev.fanlight.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.testing.StartsProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateLockTest {

    @TempDir
    private Path folder;

    @Test
    @StartsProcesses
    void secondLockInTheSameProcessIsRefusedAndDoesNotReleaseTheFirst() throws IOException, InterruptedException {
        StateLock first = StateLock.acquire(folder, "relay");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> StateLock.acquire(folder, "relay"))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + " is a relay that runs with it");
        }
        assertThat(Child.run(folder)).isEqualTo(ExitCode.SETTINGS);
        first.close();
        StateLock.acquire(folder, "relay").close();
    }

    @Test
    @StartsProcesses
    void anotherProcessIsRefusedUntilThisOneReleasesTheFolder() throws IOException, InterruptedException {
        StateLock lock = StateLock.acquire(folder, "relay");
        assertThat(Child.run(folder)).isEqualTo(ExitCode.SETTINGS);
        lock.close();
        assertThat(Child.run(folder)).isZero();
    }

    @Test
    void fileHoldsTheIdOfTheProcessForItsOwnerOnly() throws IOException {
        StateLock lock = StateLock.acquire(folder, "relay");
        try (lock) {
            Path file = folder.resolve(StateLock.FILE);
            assertThat(file).hasContent(Long.toString(ProcessHandle.current().pid()));
            assertThat(PrivateFiles.isOpenToOthers(file)).isFalse();
        }
        Files.delete(folder.resolve(StateLock.FILE));
    }

    @Test
    void folderThatIsNotThereIsNamedWithTheReason() {
        assertThatThrownBy(() -> StateLock.acquire(folder.resolve("none"), "relay"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("none cannot be written");
    }

    /** Takes the lock in a process of its own. */
    static final class Child {

        private Child() {}

        static int run(Path folder) throws IOException, InterruptedException {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Child.class.getName(),
                            folder.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
        }

        public static void main(String[] args) {
            try {
                StateLock.acquire(Path.of(args[0]), "relay");
                System.exit(0);
            } catch (UserException e) {
                System.exit(e.exitCode());
            }
        }
    }
}
