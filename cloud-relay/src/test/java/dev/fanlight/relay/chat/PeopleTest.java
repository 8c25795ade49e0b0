package dev.fanlight.relay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.chat.ChatRole;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private long now;
    private final People people = new People(() -> now);

    @Test
    void nameIsTakenWhileItsHolderIsPresentAndForAnHourAfter() {
        people.name("p1", "Ann");
        people.came("p1");
        now += Duration.ofHours(5).toNanos();
        assertThat(people.isTaken("aNN", "p2")).isTrue();
        people.went("p1");
        now += Duration.ofMinutes(59).toNanos();
        assertThat(people.isTaken("Ann", "p2")).isTrue();
        now += Duration.ofMinutes(2).toNanos();
        assertThat(people.isTaken("Ann", "p2")).isFalse();
    }

    @Test
    void onesOwnNameIsNotTaken() {
        people.name("p1", "Ann");
        assertThat(people.isTaken("ANN", "p1")).isFalse();
    }

    @Test
    void oldNameIsFreeAfterARename() {
        people.name("p1", "Ann");
        people.came("p1");
        people.name("p1", "Beth");
        assertThat(people.isTaken("Ann", "p2")).isFalse();
        assertThat(people.isTaken("Beth", "p2")).isTrue();
    }

    @Test
    void nameThatLooksAlikeIsTaken() {
        people.name("p1", "Ian");
        assertThat(people.isTaken("lan", "p2")).isTrue();
        assertThat(people.isTaken("іаn", "p2")).isTrue();
        assertThat(people.isTaken("Ivan", "p2")).isFalse();
    }

    @Test
    void thoseWhoWereAwayLongestAreForgotten() {
        for (int i = 0; i <= People.MAX_PEOPLE; i++) {
            people.name("p" + i, "name-" + i);
        }
        assertThat(people.nameOf("p0")).isEmpty();
        assertThat(people.nameOf("p1")).isPresent();
    }

    @Test
    void thoseWhoHaveNoNameAreForgottenToo() {
        people.note("first", ChatRole.WATCHER, "192.0.2.1");
        for (int i = 0; i < People.MAX_PEOPLE; i++) {
            people.note("p" + i, ChatRole.WATCHER, "192.0.2.2");
        }
        assertThat(people.lastRankOf("first")).isEmpty();
        assertThat(people.lastRankOf("p0")).isPresent();
    }

    @Test
    void whoeverIsHereIsNotForgotten() {
        people.name("here", "Ann");
        people.came("here");
        people.came("here");
        for (int i = 0; i <= People.MAX_PEOPLE; i++) {
            people.name("p" + i, "name-" + i);
        }
        assertThat(people.nameOf("here")).contains("Ann");
        assertThat(people.isTaken("Ann", "p1")).isTrue();
        people.went("here");
        people.note("another", ChatRole.WATCHER, "192.0.2.1");
        assertThat(people.nameOf("here")).contains("Ann");
    }

    @Test
    void whoLeftLastIsForgottenLast() {
        people.name("first", "Ann");
        people.name("second", "Beth");
        people.came("first");
        people.came("second");
        people.went("second");
        people.went("first");
        for (int i = 1; i < People.MAX_PEOPLE; i++) {
            people.name("p" + i, "name-" + i);
        }
        assertThat(people.nameOf("second")).isEmpty();
        assertThat(people.nameOf("first")).contains("Ann");
    }
}
