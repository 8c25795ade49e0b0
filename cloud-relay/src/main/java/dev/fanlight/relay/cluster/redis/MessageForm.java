package dev.fanlight.relay.cluster.redis;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.cluster.ChatAppended;
import dev.fanlight.relay.cluster.ChatChanged;
import dev.fanlight.relay.cluster.RightsChange;
import java.util.Optional;
import java.util.function.Function;

/**
 * Messages of a topic as text. Immutable.
 *
 * @param <T> type of the messages
 * @param encoder writes one
 * @param decoder reads one; throws {@link IllegalArgumentException} for one that a newer version has sent
 */
record MessageForm<T>(Function<T, String> encoder, Function<String, T> decoder) {

    /** Cameras. */
    static final MessageForm<CameraName> CAMERA = new MessageForm<>(CameraName::text, CameraName::new);

    /** Changes of rights. */
    static final MessageForm<RightsChange> RIGHTS =
            new MessageForm<>(change -> change.subject().name() + " " + change.id(), text -> {
                String[] parts = parts(text);
                return new RightsChange(RightsChange.Subject.valueOf(parts[0]), parts[1]);
            });

    /** New lines of chats. */
    static final MessageForm<ChatAppended> CHAT =
            new MessageForm<>(line -> line.camera().text() + " " + line.seq(), text -> {
                String[] parts = parts(text);
                return new ChatAppended(new CameraName(parts[0]), Long.parseLong(parts[1]));
            });

    /** Other changes of chats. */
    static final MessageForm<ChatChanged> CHAT_CHANGES =
            new MessageForm<>(change -> change.camera().text() + " " + change.node(), text -> {
                String[] parts = parts(text);
                return new ChatChanged(new CameraName(parts[0]), parts[1]);
            });

    /** The message, or nothing when it cannot be read here. */
    Optional<T> decode(String text) {
        try {
            return Optional.of(decoder.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String[] parts(String text) {
        String[] parts = text.split(" ", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("two words with a space between");
        }
        return parts;
    }
}
