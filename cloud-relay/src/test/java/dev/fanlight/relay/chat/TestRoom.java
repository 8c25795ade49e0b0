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

    /** Goes on in the room of another camera. */
    void use(String camera) {
        queue = new ChatQueue();
        writer = newWriter();
        room = open(camera);
    }

    ChatRoom room() {
        return room;
    }

    Page page(String id, ChatRole rank) {
        return page(id, rank, "address-of-" + id, OptionalLong.empty());
    }

    Page page(String id, ChatRole rank, String address, OptionalLong since) {
        Page page = new Page(room.admit(id, Optional.empty(), rank), rank);
        room.join(page.speaker(), address, since, () -> {});
        return page;
    }

    void leave(Page page) {
        room.leave(page, page.person);
    }

    /** Says something without letting the writer run; the client id. */
    String send(Page page, String text) {
        String clientId = "client-id-" + sent++;
        room.say(page.speaker(), new ChatSend(clientId, text));
        return clientId;
    }

    /** Says something that is stored; its seq. */
    long say(Page page, String text) {
        String clientId = send(page, text);
        write();
        return page.all(ChatAccepted.class).stream()
                .filter(accepted -> accepted.clientId().equals(clientId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not accepted: " + page.heard))
                .seq();
    }

    ModerationResult moderate(Page page, ModerationAct act) {
        String clientId = "client-id-" + sent++;
        room.moderate(page.speaker(), new Moderate(clientId, act));
        write();
        Moderated answer = page.last(Moderated.class);
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
        ModerationService desk = new ModerationService(
                store.chatModeration(),
                (camera, by, act, result) -> journal.add(by.rank() + " " + act + " " + result),
                wallClock,
                errors);
        ChatLimits limits = new ChatLimits(Duration.ofHours(24), 10_000, 10);
        return new ChatWriterLoop(
                queue, store.chatLines(), desk, limits, pruned::add, clock, new RelayCounters(), errors);
    }

    private ChatRoom open(String camera) {
        CameraName name = new CameraName(camera);
        if (store.cameras().find(name).isEmpty()) {
            store.invitations().invite(name, false);
        }
        ChatLog.Opening opening = store.chatLines().open(name, ChatHistory.MAX_LINES);
        ModerationLog.InForce inForce = store.chatModeration().inForce(name, wallClock.micros());
        return new ChatRoom(
                new RoomState(name, opening, inForce, Page.Note::new, Page.Notes::new, wallClock, clock), queue, names);
    }
}
