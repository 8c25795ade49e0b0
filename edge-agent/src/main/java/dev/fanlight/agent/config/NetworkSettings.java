package dev.fanlight.agent.config;

import dev.fanlight.settings.Settings;
import java.time.Duration;

/**
 * How the relay is dialled. Immutable.
 *
 * @param connectTimeout limit of one try
 * @param silence a relay that says nothing for so long is given up
 * @param queue most encoded pictures that wait for the network
 */
public record NetworkSettings(Duration connectTimeout, Duration silence, int queue) {

    /** Out of checked settings. */
    public static NetworkSettings of(Settings settings) {
        return new NetworkSettings(
                settings.get(AgentSettings.CONNECT_TIMEOUT),
                settings.get(AgentSettings.SILENCE),
                settings.get(AgentSettings.ENCODE_QUEUE));
    }
}
