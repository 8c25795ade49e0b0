package dev.fanlight.agent.uplink.connection;

import dev.fanlight.agent.media.CurrentViewers;
import dev.fanlight.media.UplinkQuality;
import java.time.Duration;

/** Gets the state of the connection to the relay. Called by the event loop; must not block. */
public interface UplinkListener {

    /** The relay has accepted this device; {@code camera} is its name there. */
    void connected(String camera);

    /** Who watches has changed, or what is needed of the camera. */
    void viewers(CurrentViewers viewers);

    /** The relay’s clock minus ours; called once a connection. */
    void clockDiffers(Duration offset);

    /** The connection, or an attempt, has ended; the next attempt comes after {@code delay}. {@code why} is a sentence for people. */
    void waiting(String why, Duration delay);

    /** The key of this device was rotated, as the relay’s owner requested. */
    void keyChanged();

    /** The owner requested a new key, and it could not be made; the old one stays in use. {@code why} is a sentence for people. */
    void keyNotChanged(String why);

    /** Something people should know, and nothing has stopped; {@code sentence} is for people. */
    void notice(String sentence);

    /** How well the uplink carries the video has changed. */
    void uplink(UplinkQuality quality);

    /** No more attempts are made. */
    void closed(GiveUpReason reason);
}
