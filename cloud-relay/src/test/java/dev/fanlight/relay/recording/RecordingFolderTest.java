package dev.fanlight.relay.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingFolderTest {

    @TempDir
    private Path temp;

    @Test
    void itsSpaceIsThatOfTheDisk() throws Exception {
        RecordingFolder.Space space = new RecordingFolder(temp, "id").space();
        assertThat(space.usable()).isBetween(1L, space.total());
        assertThat(space.total()).isEqualTo(temp.toFile().getTotalSpace());
    }

    @Test
    void aFolderThatIsGoneHasNone() {
        RecordingFolder gone = new RecordingFolder(temp.resolve("gone"), "id");
        assertThatThrownBy(gone::space).isInstanceOf(NoSuchFileException.class);
    }
}
