package dev.fanlight.relay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.ChatAccepted;
import dev.fanlight.protocol.Rank;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatWriterLoopTest {

    private static final Duration KEEP = Duration.ofHours(24);

    @TempDir
    private Path folder;

    private TestRoom room;

    @BeforeEach
    void open() {
        room = new TestRoom(folder);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void looksForOldLinesAtTheStartAndThenOnceAMinute() throws InterruptedException {
        assertThat(room.untilPrune()).isEqualTo(Duration.ZERO);
        room.work();
        assertThat(room.pruned).containsExactly(KEEP);
        assertThat(room.untilPrune()).isEqualTo(ChatWriterLoop.PRUNE_INTERVAL);
        room.pass(ChatWriterLoop.PRUNE_INTERVAL.plusSeconds(1));
        room.work();
        assertThat(room.pruned).containsExactly(KEEP, KEEP);
        assertThat(room.untilPrune()).isEqualTo(ChatWriterLoop.PRUNE_INTERVAL);
    }

    @Test
    void storesWhatWaitsWithoutLookingForOldLinesEachTime() throws InterruptedException {
        room.work();
        Page page = room.page("someone", Rank.CHATTER);
        room.send(page, "hello");
        room.work();
        assertThat(page.all(ChatAccepted.class)).hasSize(1);
        assertThat(room.pruned).hasSize(1);
    }
}
