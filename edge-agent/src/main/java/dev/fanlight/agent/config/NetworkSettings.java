package dev.fanlight.agent.config;

import dev.fanlight.settings.Settings;
import java.time.Duration;

/**
 * How the relay is connected to. Immutable.
 *
 * @param connectTimeout limit of one attempt
 * @param silence time without any message from the relay after which the connection is closed
 * @param queue most access units of a video track that wait for the network
 * @param backlogBytes most bytes that are kept for the recording; 0 keeps nothing
 */
public record NetworkSettings(Duration connectTimeout, Duration silence, int queue, long backlogBytes) {

    /** Without a backlog. */
    public NetworkSettings(Duration connectTimeout, Duration silence, int queue) {
        this(connectTimeout, silence, queue, 0);
    }

    /** Out of checked settings. */
    public static NetworkSettings of(Settings settings) {
        return new NetworkSettings(
                settings.get(AgentSettings.CONNECT_TIMEOUT),
                settings.get(AgentSettings.SILENCE),
                settings.get(AgentSettings.ENCODE_QUEUE),
                settings.get(AgentSettings.BACKLOG) * 1024L * 1024L);
    }
}
