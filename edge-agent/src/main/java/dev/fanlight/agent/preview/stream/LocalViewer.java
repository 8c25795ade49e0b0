package dev.fanlight.agent.preview.stream;

import java.util.Optional;

/**
 * What one viewer on the local network is sent: one video track at a time, changed at a key frame, and all sound. Guarded by the lock of its
 * stream.
 */
final class LocalViewer {

    private final StreamReader reader;
    private Optional<Integer> wanted;
    private Optional<Integer> playing = Optional.empty();

    /** Asks for this video track. */
    LocalViewer(StreamReader reader, int wanted) {
        this.reader = reader;
        this.wanted = Optional.of(wanted);
    }

    /** The video track it asks for; empty while it asks for no media. */
    Optional<Integer> wanted() {
        return wanted;
    }

    boolean isWatching() {
        return wanted.isPresent();
    }

    /** Asks for another video track, or for no media. */
    void want(Optional<Integer> next) {
        wanted = next;
        if (next.isEmpty()) {
            interrupt();
        }
    }

    /** Video continues with the next key frame. */
    void interrupt() {
        playing = Optional.empty();
    }

    /** Sends a message if it is for this viewer. */
    void offer(MediaMessage message) {
        if (wanted.isEmpty()) {
            return;
        }
        if (message.video() && message.key() && message.track() == wanted.get()) {
            playing = wanted;
        }
        if (!message.video()
                || playing.filter(track -> track == message.track()).isPresent()) {
            reader.media(message);
        }
    }
}
