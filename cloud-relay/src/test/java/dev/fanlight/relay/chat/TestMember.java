package dev.fanlight.relay.chat;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.chat.Chat;
import dev.fanlight.protocol.chat.ChatRemoved;
import dev.fanlight.protocol.chat.ChatRestored;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.broadcast.SubscriberLoop;
import dev.fanlight.relay.buffer.SharedBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** A member of a room, which receives everything at once and keeps the lines that it would show. */
final class TestMember implements ChatMember {

    // Written by the thread of the room’s writer where a test runs one.
    final List<ToPlayer> received = Collections.synchronizedList(new ArrayList<>());
    final NavigableMap<Long, Chat> shown = new ConcurrentSkipListMap<>();
    final Person person;
    final ChatRole role;
    Optional<CloseReason> disconnected = Optional.empty();

    TestMember(Person person, ChatRole role) {
        this.person = person;
        this.role = role;
    }

    /** A message that has not been put into bytes. */
    record Note(ToPlayer message) implements Uncounted {}

    /** Messages that were joined. */
    record Notes(List<? extends SharedBuffer> parts) implements Uncounted {}

    private static final SubscriberLoop AT_ONCE = new SubscriberLoop() {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void after(Duration delay, Runnable task) {
            task.run();
        }
    };

    Author author() {
        return new Author(this, person, role, java.util.Optional.empty());
    }

    <T extends ToPlayer> List<T> all(Class<T> type) {
        return List.copyOf(received).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    <T extends ToPlayer> T last(Class<T> type) {
        List<T> all = all(type);
        return all.get(all.size() - 1);
    }

    List<String> texts() {
        return shown.values().stream().map(Chat::text).toList();
    }

    @Override
    public SubscriberLoop loop() {
        return AT_ONCE;
    }

    @Override
    public boolean showsReactions() {
        return true;
    }

    @Override
    public void send(SharedBuffer message) {
        if (message instanceof Notes joined) {
            joined.parts().forEach(this::send);
            return;
        }
        ToPlayer content = ((Note) message).message();
        received.add(content);
        if (content instanceof Chat line) {
            shown.put(line.seq(), line);
        } else if (content instanceof ChatRestored restored) {
            shown.put(restored.line().seq(), restored.line());
        } else if (content instanceof ChatRemoved removed) {
            shown.remove(removed.seq());
        }
    }

    @Override
    public void disconnect(CloseReason reason) {
        disconnected = Optional.of(reason);
    }
}
