package dev.fanlight.relay.chat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.ChatSend;
import dev.fanlight.protocol.chat.Moderate;
import dev.fanlight.protocol.chat.Moderated;
import dev.fanlight.protocol.chat.ModerationAct;
import dev.fanlight.protocol.chat.ModerationResult;
import dev.fanlight.protocol.chat.React;
import dev.fanlight.protocol.chat.Reaction;
import dev.fanlight.relay.cluster.LocalCluster;
import dev.fanlight.relay.cluster.Node;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.store.Dialect;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** A room over a real store, whose writer and clock are moved by hand. */
final class TestRoom implements AutoCloseable {

    private static final long START_MICROS = 1_795_219_200_000_000L;

    final List<String> journal = new ArrayList<>();
    final List<Duration> pruned = new ArrayList<>();
    private final RelayStore store;
    private final FriendlyNames names = new FriendlyNames(new Random(1));
    private final NanoClock clock = this::nanos;
    private final MediaClock wallClock = new MediaClock(clock, START_MICROS);
    private ChatQueue queue = new ChatQueue();
    private ChatWriterLoop writer;
    private ChatRoom room;
    private long now;
    private int sent;

    TestRoom(Path folder) {
        this.store = RelayStore.open(
                Dialect.sqlite(folder.resolve("relay.db")), new Secrets(new SecureRandom()), Clock.systemUTC());
        this.writer = newWriter();
        this.room = open("front");
    }

    /** As after a restart of the relay: nothing is known but what is stored. */
    void restart() {
        use(room.camera().text());
    }

    /** Continues in the room of another camera. */
    void use(String camera) {
        queue = new ChatQueue();
        writer = newWriter();
        room = open(camera);
    }

    ChatRoom room() {
        return room;
    }

    TestMember join(String id, ChatRole role) {
        return join(id, role, "address-of-" + id, OptionalLong.empty());
    }

    TestMember join(String id, ChatRole role, String address, OptionalLong since) {
        TestMember member = new TestMember(room.admit(id, Optional.empty(), role), role);
        room.join(member.author(), address, since, () -> {});
        return member;
    }

    void leave(TestMember member) {
        room.leave(member, member.person);
    }

    /** Posts a line without running the writer; returns its client id. */
    String send(TestMember member, String text) {
        String clientId = "client-id-" + sent++;
        room.post(member.author(), new ChatSend(clientId, text));
        return clientId;
    }

    /** Posts a line that is stored; returns its seq. */
    long post(TestMember member, String text) {
        return stored(member, send(member, text));
    }

    /** Posts a line that answers another one and is stored; returns its seq. */
    long answer(TestMember member, String text, long replyTo) {
        String clientId = "client-id-" + sent++;
        room.post(member.author(), new ChatSend(clientId, text, OptionalLong.of(replyTo)));
        return stored(member, clientId);
    }

    private long stored(TestMember member, String clientId) {
        write();
        return member.all(ChatAccepted.class).stream()
                .filter(accepted -> accepted.clientId().equals(clientId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not accepted: " + member.received))
                .seq();
    }

    /** Sends a reaction, which is stored if it is taken. */
    void react(TestMember member, long seq, Reaction reaction, boolean on) {
        room.react(member.author(), new React(seq, reaction, on));
        write();
    }

    ModerationResult moderate(TestMember member, ModerationAct act) {
        String clientId = "client-id-" + sent++;
        room.moderate(member.author(), new Moderate(clientId, act));
        write();
        Moderated answer = member.last(Moderated.class);
        if (!answer.clientId().equals(clientId)) {
            throw new AssertionError("not answered: " + act);
        }
        return answer.result();
    }

    void write() {
        writer.onClose();
    }

    /** One turn of the writer as on its own thread; it waits when nothing is to be stored and pruning is not due. */
    void work() throws InterruptedException {
        writer.doWork();
    }

    Duration untilPrune() {
        return Duration.ofNanos(writer.nanosUntilPrune());
    }

    void pass(Duration time) {
        now += time.toNanos();
    }

    long micros() {
        return wallClock.micros();
    }

    RelayStore store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
    }

    private long nanos() {
        return now;
    }

    private ChatWriterLoop newWriter() {
        ErrorLog errors = new ErrorLog(clock);
        ModerationService service = new ModerationService(
                store.chatModeration(),
                (camera, by, act, result) -> journal.add(by.role() + " " + act + " " + result),
                (link, by) -> journal.add("revoke " + link),
                wallClock,
                errors);
        ChatLimits limits = new ChatLimits(Duration.ofHours(24), 10_000, 10);
        return new ChatWriterLoop(
                queue,
                store.chatLines(),
                service,
                () -> limits,
                pruned::add,
                new RoomReload(store.chatLines(), store.chatModeration(), wallClock, errors),
                ChatTopics.of(new LocalCluster(new Node("node-1", ""), clock, failure -> {})),
                clock,
                new RelayCounters(),
                errors);
    }

    private ChatRoom open(String camera) {
        CameraName name = new CameraName(camera);
        if (store.cameras().find(name).isEmpty()) {
            store.invitations().invite(name, false);
        }
        ChatLog.Opening opening = store.chatLines().open(name, ChatHistory.MAX_LINES);
        ModerationLog.InForce inForce = store.chatModeration().inForce(name, wallClock.micros());
        return new ChatRoom(
                new RoomState(name, opening, inForce, TestMember.Note::new, TestMember.Notes::new, wallClock, clock),
                queue,
                names);
    }
}
