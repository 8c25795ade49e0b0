package dev.fanlight.relay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.chat.ChatReactions;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.ModerationAct.Remove;
import dev.fanlight.protocol.chat.ModerationAct.TimeOut;
import dev.fanlight.protocol.chat.Reaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReactionsTest {

    @TempDir
    private Path folder;

    private TestRoom room;
    private TestMember ann;
    private TestMember ben;
    private long line;

    @BeforeEach
    void open() {
        room = new TestRoom(folder);
        ann = room.join("ann", ChatRole.CHATTER);
        ben = room.join("ben", ChatRole.CHATTER);
        line = room.post(ann, "an egg!");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void reactionIsCountedOnceAPersonAndTakenBack() {
        room.react(ben, line, Reaction.LIKE, true);
        room.react(ben, line, Reaction.LIKE, true);
        room.react(ann, line, Reaction.LIKE, true);
        room.react(ben, line, Reaction.WOW, true);
        assertThat(ann.last(ChatReactions.class).counts()).isEqualTo(Map.of(Reaction.LIKE, 2, Reaction.WOW, 1));
        room.react(ben, line, Reaction.LIKE, false);
        assertThat(ann.last(ChatReactions.class).counts()).isEqualTo(Map.of(Reaction.LIKE, 1, Reaction.WOW, 1));
    }

    @Test
    void onlyOnesOwnReactionsAreMarkedAsOnesOwn() {
        room.react(ben, line, Reaction.LOVE, true);
        assertThat(ann.last(ChatReactions.class).mine()).isEmpty();
        assertThat(ben.last(ChatReactions.class).mine()).contains(Set.of(Reaction.LOVE));
    }

    @Test
    void whoComesLaterReceivesThemAlsoAfterARestart() {
        room.react(ben, line, Reaction.SAD, true);
        room.restart();
        assertThat(room.join("late", ChatRole.WATCHER).all(ChatReactions.class))
                .containsExactly(new ChatReactions(line, Map.of(Reaction.SAD, 1), Optional.of(Set.of())));
        assertThat(room.join("ben", ChatRole.CHATTER).last(ChatReactions.class).mine())
                .contains(Set.of(Reaction.SAD));
    }

    @Test
    void removedOrUnknownLineTakesNone() {
        TestMember mod = room.join("mod", ChatRole.MODERATOR);
        room.moderate(mod, new Remove(line));
        room.react(ben, line, Reaction.LIKE, true);
        room.react(ben, 99, Reaction.LIKE, true);
        assertThat(ben.all(ChatReactions.class))
                .allSatisfy(sent -> assertThat(sent.counts()).isEmpty());
        assertThat(ann.all(ChatReactions.class)).isEmpty();
    }

    @Test
    void personWhoIsTimedOutDoesNotReact() {
        room.moderate(room.join("mod", ChatRole.MODERATOR), new TimeOut("ben", Duration.ofMinutes(1)));
        room.react(ben, line, Reaction.LIKE, true);
        assertThat(ann.all(ChatReactions.class)).isEmpty();
    }

    @Test
    void hasteIsRefusedAndThePageReceivesWhatStandsThere() {
        for (int i = 0; i < PersonLimits.REACTION_BURST; i++) {
            room.react(ben, line, Reaction.LIKE, i % 2 == 0);
        }
        assertThat(ann.last(ChatReactions.class).counts()).containsKey(Reaction.LIKE);
        room.react(ben, line, Reaction.LIKE, false);
        assertThat(ben.last(ChatReactions.class))
                .isEqualTo(new ChatReactions(line, Map.of(Reaction.LIKE, 1), Optional.of(Set.of(Reaction.LIKE))));
        room.pass(Duration.ofSeconds(1));
        room.react(ben, line, Reaction.LIKE, false);
        assertThat(ann.last(ChatReactions.class).counts()).isEmpty();
    }

    @Test
    void lineTakesSoManyAndNoMore() {
        LineReactions reactions = new LineReactions();
        for (int i = 0; i < LineReactions.MOST_A_LINE; i++) {
            reactions.apply(new ReactionChange(1, "person-" + i, Reaction.LIKE, true));
        }
        assertThat(reactions.accepts(new ReactionChange(1, "one-more", Reaction.LIKE, true)))
                .isFalse();
        assertThat(reactions.accepts(new ReactionChange(1, "person-0", Reaction.LIKE, false)))
                .isTrue();
    }

    @Test
    void reactionsGoWithTheirLine() {
        room.react(ben, line, Reaction.LIKE, true);
        room.store().chatLines().prune(Duration.ofDays(1), 0);
        room.restart();
        assertThat(room.join("late", ChatRole.WATCHER).all(ChatReactions.class)).isEmpty();
    }
}
