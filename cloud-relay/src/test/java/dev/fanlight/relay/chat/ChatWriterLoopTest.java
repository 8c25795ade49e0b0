package dev.fanlight.relay.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.protocol.chat.ChatRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatWriterLoopTest {

    private static final Duration KEEP = Duration.ofHours(24);
    private static final Duration WHILE = Duration.ofMillis(300);
    private static final Duration LIMIT = Duration.ofSeconds(20);

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
    void waitsForALineWithoutLookingAgainAndAgain() throws Exception {
        room.work();
        TestMember member = room.join("someone", ChatRole.CHATTER);
        FutureTask<Void> turn = new FutureTask<>(() -> {
            room.work();
            return null;
        });
        new Thread(turn, "turn").start();
        assertThatThrownBy(() -> turn.get(WHILE.toMillis(), TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        room.send(member, "hello");
        turn.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        assertThat(member.all(ChatAccepted.class)).hasSize(1);
    }

    @Test
    void storesWhatWaitsWithoutLookingForOldLinesEachTime() throws InterruptedException {
        room.work();
        TestMember member = room.join("someone", ChatRole.CHATTER);
        room.send(member, "hello");
        room.work();
        assertThat(member.all(ChatAccepted.class)).hasSize(1);
        assertThat(room.pruned).hasSize(1);
    }
}
