package dev.fanlight.relay.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.testing.RelayProcess;
import dev.fanlight.testing.StartsProcesses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@StartsProcesses
class RecordingFolderTest {

    @TempDir
    private Path temp;

    @Test
    void theSpaceOfTheDiskIsKnownAndThatTheFolderIsGone() throws IOException {
        RecordingFolder folder = RecordingFolder.open(temp.resolve("recordings"), new Secrets(new SecureRandom()));
        assertThat(folder.space().usable()).isBetween(1L, folder.space().total());
        Files.delete(folder.path().resolve("folder-id"));
        Files.delete(folder.path());
        assertThatThrownBy(folder::space).isInstanceOf(NoSuchFileException.class);
    }

    /** As in some containers: files could be written, but nothing was recorded, as the space of their disk could not be found out. */
    @Test
    void theSpaceIsKnownInAChrootWhoseMountIsInNoTable() throws Exception {
        assumeTrue(RelayProcess.canHaveSmallDisk(), "this computer allows no mounts in a namespace");
        Path root = Files.createDirectories(temp.resolve("root"));
        String script = "for d in /*; do if [ -L \"$d\" ]; then cp -P \"$d\" '" + root
                + "'; elif [ -d \"$d\" ]; then mkdir -p '"
                + root + "'\"$d\" && mount --rbind \"$d\" '" + root + "'\"$d\"; fi; done; mkdir '" + root
                + "/plain-folder'; exec chroot '" + root + "' \"$@\"";
        Process java = new ProcessBuilder(
                        "unshare",
                        "--mount",
                        "--map-root-user",
                        "sh",
                        "-c",
                        script,
                        "sh",
                        RelayProcess.command().get(0),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Space.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).as(output).isZero();
        assertThat(output).contains("room: true");
    }

    /** Says whether there is room in a folder that only the chroot has. */
    static final class Space {

        private Space() {}

        public static void main(String[] arguments) throws IOException {
            RecordingFolder folder =
                    RecordingFolder.open(Path.of("/plain-folder/recordings"), new Secrets(new SecureRandom()));
            System.out.println("room: " + (folder.space().usable() > 0));
        }
    }
}
