package dev.fanlight.relay.chat;

import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.chat.ChatReactions;
import dev.fanlight.relay.broadcast.Broadcaster;
import dev.fanlight.relay.broadcast.ControlEncoder;
import dev.fanlight.relay.buffer.BufferCoalescer;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.runtime.NanoClock;
import java.util.List;

/** Sends messages to the members of one room, in the order of the calls. Every method under the room’s lock. */
final class RoomBroadcaster {

    private final ControlEncoder encoder;
    private final Broadcaster<LoopMembers> loops;
    private final Broadcaster<LoopMembers> reactionLoops;

    RoomBroadcaster(ControlEncoder encoder, BufferCoalescer coalescer, NanoClock clock) {
        this.encoder = encoder;
        this.loops = newLoops(coalescer, clock);
        this.reactionLoops = newLoops(coalescer, clock);
    }

    private static Broadcaster<LoopMembers> newLoops(BufferCoalescer coalescer, NanoClock clock) {
        return new Broadcaster<>(loop -> new LoopMembers(loop, coalescer, clock), LoopMembers::close);
    }

    /** Adds a member, sends it {@code first}, whose references are taken over, and then runs {@code ready} on its loop. */
    void join(ChatMember member, List<SharedBuffer> first, Runnable ready) {
        loops.join(member.loop(), first, members -> {
            members.join(member);
            first.forEach(member::send);
            ready.run();
        });
        if (member.showsReactions()) {
            reactionLoops.join(member.loop(), List.of(), members -> members.join(member));
        }
    }

    void leave(ChatMember member) {
        loops.leave(member.loop(), members -> members.leave(member));
        if (member.showsReactions()) {
            reactionLoops.leave(member.loop(), members -> members.leave(member));
        }
    }

    void reply(ChatMember member, ToPlayer message) {
        SharedBuffer encoded = encoder.encode(message);
        if (member.joins()) {
            loops.post(member.loop(), List.of(encoded), members -> members.send(member, encoded));
        } else {
            member.loop().execute(() -> sendOnly(member, encoded));
        }
    }

    private static void sendOnly(ChatMember member, SharedBuffer encoded) {
        try {
            member.send(encoded);
        } finally {
            encoded.release();
        }
    }

    void broadcast(ToPlayer message) {
        SharedBuffer encoded = encoder.encode(message);
        broadcast(encoded);
        encoded.release();
    }

    void broadcast(SharedBuffer encoded) {
        loops.each(encoded, LoopMembers::broadcast);
    }

    /** Sends the reactions to a line to all who show them. */
    void broadcast(ChatReactions reactions) {
        SharedBuffer encoded = encoder.encode(reactions);
        reactionLoops.each(encoded, LoopMembers::broadcast);
        encoded.release();
    }

    /** Sends the reactions to a line to one member, after what all receive of it; does nothing where it shows none. */
    void reply(ChatMember member, ChatReactions reactions) {
        if (member.showsReactions()) {
            SharedBuffer encoded = encoder.encode(reactions);
            reactionLoops.post(member.loop(), List.of(encoded), members -> members.send(member, encoded));
        }
    }

    void disconnect(ChatMember member, CloseReason reason) {
        loops.post(member.loop(), List.of(), members -> member.disconnect(reason));
    }

    SharedBuffer encode(ToPlayer message) {
        return encoder.encode(message);
    }
}
