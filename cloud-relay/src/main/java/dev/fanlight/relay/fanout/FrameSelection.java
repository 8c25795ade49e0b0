package dev.fanlight.relay.fanout;

import dev.fanlight.protocol.player.DeliveryMode;
import dev.fanlight.protocol.player.Quality;
import dev.fanlight.relay.stream.IndexedFrame;
import dev.fanlight.relay.stream.Renditions;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/** Selects the rendition that one viewer receives, and which of its access units. Event loop only. */
final class FrameSelection {

    private Renditions renditions = Renditions.NONE;
    private Quality quality = Quality.AUTO;
    private DeliveryMode mode = DeliveryMode.ALL;
    private OptionalInt current = OptionalInt.empty();
    private boolean disposableSeen;
    private boolean withoutVideo;

    void renditions(Renditions next) {
        renditions = next;
    }

    void quality(Quality next) {
        quality = next;
    }

    void mode(DeliveryMode next) {
        mode = next;
    }

    void withoutVideo(boolean next) {
        withoutVideo = next;
    }

    /** Whether no video is sent, whatever the rendition. */
    boolean isWithoutVideo() {
        return withoutVideo;
    }

    DeliveryMode mode() {
        return mode;
    }

    /** Whether the viewer is at the lowest delivery mode: one frame at a time. */
    boolean isStill() {
        return mode == DeliveryMode.STILL;
    }

    /** Whether the low rendition is wanted, by the viewer or because it is slow; also when the stream has none. */
    boolean wantsLow() {
        boolean slow = quality == Quality.AUTO && mode.compareTo(DeliveryMode.LOW) >= 0;
        return quality == Quality.LOW || slow;
    }

    /** The video track that is being sent; empty before its first frame. */
    OptionalInt current() {
        return current;
    }

    /** Whether to switch to the track of this access unit now. */
    boolean changesTo(IndexedFrame frame) {
        int track = frame.track();
        if (!frame.isKey() || current.orElse(-1) == track) {
            return false;
        }
        return current.isEmpty() || track == wanted() || isGone(current.getAsInt());
    }

    void change(int track) {
        current = OptionalInt.of(track);
        disposableSeen = false;
    }

    /** No rendition is being sent. */
    void reset() {
        current = OptionalInt.empty();
    }

    /** Records whether the current track has disposable access units. */
    void observe(IndexedFrame frame) {
        observeDisposable(frame.isDisposable());
    }

    /** Records whether the current track has disposable access units. */
    void observeDisposable(boolean seen) {
        disposableSeen |= seen;
    }

    /** Whether an access unit of the current track may be sent, at this delivery mode. */
    boolean takes(IndexedFrame frame) {
        observe(frame);
        return switch (mode) {
            case ALL -> true;
            case NO_DISPOSABLE -> !frame.isDisposable();
            case LOW -> frame.isKey() || frame.track() == wanted();
            case KEY_FRAMES, STILL -> frame.isKey();
        };
    }

    /** Whether every access unit of this track is sent, so that none has to be checked. */
    boolean takesAllOf(int track) {
        return mode == DeliveryMode.ALL && current.orElse(-1) == track;
    }

    /** Whether every access unit of this track is sent, and no switch to another video track is due. */
    boolean isSettledOn(int track) {
        return takesAllOf(track) && wanted() == track && !isGone(track);
    }

    /** The delivery modes that make a difference to this viewer. */
    Set<DeliveryMode> usable() {
        Set<DeliveryMode> usable = EnumSet.of(DeliveryMode.ALL, DeliveryMode.KEY_FRAMES, DeliveryMode.STILL);
        if (disposableSeen) {
            usable.add(DeliveryMode.NO_DISPOSABLE);
        }
        if (quality == Quality.AUTO && renditions.low().isPresent()) {
            usable.add(DeliveryMode.LOW);
        }
        return usable;
    }

    private int wanted() {
        int main = renditions.main().orElse(0);
        return wantsLow() ? renditions.low().orElse(main) : main;
    }

    private boolean isGone(int track) {
        return renditions.main().orElse(-1) != track && renditions.low().orElse(-1) != track;
    }
}
