package dev.fanlight.relay.chat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.broadcast.ControlEncoder;
import dev.fanlight.relay.buffer.BufferCoalescer;
import dev.fanlight.relay.chat.text.TextTables;
import dev.fanlight.relay.cluster.ChatAppended;
import dev.fanlight.relay.cluster.ChatChanged;
import dev.fanlight.relay.cluster.Topic;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * All rooms, each opened when the first member joins, and the one thread that stores their lines and delivers those that other relays have
 * stored. Thread safe.
 */
public final class ChatRooms implements AutoCloseable {

    private final ChatLog log;
    private final ModerationLog moderation;
    private final Supplier<ChatLimits> limits;
    private final FriendlyNames names;
    private final ControlEncoder encoder;
    private final BufferCoalescer coalescer;
    private final MediaClock wallClock;
    private final NanoClock clock;
    private final ChatQueue queue = new ChatQueue();
    private final Map<CameraName, ChatRoom> rooms = new ConcurrentHashMap<>();
    private final LoopRunner writer;
    private final ChatTopics topics;
    private final ErrorLog errors;
    private final List<Topic.Subscription> subscriptions;

    /** Loads the tables of the text rules and starts the writer thread. Blocking. */
    public ChatRooms(
            ChatLog log,
            ModerationLog moderation,
            ModerationJournal journal,
            LinkRevocation links,
            Supplier<ChatLimits> limits,
            FriendlyNames names,
            ControlEncoder encoder,
            BufferCoalescer coalescer,
            ChatTopics topics,
            MediaClock wallClock,
            NanoClock clock,
            RelayCounters counters,
            ErrorLog errors) {
        this.log = log;
        this.moderation = moderation;
        this.limits = limits;
        this.names = names;
        this.encoder = encoder;
        this.coalescer = coalescer;
        this.wallClock = wallClock;
        this.clock = clock;
        this.topics = topics;
        this.errors = errors;
        TextTables.load();
        ModerationService service = new ModerationService(moderation, journal, links, wallClock, errors);
        this.writer = LoopRunner.start(
                new ChatWriterLoop(
                        queue,
                        log,
                        service,
                        limits,
                        this::forget,
                        new RoomReload(log, moderation, wallClock, errors),
                        topics,
                        clock,
                        counters,
                        errors),
                e -> errors.fatal("The chat writer has ended", e));
        this.subscriptions = List.of(
                topics.appended().subscribe(new Follower()), topics.changed().subscribe(new Changes()));
    }

    /** The room of an existing camera; empty when too many rooms are open. Blocks when the room has to be opened. */
    public Optional<ChatRoom> room(CameraName camera) {
        ChatRoom known = rooms.get(camera);
        if (known == null && rooms.size() >= limits.get().maxRooms()) {
            return Optional.empty();
        }
        return Optional.of(rooms.computeIfAbsent(camera, this::read));
    }

    /** The room of a camera if it has been opened since the relay started. */
    public Optional<ChatRoom> known(CameraName camera) {
        return Optional.ofNullable(rooms.get(camera));
    }

    /** Forgets the room of a camera that was renamed or deleted; the caller closes its sockets. */
    public void forget(CameraName camera) {
        rooms.remove(camera);
    }

    /** Stores the name that a person has in a room. Blocking. */
    public void remember(CameraName camera, String person, String name) {
        log.rename(camera, person, name);
        topics.changed(camera, errors);
    }

    /** Stores what is queued, then ends the writer. */
    @Override
    public void close() {
        subscriptions.forEach(Topic.Subscription::close);
        writer.close();
    }

    /** When the queue is full nothing is done: the next line finds what is missing. */
    private void catchUp(ChatRoom room) {
        var unused = queue.offer(new ChatWork.CatchUp(room));
    }

    /** Has rooms catch up with what any relay has stored. */
    private final class Follower implements Topic.Listener<ChatAppended> {

        @Override
        public void received(ChatAppended message) {
            known(message.camera())
                    .filter(room -> room.lastSeq() < message.seq())
                    .ifPresent(ChatRooms.this::catchUp);
        }

        @Override
        public void missed() {
            rooms.values().forEach(ChatRooms.this::catchUp);
        }
    }

    /** Has rooms read again what another relay has changed. When the queue is full nothing is done, as above. */
    private final class Changes implements Topic.Listener<ChatChanged> {

        @Override
        public void received(ChatChanged message) {
            if (!message.node().equals(topics.node())) {
                known(message.camera()).ifPresent(this::reload);
            }
        }

        @Override
        public void missed() {
            rooms.values().forEach(this::reload);
        }

        private void reload(ChatRoom room) {
            var unused = queue.offer(new ChatWork.Reload(room));
        }
    }

    private void forget(Duration keep) {
        rooms.values().forEach(room -> room.forget(keep));
    }

    private ChatRoom read(CameraName camera) {
        ChatLog.Opening opening = log.open(camera, ChatHistory.MAX_LINES);
        ModerationLog.InForce inForce = moderation.inForce(camera, wallClock.micros());
        return new ChatRoom(
                new RoomState(camera, opening, inForce, encoder, coalescer, wallClock, clock), queue, names);
    }
}
