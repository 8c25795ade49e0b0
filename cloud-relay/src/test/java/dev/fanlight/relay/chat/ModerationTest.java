package dev.fanlight.relay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.chat.Badge;
import dev.fanlight.protocol.chat.Chat;
import dev.fanlight.protocol.chat.ChatLinks;
import dev.fanlight.protocol.chat.ChatMode;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.protocol.chat.ChatRefused;
import dev.fanlight.protocol.chat.ChatRestored;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.ChatSilenced;
import dev.fanlight.protocol.chat.Moderate;
import dev.fanlight.protocol.chat.ModerationAct;
import dev.fanlight.protocol.chat.ModerationAct.Ban;
import dev.fanlight.protocol.chat.ModerationAct.Links;
import dev.fanlight.protocol.chat.ModerationAct.Remove;
import dev.fanlight.protocol.chat.ModerationAct.Restore;
import dev.fanlight.protocol.chat.ModerationAct.Slow;
import dev.fanlight.protocol.chat.ModerationAct.TimeOut;
import dev.fanlight.protocol.chat.ModerationAct.Unban;
import dev.fanlight.protocol.chat.ModerationResult;
import dev.fanlight.protocol.chat.Refusal;
import dev.fanlight.protocol.chat.RenameRefused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModerationTest {

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
    void everyActNeedsARankAboveTheOneItIsAimedAt() {
        int camera = 0;
        for (ChatRole by : ChatRole.values()) {
            for (ChatRole target : ChatRole.values()) {
                room.use("camera-" + camera++);
                Page actor = room.page("actor", by);
                Page victim = room.page("victim", target);
                boolean moderates = by.compareTo(ChatRole.MODERATOR) >= 0;
                boolean outranks = moderates && by.compareTo(target) > 0;
                long seq = room.say(victim, "line");
                String pair = by + " on " + target;
                expect(actor, new Remove(seq), outranks, pair);
                expect(actor, new Restore(seq), outranks, pair);
                expect(actor, new TimeOut("victim", Duration.ofMinutes(1)), outranks, pair);
                expect(actor, new TimeOut("victim", Duration.ZERO), outranks, pair);
                expect(actor, new Ban("victim"), outranks, pair);
                expect(actor, new Unban("victim"), outranks, pair);
                expect(actor, new Slow(Duration.ofSeconds(5)), moderates, pair);
                expect(actor, new Links(ChatLinks.MODERATORS), moderates, pair);
                assertThat(victim.sentAway.isPresent()).as(pair).isEqualTo(outranks);
            }
        }
    }

    private void expect(Page actor, ModerationAct act, boolean allowed, String pair) {
        ModerationResult result = room.moderate(actor, act);
        boolean done = result == ModerationResult.DONE;
        assertThat(done).as(pair + ": " + act + " was " + result).isEqualTo(allowed);
    }

    @Test
    void badgeComesFromTheRank() {
        Page owner = room.page("owner", ChatRole.OWNER);
        Page chatter = room.page("chatter", ChatRole.CHATTER);
        room.say(owner, "one");
        room.say(room.page("moderator", ChatRole.MODERATOR), "two");
        room.say(chatter, "[moderator] three");
        assertThat(chatter.all(Chat.class))
                .extracting(Chat::badge)
                .containsExactly(Optional.of(Badge.OWNER), Optional.of(Badge.MODERATOR), Optional.empty());
        room.restart();
        assertThat(room.page("late", ChatRole.WATCHER).all(Chat.class))
                .extracting(Chat::badge)
                .containsExactly(Optional.of(Badge.OWNER), Optional.of(Badge.MODERATOR), Optional.empty());
    }

    @Test
    void removedLineIsGoneForAllAndComesBackInItsPlaceAlsoAfterARestart() {
        Page mod = room.page("mod", ChatRole.MODERATOR);
        Page ann = room.page("ann", ChatRole.CHATTER);
        room.say(ann, "one");
        long two = room.say(ann, "two");
        room.say(ann, "three");
        assertThat(room.moderate(mod, new Remove(two))).isEqualTo(ModerationResult.DONE);
        assertThat(ann.texts()).containsExactly("one", "three");
        room.restart();
        mod = room.page("mod", ChatRole.MODERATOR);
        assertThat(mod.texts()).containsExactly("one", "three");
        assertThat(mod.last(ChatReady.class)).isEqualTo(new ChatReady(3, 0));
        assertThat(room.moderate(mod, new Restore(two))).isEqualTo(ModerationResult.DONE);
        assertThat(mod.texts()).containsExactly("one", "two", "three");
        assertThat(room.page("late", ChatRole.WATCHER).texts()).containsExactly("one", "two", "three");
    }

    @Test
    void removalCanBeUndoneForTenMinutes() {
        Page mod = room.page("mod", ChatRole.MODERATOR);
        long seq = room.say(room.page("ann", ChatRole.CHATTER), "one");
        room.moderate(mod, new Remove(seq));
        room.pass(ModerationCommand.UNDO_LIMIT.plusMillis(1));
        assertThat(room.moderate(mod, new Restore(seq))).isEqualTo(ModerationResult.UNKNOWN);
        assertThat(mod.all(ChatRestored.class)).isEmpty();
    }

    @Test
    void whatTheOwnerDidAModeratorCannotUndo() {
        Page owner = room.page("owner", ChatRole.OWNER);
        Page mod = room.page("mod", ChatRole.MODERATOR);
        long seq = room.say(room.page("ann", ChatRole.CHATTER), "one");
        room.moderate(owner, new Remove(seq));
        room.moderate(owner, new TimeOut("ann", Duration.ofMinutes(5)));
        assertThat(room.moderate(mod, new Restore(seq))).isEqualTo(ModerationResult.NOT_ALLOWED);
        assertThat(room.moderate(mod, new TimeOut("ann", Duration.ZERO))).isEqualTo(ModerationResult.NOT_ALLOWED);
        room.moderate(owner, new Ban("ann"));
        assertThat(room.moderate(mod, new Unban("ann"))).isEqualTo(ModerationResult.NOT_ALLOWED);
        assertThat(room.moderate(owner, new Unban("ann"))).isEqualTo(ModerationResult.DONE);
    }

    @Test
    void moderatorMayRemoveTheirOwnLine() {
        Page mod = room.page("mod", ChatRole.MODERATOR);
        assertThat(room.moderate(mod, new Remove(room.say(mod, "oops")))).isEqualTo(ModerationResult.DONE);
    }

    @Test
    void rankOfSomebodyAbsentIsThatOfTheirLastLine() {
        room.say(room.page("mod", ChatRole.MODERATOR), "one");
        room.say(room.page("ann", ChatRole.CHATTER), "two");
        room.restart();
        Page other = room.page("other", ChatRole.MODERATOR);
        assertThat(room.moderate(other, new Ban("mod"))).isEqualTo(ModerationResult.NOT_ALLOWED);
        assertThat(room.moderate(other, new Ban("ann"))).isEqualTo(ModerationResult.DONE);
        assertThat(room.moderate(other, new Ban("nobody"))).isEqualTo(ModerationResult.UNKNOWN);
    }

    @Test
    void silencedPersonIsToldAndRefusedWithTheWaitUntilItEnds() {
        Page mod = room.page("mod", ChatRole.MODERATOR);
        Page ann = room.page("ann", ChatRole.CHATTER);
        Page second = room.page("ann", ChatRole.CHATTER);
        room.moderate(mod, new TimeOut("ann", Duration.ofMinutes(10)));
        long until = room.micros() + 600_000_000;
        assertThat(ann.last(ChatSilenced.class)).isEqualTo(new ChatSilenced(OptionalLong.of(until)));
        assertThat(second.last(ChatSilenced.class)).isEqualTo(new ChatSilenced(OptionalLong.of(until)));
        assertThat(mod.all(ChatSilenced.class)).isEmpty();
        room.pass(Duration.ofMinutes(4));
        assertRefused(ann, "hello", Refusal.SILENCED, Duration.ofMinutes(6));
        assertThat(room.room().rename(ann.speaker(), "Ann-ette")).isEmpty();
        assertThat(ann.last(RenameRefused.class).reason()).isEqualTo(Refusal.SILENCED);
        room.restart();
        Page back = room.page("ann", ChatRole.CHATTER);
        assertThat(back.last(ChatSilenced.class)).isEqualTo(new ChatSilenced(OptionalLong.of(until)));
        assertRefused(back, "hello", Refusal.SILENCED, Duration.ofMinutes(6));
        room.pass(Duration.ofMinutes(6));
        room.say(back, "hello again");
    }

    @Test
    void liftedTimeOutIsToldAndForgivesHaste() {
        Page mod = room.page("mod", ChatRole.MODERATOR);
        Page ann = room.page("ann", ChatRole.CHATTER);
        IntStream.range(0, 6).forEach(i -> room.send(ann, "fast"));
        assertRefused(ann, "still", Refusal.SILENCED, SpamGuard.SILENCE);
        assertThat(ann.last(ChatSilenced.class).until()).hasValue(room.micros() + 60_000_000);
        room.pass(Duration.ofSeconds(10));
        room.moderate(mod, new TimeOut("ann", Duration.ZERO));
        assertThat(ann.last(ChatSilenced.class)).isEqualTo(new ChatSilenced(OptionalLong.empty()));
        room.say(ann, "thanks");
    }

    @Test
    void nothingThatWaitsBehindAnActAgainstItsAuthorIsTold() {
        Page mod = room.page("mod", ChatRole.MODERATOR);
        Page ann = room.page("ann", ChatRole.CHATTER);
        room.send(ann, "before");
        room.room().moderate(mod.speaker(), new Moderate("client-id-x", new TimeOut("ann", Duration.ofMinutes(1))));
        room.send(ann, "behind");
        room.write();
        assertThat(mod.texts()).containsExactly("before");
        assertThat(ann.last(ChatRefused.class).reason()).isEqualTo(Refusal.SILENCED);
    }

    @Test
    void banSendsAwayThePersonAndTheirAddressAndRemovesTheLastHour() {
        Page mod = room.page("mod", ChatRole.MODERATOR, "home", OptionalLong.empty());
        Page ann = room.page("ann", ChatRole.CHATTER, "home", OptionalLong.empty());
        Page same = room.page("same-house", ChatRole.WATCHER, "home", OptionalLong.empty());
        Page ben = room.page("ben", ChatRole.CHATTER);
        room.say(ann, "old");
        room.pass(Duration.ofMinutes(61));
        room.say(ann, "new");
        room.say(ben, "other");
        assertThat(room.moderate(mod, new Ban("ann"))).isEqualTo(ModerationResult.DONE);
        assertThat(ann.sentAway).contains(CloseReason.BANNED);
        assertThat(same.sentAway).contains(CloseReason.BANNED);
        assertThat(mod.sentAway).isEmpty();
        assertThat(ben.sentAway).isEmpty();
        assertThat(ben.texts()).containsExactly("old", "other");
        room.restart();
        assertThat(room.room().isBanned("ann", "elsewhere", ChatRole.CHATTER)).isTrue();
        assertThat(room.room().isBanned("new", "home", ChatRole.CHATTER)).isTrue();
        assertThat(room.room().isBanned("mod", "home", ChatRole.MODERATOR)).isFalse();
        assertThat(room.room().isBanned("new", "elsewhere", ChatRole.CHATTER)).isFalse();
        assertThat(room.page("ann", ChatRole.CHATTER).sentAway).contains(CloseReason.BANNED);
        room.pass(Sanction.BAN_LENGTH);
        assertThat(room.room().isBanned("ann", "home", ChatRole.CHATTER)).isFalse();
    }

    @Test
    void liftedBanLetsInAgain() {
        Page mod = room.page("mod", ChatRole.MODERATOR);
        room.page("ann", ChatRole.CHATTER);
        room.moderate(mod, new Ban("ann"));
        assertThat(room.store()
                        .chatModeration()
                        .inForce(room.room().camera(), room.micros())
                        .sanctions())
                .extracting(Sanction::person)
                .containsExactly("ann");
        assertThat(room.moderate(mod, new Unban("ann"))).isEqualTo(ModerationResult.DONE);
        assertThat(room.moderate(mod, new Unban("ann"))).isEqualTo(ModerationResult.UNKNOWN);
        room.restart();
        assertThat(room.room().isBanned("ann", "address-of-ann", ChatRole.CHATTER))
                .isFalse();
    }

    @Test
    void slowModeHoldsForThoseWhoDoNotModerateAndIsKept() {
        Page mod = room.page("mod", ChatRole.MODERATOR);
        Page ann = room.page("ann", ChatRole.CHATTER);
        room.moderate(mod, new Slow(Duration.ofSeconds(30)));
        assertThat(ann.last(ChatMode.class)).isEqualTo(new ChatMode(30, ChatLinks.ALL));
        room.say(ann, "one");
        room.pass(Duration.ofSeconds(10));
        assertRefused(ann, "two", Refusal.TOO_FAST, Duration.ofSeconds(20));
        room.say(mod, "one");
        room.say(mod, "two");
        room.restart();
        assertThat(room.page("late", ChatRole.CHATTER).last(ChatMode.class)).isEqualTo(new ChatMode(30, ChatLinks.ALL));
    }

    @Test
    void modeComesBeforeTheEndOfTheHistory() {
        List<ToPlayer> heard = room.page("ann", ChatRole.CHATTER).heard;
        assertThat(heard).containsExactly(new ChatMode(0, ChatLinks.ALL), new ChatReady(0, 0));
    }

    @Test
    void linksAreForModeratorsOnlyWhereTheyWantIt() {
        Page mod = room.page("mod", ChatRole.MODERATOR);
        Page ann = room.page("ann", ChatRole.CHATTER);
        room.say(ann, "see example.com");
        room.moderate(mod, new Links(ChatLinks.MODERATORS));
        room.send(ann, "see example.com");
        assertThat(ann.last(ChatRefused.class).reason()).isEqualTo(Refusal.LINKS);
        room.say(ann, "see there");
        room.say(mod, "see example.com");
    }

    @Test
    void roomTakesFiftyLinesASecondFromAsManyAsThereAre() {
        List<Page> pages = IntStream.range(0, 60)
                .mapToObj(i -> room.page("p" + i, ChatRole.CHATTER))
                .toList();
        pages.forEach(page -> room.send(page, "hello"));
        room.write();
        assertThat(pages.get(0).texts()).hasSize(RoomPace.LINES);
        assertThat(pages.get(59).last(ChatRefused.class).reason()).isEqualTo(Refusal.TOO_FAST);
    }

    @Test
    void everyActThatWasWeighedIsInTheJournalWithoutTextOrName() {
        Page mod = room.page("mod", ChatRole.MODERATOR);
        Page owner = room.page("owner", ChatRole.OWNER);
        long seq = room.say(owner, "secret text");
        room.moderate(mod, new Remove(seq));
        room.moderate(owner, new Remove(seq));
        room.moderate(room.page("ann", ChatRole.CHATTER), new Remove(seq));
        assertThat(room.journal).containsExactly("MODERATOR Remove[seq=1] NOT_ALLOWED", "OWNER Remove[seq=1] DONE");
    }

    private void assertRefused(Page page, String text, Refusal reason, Duration wait) {
        room.send(page, text);
        room.write();
        ChatRefused refused = page.last(ChatRefused.class);
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.retryAfter()).contains(wait);
    }
}
