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
import dev.fanlight.protocol.chat.ModerationAct.Pin;
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
    void everyActNeedsARoleAboveThatOfItsTarget() {
        int camera = 0;
        for (ChatRole by : ChatRole.values()) {
            for (ChatRole target : ChatRole.values()) {
                room.use("camera-" + camera++);
                TestMember actor = room.join("actor", by);
                TestMember victim = room.join("victim", target);
                boolean moderates = by.compareTo(ChatRole.MODERATOR) >= 0;
                boolean outranks = moderates && by.compareTo(target) > 0;
                long seq = room.post(victim, "line");
                String pair = by + " on " + target;
                expect(actor, new Remove(seq), outranks, pair);
                expect(actor, new Restore(seq), outranks, pair);
                expect(actor, new TimeOut("victim", Duration.ofMinutes(1)), outranks, pair);
                expect(actor, new TimeOut("victim", Duration.ZERO), outranks, pair);
                expect(actor, new Ban("victim"), outranks, pair);
                expect(actor, new Unban("victim"), outranks, pair);
                expect(actor, new Slow(Duration.ofSeconds(5)), moderates, pair);
                expect(actor, new Links(ChatLinks.MODERATORS), moderates, pair);
                expect(actor, new Pin(Optional.of("note")), moderates, pair);
                assertThat(victim.disconnected.isPresent()).as(pair).isEqualTo(outranks);
            }
        }
    }

    private void expect(TestMember actor, ModerationAct act, boolean allowed, String pair) {
        ModerationResult result = room.moderate(actor, act);
        boolean done = result == ModerationResult.DONE;
        assertThat(done).as(pair + ": " + act + " was " + result).isEqualTo(allowed);
    }

    @Test
    void badgeFollowsFromTheRole() {
        TestMember owner = room.join("owner", ChatRole.OWNER);
        TestMember chatter = room.join("chatter", ChatRole.CHATTER);
        room.post(owner, "one");
        room.post(room.join("moderator", ChatRole.MODERATOR), "two");
        room.post(chatter, "[moderator] three");
        assertThat(chatter.all(Chat.class))
                .extracting(Chat::badge)
                .containsExactly(Optional.of(Badge.OWNER), Optional.of(Badge.MODERATOR), Optional.empty());
        room.restart();
        assertThat(room.join("late", ChatRole.WATCHER).all(Chat.class))
                .extracting(Chat::badge)
                .containsExactly(Optional.of(Badge.OWNER), Optional.of(Badge.MODERATOR), Optional.empty());
    }

    @Test
    void removedLineDisappearsForAllAndIsRestoredInItsPlaceAlsoAfterARestart() {
        TestMember mod = room.join("mod", ChatRole.MODERATOR);
        TestMember ann = room.join("ann", ChatRole.CHATTER);
        room.post(ann, "one");
        long two = room.post(ann, "two");
        room.post(ann, "three");
        assertThat(room.moderate(mod, new Remove(two))).isEqualTo(ModerationResult.DONE);
        assertThat(ann.texts()).containsExactly("one", "three");
        room.restart();
        mod = room.join("mod", ChatRole.MODERATOR);
        assertThat(mod.texts()).containsExactly("one", "three");
        assertThat(mod.last(ChatReady.class)).isEqualTo(new ChatReady(3, 0));
        assertThat(room.moderate(mod, new Restore(two))).isEqualTo(ModerationResult.DONE);
        assertThat(mod.texts()).containsExactly("one", "two", "three");
        assertThat(room.join("late", ChatRole.WATCHER).texts()).containsExactly("one", "two", "three");
    }

    @Test
    void removalCanBeUndoneForTenMinutes() {
        TestMember mod = room.join("mod", ChatRole.MODERATOR);
        long seq = room.post(room.join("ann", ChatRole.CHATTER), "one");
        room.moderate(mod, new Remove(seq));
        room.pass(ModerationCommand.UNDO_LIMIT.plusMillis(1));
        assertThat(room.moderate(mod, new Restore(seq))).isEqualTo(ModerationResult.UNKNOWN);
        assertThat(mod.all(ChatRestored.class)).isEmpty();
    }

    @Test
    void whatTheOwnerDidAModeratorCannotUndo() {
        TestMember owner = room.join("owner", ChatRole.OWNER);
        TestMember mod = room.join("mod", ChatRole.MODERATOR);
        long seq = room.post(room.join("ann", ChatRole.CHATTER), "one");
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
        TestMember mod = room.join("mod", ChatRole.MODERATOR);
        assertThat(room.moderate(mod, new Remove(room.post(mod, "oops")))).isEqualTo(ModerationResult.DONE);
    }

    @Test
    void roleOfAnAbsentAuthorIsThatOfTheirLastLine() {
        room.post(room.join("mod", ChatRole.MODERATOR), "one");
        room.post(room.join("ann", ChatRole.CHATTER), "two");
        room.restart();
        TestMember other = room.join("other", ChatRole.MODERATOR);
        assertThat(room.moderate(other, new Ban("mod"))).isEqualTo(ModerationResult.NOT_ALLOWED);
        assertThat(room.moderate(other, new Ban("ann"))).isEqualTo(ModerationResult.DONE);
        assertThat(room.moderate(other, new Ban("nobody"))).isEqualTo(ModerationResult.UNKNOWN);
    }

    @Test
    void silencedPersonIsInformedAndRefusedWithTheWaitUntilItEnds() {
        TestMember mod = room.join("mod", ChatRole.MODERATOR);
        TestMember ann = room.join("ann", ChatRole.CHATTER);
        TestMember second = room.join("ann", ChatRole.CHATTER);
        room.moderate(mod, new TimeOut("ann", Duration.ofMinutes(10)));
        long until = room.micros() + 600_000_000;
        assertThat(ann.last(ChatSilenced.class)).isEqualTo(new ChatSilenced(OptionalLong.of(until)));
        assertThat(second.last(ChatSilenced.class)).isEqualTo(new ChatSilenced(OptionalLong.of(until)));
        assertThat(mod.all(ChatSilenced.class)).isEmpty();
        room.pass(Duration.ofMinutes(4));
        assertRefused(ann, "hello", Refusal.SILENCED, Duration.ofMinutes(6));
        assertThat(room.room().rename(ann.author(), "Ann-ette")).isEmpty();
        assertThat(ann.last(RenameRefused.class).reason()).isEqualTo(Refusal.SILENCED);
        room.restart();
        TestMember back = room.join("ann", ChatRole.CHATTER);
        assertThat(back.last(ChatSilenced.class)).isEqualTo(new ChatSilenced(OptionalLong.of(until)));
        assertRefused(back, "hello", Refusal.SILENCED, Duration.ofMinutes(6));
        room.pass(Duration.ofMinutes(6));
        room.post(back, "hello again");
    }

    @Test
    void liftedTimeOutIsAnnouncedAndResetsTheSpamGuard() {
        TestMember mod = room.join("mod", ChatRole.MODERATOR);
        TestMember ann = room.join("ann", ChatRole.CHATTER);
        IntStream.range(0, 6).forEach(i -> room.send(ann, "fast"));
        assertRefused(ann, "still", Refusal.SILENCED, SpamGuard.SILENCE);
        assertThat(ann.last(ChatSilenced.class).until()).hasValue(room.micros() + 60_000_000);
        room.pass(Duration.ofSeconds(10));
        room.moderate(mod, new TimeOut("ann", Duration.ZERO));
        assertThat(ann.last(ChatSilenced.class)).isEqualTo(new ChatSilenced(OptionalLong.empty()));
        room.post(ann, "thanks");
    }

    @Test
    void lineQueuedBehindATimeOutOfItsAuthorIsNotBroadcast() {
        TestMember mod = room.join("mod", ChatRole.MODERATOR);
        TestMember ann = room.join("ann", ChatRole.CHATTER);
        room.send(ann, "before");
        room.room().moderate(mod.author(), new Moderate("client-id-x", new TimeOut("ann", Duration.ofMinutes(1))));
        room.send(ann, "behind");
        room.write();
        assertThat(mod.texts()).containsExactly("before");
        assertThat(ann.last(ChatRefused.class).reason()).isEqualTo(Refusal.SILENCED);
    }

    @Test
    void banDisconnectsThePersonAndTheirAddressAndRemovesTheLastHour() {
        TestMember mod = room.join("mod", ChatRole.MODERATOR, "home", OptionalLong.empty());
        TestMember ann = room.join("ann", ChatRole.CHATTER, "home", OptionalLong.empty());
        TestMember same = room.join("same-house", ChatRole.WATCHER, "home", OptionalLong.empty());
        TestMember ben = room.join("ben", ChatRole.CHATTER);
        room.post(ann, "old");
        room.pass(Duration.ofMinutes(61));
        room.post(ann, "new");
        room.post(ben, "other");
        assertThat(room.moderate(mod, new Ban("ann"))).isEqualTo(ModerationResult.DONE);
        assertThat(ann.disconnected).contains(CloseReason.BANNED);
        assertThat(same.disconnected).contains(CloseReason.BANNED);
        assertThat(mod.disconnected).isEmpty();
        assertThat(ben.disconnected).isEmpty();
        assertThat(ben.texts()).containsExactly("old", "other");
        room.restart();
        assertThat(room.room().isBanned("ann", "elsewhere", ChatRole.CHATTER)).isTrue();
        assertThat(room.room().isBanned("new", "home", ChatRole.CHATTER)).isTrue();
        assertThat(room.room().isBanned("mod", "home", ChatRole.MODERATOR)).isFalse();
        assertThat(room.room().isBanned("new", "elsewhere", ChatRole.CHATTER)).isFalse();
        assertThat(room.join("ann", ChatRole.CHATTER).disconnected).contains(CloseReason.BANNED);
        room.pass(Sanction.BAN_LENGTH);
        assertThat(room.room().isBanned("ann", "home", ChatRole.CHATTER)).isFalse();
    }

    @Test
    void liftedBanAdmitsAgain() {
        TestMember mod = room.join("mod", ChatRole.MODERATOR);
        room.join("ann", ChatRole.CHATTER);
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
    void slowModeAppliesToAllButModeratorsAndIsStored() {
        TestMember mod = room.join("mod", ChatRole.MODERATOR);
        TestMember ann = room.join("ann", ChatRole.CHATTER);
        room.moderate(mod, new Slow(Duration.ofSeconds(30)));
        assertThat(ann.last(ChatMode.class)).isEqualTo(new ChatMode(30, ChatLinks.ALL));
        room.post(ann, "one");
        room.pass(Duration.ofSeconds(10));
        assertRefused(ann, "two", Refusal.TOO_FAST, Duration.ofSeconds(20));
        room.post(mod, "one");
        room.post(mod, "two");
        room.restart();
        assertThat(room.join("late", ChatRole.CHATTER).last(ChatMode.class)).isEqualTo(new ChatMode(30, ChatLinks.ALL));
    }

    @Test
    void modeComesBeforeTheEndOfTheHistory() {
        List<ToPlayer> received = room.join("ann", ChatRole.CHATTER).received;
        assertThat(received).containsExactly(new ChatMode(0, ChatLinks.ALL), new ChatReady(0, 0));
    }

    @Test
    void linksAreForModeratorsOnlyInThatMode() {
        TestMember mod = room.join("mod", ChatRole.MODERATOR);
        TestMember ann = room.join("ann", ChatRole.CHATTER);
        room.post(ann, "see example.com");
        room.moderate(mod, new Links(ChatLinks.MODERATORS));
        room.send(ann, "see example.com");
        assertThat(ann.last(ChatRefused.class).reason()).isEqualTo(Refusal.LINKS);
        room.post(ann, "see there");
        room.post(mod, "see example.com");
    }

    @Test
    void roomAcceptsFiftyLinesASecondFromAllAuthorsTogether() {
        List<TestMember> members = IntStream.range(0, 60)
                .mapToObj(i -> room.join("p" + i, ChatRole.CHATTER))
                .toList();
        members.forEach(member -> room.send(member, "hello"));
        room.write();
        assertThat(members.get(0).texts()).hasSize(RoomRateLimit.LINES);
        assertThat(members.get(59).last(ChatRefused.class).reason()).isEqualTo(Refusal.TOO_FAST);
    }

    @Test
    void everyModerationCommandIsInTheAuditLogWithoutTextOrName() {
        TestMember mod = room.join("mod", ChatRole.MODERATOR);
        TestMember owner = room.join("owner", ChatRole.OWNER);
        long seq = room.post(owner, "secret text");
        room.moderate(mod, new Remove(seq));
        room.moderate(owner, new Remove(seq));
        room.moderate(room.join("ann", ChatRole.CHATTER), new Remove(seq));
        assertThat(room.journal).containsExactly("MODERATOR Remove[seq=1] NOT_ALLOWED", "OWNER Remove[seq=1] DONE");
    }

    private void assertRefused(TestMember member, String text, Refusal reason, Duration wait) {
        room.send(member, text);
        room.write();
        ChatRefused refused = member.last(ChatRefused.class);
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.retryAfter()).contains(wait);
    }
}
