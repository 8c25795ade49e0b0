package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.protocol.chat.ChatRemoved;
import dev.fanlight.protocol.chat.ChatRestored;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.chat.ChatHistory.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a connection is sent before all others: what it has missed, what it may do, and {@code chat_ready}. Thread safe: takes the room’s lock.
 *
 * @param state of the room
 */
record RoomGreeting(RoomState state) {

    /** The messages for a person who has received the lines up to {@code since}. */
    List<SharedBuffer> to(String person, OptionalLong since) {
        synchronized (state) {
            Excerpt excerpt = state.history().excerpt(since);
            RoomBroadcaster broadcaster = state.broadcaster();
            List<SharedBuffer> greeting = new ArrayList<>();
            excerpt.changed()
                    .forEach(line -> greeting.add(broadcaster.encode(
                            line.isVisible() ? new ChatRestored(line.toMessage()) : new ChatRemoved(line.seq()))));
            greeting.addAll(excerpt.lines());
            greeting.add(broadcaster.encode(state.policy().mode()));
            state.policy().silence(person).ifPresent(left -> greeting.add(broadcaster.encode(state.silenced(left))));
            greeting.add(broadcaster.encode(new ChatReady(excerpt.last(), excerpt.gap())));
            return greeting;
        }
    }
}
