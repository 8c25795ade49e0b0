package dev.fanlight.protocol.codec.player;

import static java.util.Map.entry;

import dev.fanlight.protocol.MessageType;
import dev.fanlight.protocol.codec.json.MessageCodec;
import java.util.Map;

/** The codecs of the messages in package {@code protocol.player}. */
public final class PlayerCodecs {

    private PlayerCodecs() {}

    /** The codec of each type. */
    public static Map<MessageType, MessageCodec<?>> all() {
        return Map.ofEntries(
                entry(MessageType.CLOCK, new ClockCodec()),
                entry(MessageType.DELIVERY, new DeliveryCodec()),
                entry(MessageType.DROPPED, new DroppedDisposableCodec()),
                entry(MessageType.PREFER, new PreferCodec()),
                entry(MessageType.STREAM, new StreamCodec()),
                entry(MessageType.VIEWERS, new ViewersCodec()),
                entry(MessageType.WATCH, new WatchCodec()),
                entry(MessageType.WELCOME, new WelcomeCodec()));
    }
}
