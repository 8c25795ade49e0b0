package dev.fanlight.relay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.chat.BanScope;
import dev.fanlight.protocol.chat.Chat;
import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.protocol.chat.ChatMode;
import dev.fanlight.protocol.chat.ChatRemoved;
import dev.fanlight.protocol.chat.ChatRestored;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.ChatSend;
import dev.fanlight.protocol.chat.ChatSilenced;
import dev.fanlight.protocol.chat.Moderate;
import dev.fanlight.protocol.chat.ModerationAct;
import dev.fanlight.protocol.chat.Renamed;
import dev.fanlight.relay.cluster.Cluster;
import dev.fanlight.relay.cluster.LocalCluster;
import dev.fanlight.relay.cluster.Node;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.store.Dialect;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.testing.Await;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rooms of two relays that share a store and a cluster, each with its own writer. */
class RoomsOfTwoRelaysTest {

    private static final CameraName FRONT = new CameraName("front");
    private static final int MEMBERS = 12;

    @TempDir
    private Path folder;

    private final ErrorLog errors = new ErrorLog(NanoClock.SYSTEM);
    private final LocalCluster cluster = new LocalCluster(new Node("node-1", ""), NanoClock.SYSTEM, failure -> {
        throw failure;
    });
    private RelayStore store;
    private ChatRooms here;
    private ChatRooms there;

    @BeforeEach
    void open() {
        store = RelayStore.open(
                Dialect.sqlite(folder.resolve("relay.db")), new Secrets(new SecureRandom()), Clock.systemUTC());
        store.invitations().invite(FRONT, false);
        here = rooms(cluster);
        there = rooms(cluster.seenBy(new Node("node-2", "")));
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        store.close();
    }

    @Test
    void membersOfBothReadAllLinesInOneOrder() {
        List<TestMember> members = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            members.add(join(i % 2 == 0 ? here : there, "member-" + i));
        }
        for (int i = 0; i < MEMBERS; i++) {
            post(i % 2 == 0 ? here : there, members.get(i), "line-" + i);
        }
        assertThat(members).allSatisfy(member -> {
            Await.until("all lines have come", () -> member.all(Chat.class).size() == MEMBERS);
            assertThat(member.all(Chat.class))
                    .isSortedAccordingTo(Comparator.comparingLong(Chat::seq))
                    .isEqualTo(members.get(0).all(Chat.class));
            assertThat(member.all(ChatAccepted.class)).hasSize(1);
        });
    }

    @Test
    void lineThatWasNotAnnouncedIsDeliveredBeforeTheNextOne() {
        TestMember ann = join(here, "ann");
        TestMember ben = join(there, "ben");
        // Of now: the writers delete what is too old, at their start, too.
        long now = MediaClock.system().micros();
        ChatLog.Draft draft = new ChatLog.Draft(
                FRONT, now, "cat", "cat", "unannounced", "client-1", Optional.empty(), OptionalLong.empty());
        store.chatLines().append(List.of(draft));
        post(here, ann, "hello");
        for (TestMember member : List.of(ann, ben)) {
            Await.until("the line has come", () -> member.texts().contains("hello"));
            assertThat(member.all(Chat.class)).extracting(Chat::text).containsExactly("unannounced", "hello");
        }
    }

    @Test
    void moderationOnOneRelayReachesTheMembersOfTheOther() {
        TestMember ann = join(here, "ann");
        TestMember moderator = join(there, "mod", ChatRole.MODERATOR);
        post(here, ann, "hello");
        Await.until("the line has come", () -> moderator.texts().contains("hello"));
        long line = moderator.all(Chat.class).get(0).seq();
        moderate(moderator, new ModerationAct.Remove(line));
        Await.until("it is removed", () -> ann.all(ChatRemoved.class).contains(new ChatRemoved(line)));
        moderate(moderator, new ModerationAct.Restore(line));
        Await.until("it is restored", () -> !ann.all(ChatRestored.class).isEmpty());
        moderate(moderator, new ModerationAct.Slow(Duration.ofSeconds(30)));
        Await.until("it is slow", () -> ann.all(ChatMode.class).stream().anyMatch(mode -> mode.slowSeconds() == 30));
        moderate(moderator, new ModerationAct.TimeOut("ann", Duration.ofMinutes(5)));
        Await.until(
                "she is silenced",
                () -> ann.all(ChatSilenced.class).stream()
                        .anyMatch(until -> until.until().isPresent()));
        moderate(moderator, new ModerationAct.TimeOut("ann", Duration.ZERO));
        Await.until("she may write again", () -> ann.all(ChatSilenced.class).size() == 2);
        moderate(moderator, new ModerationAct.Ban("ann", BanScope.PERSON));
        Await.until("she is banned", () -> ann.disconnected.equals(Optional.of(CloseReason.BANNED)));
    }

    @Test
    void nameThatIsChosenOnOneRelayIsShownOnTheOther() {
        TestMember ann = join(here, "ann");
        TestMember again = join(there, "ann");
        String name =
                here.room(FRONT).orElseThrow().rename(ann.author(), "Annabel").orElseThrow();
        here.remember(FRONT, "ann", name);
        Await.until("the name has come", () -> again.all(Renamed.class).contains(new Renamed("ann", "Annabel")));
    }

    private void moderate(TestMember moderator, ModerationAct act) {
        there.room(FRONT).orElseThrow().moderate(moderator.author(), new Moderate("client-id-1", act));
    }

    private static TestMember join(ChatRooms rooms, String id, ChatRole role) {
        ChatRoom room = rooms.room(FRONT).orElseThrow();
        TestMember member = new TestMember(room.admit(id, Optional.empty(), role), role);
        room.join(member.author(), "address-of-" + id, OptionalLong.empty(), () -> {});
        return member;
    }

    private static TestMember join(ChatRooms rooms, String id) {
        return join(rooms, id, ChatRole.CHATTER);
    }

    private static void post(ChatRooms rooms, TestMember member, String text) {
        rooms.room(FRONT).orElseThrow().post(member.author(), new ChatSend("client-id-" + text, text));
    }

    private ChatRooms rooms(Cluster seen) {
        return new ChatRooms(
                store.chatLines(),
                store.chatModeration(),
                (camera, by, act, result) -> {},
                (link, by) -> {},
                () -> new ChatLimits(Duration.ofHours(24), 10_000, 10),
                new FriendlyNames(new Random(1)),
                TestMember.Note::new,
                TestMember.Notes::new,
                ChatTopics.of(seen),
                MediaClock.system(),
                NanoClock.SYSTEM,
                new RelayCounters(),
                errors);
    }
}
