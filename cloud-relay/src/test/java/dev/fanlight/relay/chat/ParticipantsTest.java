package dev.fanlight.relay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.chat.ChatRole;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ParticipantsTest {

    private long now;
    private final Participants participants = new Participants(() -> now);

    @Test
    void nameIsTakenWhileItsHolderIsPresentAndForAnHourAfter() {
        participants.name("p1", "Ann");
        participants.joined("p1");
        now += Duration.ofHours(5).toNanos();
        assertThat(participants.isTaken("aNN", "p2")).isTrue();
        participants.left("p1");
        now += Duration.ofMinutes(59).toNanos();
        assertThat(participants.isTaken("Ann", "p2")).isTrue();
        now += Duration.ofMinutes(2).toNanos();
        assertThat(participants.isTaken("Ann", "p2")).isFalse();
    }

    @Test
    void onesOwnNameIsNotTaken() {
        participants.name("p1", "Ann");
        assertThat(participants.isTaken("ANN", "p1")).isFalse();
    }

    @Test
    void oldNameIsFreeAfterARename() {
        participants.name("p1", "Ann");
        participants.joined("p1");
        participants.name("p1", "Beth");
        assertThat(participants.isTaken("Ann", "p2")).isFalse();
        assertThat(participants.isTaken("Beth", "p2")).isTrue();
    }

    @Test
    void nameThatLooksAlikeIsTaken() {
        participants.name("p1", "Ian");
        assertThat(participants.isTaken("lan", "p2")).isTrue();
        assertThat(participants.isTaken("іаn", "p2")).isTrue();
        assertThat(participants.isTaken("Ivan", "p2")).isFalse();
    }

    @Test
    void longestAbsentParticipantsAreEvicted() {
        for (int i = 0; i <= Participants.MAX_ABSENT; i++) {
            participants.name("p" + i, "name-" + i);
        }
        assertThat(participants.nameOf("p0")).isEmpty();
        assertThat(participants.nameOf("p1")).isPresent();
    }

    @Test
    void participantsWithoutANameAreEvictedToo() {
        participants.remember("first", ChatRole.WATCHER, "192.0.2.1", java.util.Optional.empty());
        for (int i = 0; i < Participants.MAX_ABSENT; i++) {
            participants.remember("p" + i, ChatRole.WATCHER, "192.0.2.2", java.util.Optional.empty());
        }
        assertThat(participants.lastRoleOf("first")).isEmpty();
        assertThat(participants.lastRoleOf("p0")).isPresent();
    }

    @Test
    void presentParticipantsAreNeverEvicted() {
        participants.name("here", "Ann");
        participants.joined("here");
        participants.joined("here");
        for (int i = 0; i <= Participants.MAX_ABSENT; i++) {
            participants.name("p" + i, "name-" + i);
        }
        assertThat(participants.nameOf("here")).contains("Ann");
        assertThat(participants.isTaken("Ann", "p1")).isTrue();
        participants.left("here");
        participants.remember("another", ChatRole.WATCHER, "192.0.2.1", java.util.Optional.empty());
        assertThat(participants.nameOf("here")).contains("Ann");
    }

    @Test
    void lastToLeaveIsEvictedLast() {
        participants.name("first", "Ann");
        participants.name("second", "Beth");
        participants.joined("first");
        participants.joined("second");
        participants.left("second");
        participants.left("first");
        for (int i = 1; i < Participants.MAX_ABSENT; i++) {
            participants.name("p" + i, "name-" + i);
        }
        assertThat(participants.nameOf("second")).isEmpty();
        assertThat(participants.nameOf("first")).contains("Ann");
    }
}
