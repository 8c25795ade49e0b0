package dev.fanlight.relay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ChatHistoryTest {

    private static final Moderator OWNER = Moderator.owner("test");

    private final ChatHistory history = new ChatHistory(0);

    @Test
    void newMemberReceivesTheLastHundredLines() {
        fill(1, 150);
        ChatHistory.Excerpt excerpt = history.excerpt(OptionalLong.empty());
        assertThat(excerpt.lines()).hasSize(100);
        assertThat(excerpt.last()).isEqualTo(150);
        assertThat(excerpt.gap()).isZero();
    }

    @Test
    void returningMemberReceivesMissedLines() {
        fill(1, 150);
        ChatHistory.Excerpt excerpt = history.excerpt(OptionalLong.of(20));
        assertThat(excerpt.lines()).hasSize(130);
        assertThat(excerpt.gap()).isZero();
    }

    @Test
    void missedLinesThatAreNoLongerKeptAreCounted() {
        fill(1, 700);
        ChatHistory.Excerpt excerpt = history.excerpt(OptionalLong.of(50));
        assertThat(excerpt.lines()).hasSize(ChatHistory.MAX_LINES);
        assertThat(excerpt.gap()).isEqualTo(150);
    }

    @Test
    void deletedLinesAreAGapForReturningMembersOnly() {
        fill(1, 10);
        history.forgetBefore(100);
        assertThat(history.excerpt(OptionalLong.of(4)).gap()).isEqualTo(6);
        assertThat(history.excerpt(OptionalLong.empty()).gap()).isZero();
        assertThat(history.excerpt(OptionalLong.of(10)).gap()).isZero();
    }

    @Test
    void lineIsFoundByItsAuthorsName() {
        fill(1, 10);
        assertThat(history.seqOf("p", "client-7")).hasValue(7);
        assertThat(history.seqOf("q", "client-7")).isEmpty();
    }

    @Test
    void removedLineIsNotSentAndIsNoGap() {
        fill(1, 10);
        history.mark(5, new Removal(OWNER, 1, false));
        assertThat(history.excerpt(OptionalLong.empty()).lines()).hasSize(9);
        ChatHistory.Excerpt back = history.excerpt(OptionalLong.of(4));
        assertThat(back.lines()).hasSize(5);
        assertThat(back.gap()).isZero();
        assertThat(back.changed()).isEmpty();
    }

    @Test
    void returningMemberReceivesRemovalsAndRestorationsOfLinesItHasSeen() {
        fill(1, 10);
        history.mark(2, new Removal(OWNER, 1, false));
        history.mark(3, new Removal(OWNER, 1, true));
        ChatHistory.Excerpt back = history.excerpt(OptionalLong.of(8));
        assertThat(back.changed()).extracting(ChatLine::seq).containsExactly(2L, 3L);
        assertThat(back.changed()).extracting(ChatLine::isVisible).containsExactly(false, true);
        assertThat(history.excerpt(OptionalLong.empty()).lines()).hasSize(9);
    }

    private static ChatLine line(long seq) {
        return new ChatLine(
                seq,
                seq,
                "p",
                "name",
                "text",
                "client-" + seq,
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }

    private void fill(int from, int to) {
        for (int seq = from; seq <= to; seq++) {
            history.add(line(seq), new NoBytes());
        }
    }

    private record NoBytes() implements Uncounted {}
}
