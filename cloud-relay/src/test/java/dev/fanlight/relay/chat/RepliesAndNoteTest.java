package dev.fanlight.relay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.chat.Chat;
import dev.fanlight.protocol.chat.ChatLinks;
import dev.fanlight.protocol.chat.ChatMode;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.ModerationAct.Pin;
import dev.fanlight.protocol.chat.ModerationAct.Remove;
import dev.fanlight.protocol.chat.ModerationAct.Slow;
import dev.fanlight.protocol.chat.ModerationResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepliesAndNoteTest {

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
    void lineKeepsTheOneThatItAnswersAlsoAfterARestart() {
        TestMember ann = room.join("ann", ChatRole.CHATTER);
        long question = room.post(ann, "an egg?");
        room.answer(room.join("ben", ChatRole.CHATTER), "the second one", question);
        assertThat(ann.last(Chat.class).replyTo()).hasValue(question);
        room.restart();
        assertThat(room.join("late", ChatRole.WATCHER).all(Chat.class))
                .extracting(Chat::replyTo)
                .containsExactly(OptionalLong.empty(), OptionalLong.of(question));
    }

    @Test
    void lineThatIsGoneOrNeverWasIsNotAnswered() {
        TestMember mod = room.join("mod", ChatRole.MODERATOR);
        TestMember ann = room.join("ann", ChatRole.CHATTER);
        long removed = room.post(ann, "one");
        room.moderate(mod, new Remove(removed));
        room.answer(ann, "two", removed);
        assertThat(ann.last(Chat.class).replyTo()).isEmpty();
        room.answer(ann, "three", 99);
        assertThat(ann.last(Chat.class).replyTo()).isEmpty();
    }

    @Test
    void noteIsShownToAllAndToWhomComesLaterAndStaysWithAnotherMode() {
        TestMember mod = room.join("mod", ChatRole.MODERATOR);
        TestMember ann = room.join("ann", ChatRole.CHATTER);
        assertThat(room.moderate(mod, new Pin(Optional.of("  Please do not name the street.  "))))
                .isEqualTo(ModerationResult.DONE);
        assertThat(ann.last(ChatMode.class).note()).contains("Please do not name the street.");
        room.moderate(mod, new Slow(Duration.ofSeconds(30)));
        assertThat(ann.last(ChatMode.class))
                .isEqualTo(new ChatMode(30, ChatLinks.ALL, Optional.of("Please do not name the street.")));
        room.restart();
        assertThat(room.join("late", ChatRole.WATCHER).last(ChatMode.class).note())
                .contains("Please do not name the street.");
    }

    @Test
    void noteIsTakenDownByNoneAndByAnEmptyOne() {
        TestMember mod = room.join("mod", ChatRole.MODERATOR);
        room.moderate(mod, new Pin(Optional.of("one")));
        room.moderate(mod, new Pin(Optional.empty()));
        assertThat(mod.last(ChatMode.class).note()).isEmpty();
        room.moderate(mod, new Pin(Optional.of("two")));
        room.moderate(mod, new Pin(Optional.of(" \n ")));
        assertThat(mod.last(ChatMode.class).note()).isEmpty();
    }

    @Test
    void noteIsNoLongerThanALine() {
        TestMember mod = room.join("mod", ChatRole.MODERATOR);
        assertThat(room.moderate(mod, new Pin(Optional.of("x".repeat(500))))).isEqualTo(ModerationResult.DONE);
        assertThat(room.moderate(mod, new Pin(Optional.of("x".repeat(501))))).isEqualTo(ModerationResult.NOT_ALLOWED);
        assertThat(mod.last(ChatMode.class).note().orElseThrow()).hasSize(500);
    }

    @Test
    void journalKeepsNoTextOfANote() {
        room.moderate(room.join("mod", ChatRole.MODERATOR), new Pin(Optional.of("a secret")));
        assertThat(room.journal).singleElement().asString().doesNotContain("secret");
    }
}
