package dev.fanlight.relay.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.Badge;
import dev.fanlight.relay.chat.ChatLine;
import dev.fanlight.relay.chat.ChatLog.Draft;
import dev.fanlight.relay.chat.ChatLog.Opening;
import dev.fanlight.relay.chat.ChatLog.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@StoreTest
class ChatLinesTest extends OpenedStore {

    private static final int WRITERS = 4;
    private static final int LINES = 15;

    ChatLinesTest(StoreKind kind) {
        super(kind);
    }

    @BeforeEach
    void invite() {
        store.invitations().invite(FRONT, false);
        store.invitations().invite(BACK, false);
    }

    @Test
    void linesAreNumberedByRoomAndReadOldestFirst() {
        append(draft(FRONT, "one"), draft(BACK, "one"), draft(FRONT, "two"), draft(FRONT, "three"));
        Opening opening = store.chatLines().open(FRONT, 2);
        assertThat(opening.lastSeq()).isEqualTo(3);
        assertThat(opening.lines()).extracting(ChatLine::text).containsExactly("two", "three");
        assertThat(opening.lines()).extracting(ChatLine::badge).containsOnly(Optional.of(Badge.OWNER));
        assertThat(store.chatLines().open(BACK, 2).lastSeq()).isEqualTo(1);
    }

    @Test
    void lineThatIsStoredAgainKeepsItsNumber() {
        append(draft(FRONT, "one"));
        Stored again = append(draft(FRONT, "one")).get(0).orElseThrow();
        assertThat(again.isNew()).isFalse();
        assertThat(again.line().seq()).isEqualTo(1);
        assertThat(store.chatLines().open(FRONT, 10).lastSeq()).isEqualTo(1);
    }

    @Test
    void lineForACameraThatIsGoneIsTheOnlyOneThatIsNotStored() {
        List<Optional<Stored>> stored =
                append(draft(FRONT, "one"), draft(new CameraName("gone"), "one"), draft(BACK, "one"));
        assertThat(stored).extracting(Optional::isPresent).containsExactly(true, false, true);
    }

    @Test
    void chosenNamesAreReplacedAndForgottenAfterAMonth() {
        store.chatLines().rename(FRONT, "person", "Ann");
        store.chatLines().rename(FRONT, "person", "Anna");
        assertThat(store.chatLines().open(FRONT, 1).names()).containsExactly(java.util.Map.entry("person", "Anna"));
        pass(ChatLines.NAME_LIFE.plus(Duration.ofSeconds(1)));
        store.chatLines().prune(Duration.ofDays(1), 10);
        assertThat(store.chatLines().open(FRONT, 1).names()).isEmpty();
    }

    @Test
    void oldLinesAndThoseOverTheLimitOfTheirRoomArePruned() {
        append(draft(FRONT, "one"), draft(FRONT, "two"), draft(FRONT, "three"), draft(BACK, "one"));
        store.chatLines().prune(Duration.ofDays(1), 2);
        assertThat(store.chatLines().open(FRONT, 10).lines())
                .extracting(ChatLine::text)
                .containsExactly("two", "three");
        assertThat(store.chatLines().open(BACK, 10).lines()).hasSize(1);
        pass(Duration.ofDays(2));
        store.chatLines().prune(Duration.ofDays(1), 2);
        assertThat(store.chatLines().open(FRONT, 10).lines()).isEmpty();
        assertThat(store.chatLines().open(FRONT, 10).lastSeq()).isEqualTo(3);
    }

    @Test
    void writersOfTheSameRoomLeaveNoGapAndNumberNothingTwice() throws Exception {
        try (RelayStore other = another()) {
            List<Callable<List<Long>>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                RelayStore relay = writer % 2 == 0 ? store : other;
                String name = "writer-" + writer;
                writers.add(() -> IntStream.range(0, LINES)
                        .mapToObj(line -> relay.chatLines()
                                .append(List.of(draft(FRONT, name + "-" + line)))
                                .get(0)
                                .orElseThrow()
                                .line()
                                .seq())
                        .toList());
            }
            List<Long> seqs = AtOnce.run(writers).stream().flatMap(List::stream).toList();
            assertThat(seqs)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, WRITERS * LINES).boxed().toList());
        }
    }

    @Test
    void lineThatTwoRelaysStoreAtTheSameTimeIsStoredOnce() throws Exception {
        try (RelayStore other = another()) {
            List<Stored> stored = AtOnce.run(List.of(
                    () -> store.chatLines()
                            .append(List.of(draft(FRONT, "same")))
                            .get(0)
                            .orElseThrow(),
                    () -> other.chatLines()
                            .append(List.of(draft(FRONT, "same")))
                            .get(0)
                            .orElseThrow()));
            assertThat(stored).extracting(Stored::isNew).containsExactlyInAnyOrder(true, false);
            assertThat(stored).extracting(one -> one.line().seq()).containsOnly(1L);
        }
    }

    private List<Optional<Stored>> append(Draft... drafts) {
        return store.chatLines().append(List.of(drafts));
    }

    private Draft draft(CameraName camera, String text) {
        return new Draft(
                camera,
                clock.millis() * 1_000,
                "person",
                "Ann",
                text,
                "client-" + text,
                Optional.of(Badge.OWNER),
                OptionalLong.empty());
    }
}
