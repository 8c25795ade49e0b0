package dev.fanlight.relay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.chat.Chat;
import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.ChatSend;
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
        ChatLog.Draft draft = new ChatLog.Draft(FRONT, now, "cat", "cat", "unannounced", "client-1", Optional.empty());
        store.chatLines().append(List.of(draft));
        post(here, ann, "hello");
        for (TestMember member : List.of(ann, ben)) {
            Await.until("the line has come", () -> member.texts().contains("hello"));
            assertThat(member.all(Chat.class)).extracting(Chat::text).containsExactly("unannounced", "hello");
        }
    }

    private static TestMember join(ChatRooms rooms, String id) {
        ChatRoom room = rooms.room(FRONT).orElseThrow();
        TestMember member = new TestMember(room.admit(id, Optional.empty(), ChatRole.CHATTER), ChatRole.CHATTER);
        room.join(member.author(), "address-of-" + id, OptionalLong.empty(), () -> {});
        return member;
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
                seen.chat(),
                MediaClock.system(),
                NanoClock.SYSTEM,
                new RelayCounters(),
                errors);
    }
}
