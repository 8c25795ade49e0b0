package dev.fanlight.agent;

import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.uplink.connection.GiveUpReason;
import dev.fanlight.media.CameraPause;
import dev.fanlight.media.UplinkQuality;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Gets the events of one camera. Called by the agent’s threads, one at a time; must not block. All methods do nothing by default. */
public interface AgentListener {

    /** The relay has accepted this device as the camera of this name. */
    default void connected(String camera) {}

    /** There is no connection; the next attempt comes after {@code delay}. {@code why} is a sentence for people. */
    default void waiting(String why, Duration delay) {}

    /** The key of this device was rotated, as the relay’s owner requested. */
    default void keyChanged() {}

    /** The owner requested a new key, and it could not be made; the old one stays in use. {@code why} is a sentence for people. */
    default void keyNotChanged(String why) {}

    /** The agent does not try to connect any more. */
    default void closed(GiveUpReason reason) {}

    /** The number of viewers has changed. */
    default void viewers(int count) {}

    /**
     * Who watches has changed, after {@link #viewers}: names for people, those who came first, 16 at most. None without viewers, and where
     * the relay does not tell.
     */
    default void watchedBy(List<String> names) {}

    /** This computer’s clock differs from the relay’s by {@code offset}. */
    default void clockDiffers(Duration offset) {}

    /** The first frame was captured; {@code description} is for people. */
    default void capturing(String description) {}

    /**
     * The camera can be watched on the local network at these addresses, the likeliest first; one browser can use one of them, once. Called
     * again when that has happened. The addresses hold a secret.
     */
    default void shown(List<String> addresses) {}

    /** The camera was released, for there are no viewers. */
    default void asleep() {}

    /** Something people should know, and nothing has stopped; {@code sentence} is for people. */
    default void notice(String sentence) {}

    /** How well the connection to the relay carries the video has changed. */
    default void uplink(UplinkQuality quality) {}

    /** The camera was paused, by people here or because it is outside its hours; empty when the pause has ended. */
    default void paused(Optional<CameraPause> pause) {}

    /** The camera failed and is opened again later; {@code everLive} is whether it has ever delivered a frame. */
    default void cameraFailed(SourceException cause, boolean everLive) {}

    /**
     * A thread of this camera has ended with a failure, an {@link Error} too: the agent cannot go on and should be started again. Called for
     * every camera when it is the network’s thread.
     */
    default void broken(Throwable cause) {}
}
