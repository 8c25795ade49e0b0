package dev.fanlight.agent.uplink.connection;

import java.time.Duration;

/** Hears how it stands with the relay. Called by the event loop; must not block. */
public interface UplinkListener {

    /** The relay has accepted this device; {@code camera} is its name there. */
    void connected(String camera);

    /** So many watch now. */
    void viewers(int count);

    /** Our clock differs from the relay’s by so much, minus where ours is ahead. Told once a connection. */
    void clockDiffers(Duration offset);

    /** The connection, or a try, has ended; the next try comes after {@code delay}. {@code why} is for people. */
    void waiting(String why, Duration delay);

    /** This device has another key from now on, as its owner wished. */
    void keyChanged();

    /** The owner wished another key, and it could not be had; the old one goes on. {@code why} is for people. */
    void keyNotChanged(String why);

    /** Nothing more is tried. */
    void givenUp(GiveUpReason reason);
}
