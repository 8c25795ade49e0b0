package dev.fanlight.relay.server;

import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.broadcast.BufferCoalescer;
import dev.fanlight.relay.chat.ChatLimits;
import dev.fanlight.relay.chat.ChatRooms;
import dev.fanlight.relay.chat.FriendlyNames;
import dev.fanlight.relay.config.RelayConfig;
import dev.fanlight.relay.fanout.FanOutContext;
import dev.fanlight.relay.fanout.ThreadCpuTime;
import dev.fanlight.relay.store.RelayStore;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.StreamRegistry;
import dev.fanlight.relay.wire.CoalescedFrames;
import dev.fanlight.relay.wire.ControlText;
import io.netty.buffer.ByteBufAllocator;

/** Makes the streams and the chat rooms. Stateless. */
final class RelayMedia {

    private RelayMedia() {}

    static StreamRegistry streams(RelayConfig config, Instruments instruments) {
        FanOutContext fanOut = new FanOutContext(
                config.fanOut().mergeDelay(),
                coalescer(),
                instruments.clock(),
                ThreadCpuTime.SYSTEM,
                instruments.counters());
        return new StreamRegistry(
                config.limits().cameras(),
                () -> new LiveStream(
                        fanOut,
                        ControlText::of,
                        instruments.wallClock(),
                        instruments.clock(),
                        instruments.counters()));
    }

    static ChatRooms rooms(RelayConfig config, RelayStore store, AuditLog audit, Instruments instruments) {
        return new ChatRooms(
                store.chatLines(),
                store.chatModeration(),
                new ModerationAudit(audit),
                new ChatLimits(
                        config.chat().keep(),
                        config.chat().lines(),
                        config.limits().cameras()),
                new FriendlyNames(instruments.random()),
                ControlText::of,
                coalescer(),
                instruments.wallClock(),
                instruments.clock(),
                instruments.counters(),
                instruments.errors());
    }

    private static BufferCoalescer coalescer() {
        return parts -> CoalescedFrames.of(parts, ByteBufAllocator.DEFAULT);
    }
}
