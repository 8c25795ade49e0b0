package dev.fanlight.agent;

import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.uplink.connection.GiveUpReason;
import java.time.Duration;

/** Hears what an agent does. Called by its threads, one at a time; must not block. All methods do nothing by default. */
public interface AgentListener {

    /** The relay has accepted this device as the camera of this name. */
    default void connected(String camera) {}

    /** There is no connection; the next try comes after {@code delay}. */
    default void waiting(String why, Duration delay) {}

    /** This device has another key from now on, as its owner wished. */
    default void keyChanged() {}

    /** The owner wished another key, and it could not be had; the old one goes on. {@code why} is for people. */
    default void keyNotChanged(String why) {}

    /** Nothing more is tried. */
    default void givenUp(GiveUpReason reason) {}

    /** So many watch now. */
    default void viewers(int count) {}

    /** Our clock is off the relay’s by so much. */
    default void clockDiffers(Duration offset) {}

    /** The first picture has come; {@code description} says what is captured. */
    default void capturing(String description) {}

    /** The camera was released: nobody watches. */
    default void asleep() {}

    /** The camera failed and is tried again; {@code everLive} tells whether it has ever given a picture. */
    default void cameraFailed(SourceException cause, boolean everLive) {}

    /** The agent cannot go on. */
    default void broken(Exception cause) {}
}
