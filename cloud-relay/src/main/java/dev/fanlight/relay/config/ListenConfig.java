package dev.fanlight.relay.config;

import dev.fanlight.settings.Settings;
import java.util.OptionalInt;

/**
 * Where a relay listens. Immutable.
 *
 * @param port TLS port on all addresses, 0 for any free one
 * @param plainPort port without TLS on loopback, if there is to be one; 0 for any free one
 * @param publicHost name under which others reach the relay, empty when nobody said
 * @param loops event loops, 0 for one a processor
 */
public record ListenConfig(int port, OptionalInt plainPort, String publicHost, int loops) {

    /** Takes it out of settings. */
    public static ListenConfig of(Settings settings) {
        int plain = settings.get(RelaySettings.PLAIN_PORT);
        return new ListenConfig(
                settings.get(RelaySettings.PORT),
                plain == 0 ? OptionalInt.empty() : OptionalInt.of(plain),
                settings.get(RelaySettings.PUBLIC_HOST),
                settings.get(RelaySettings.LOOPS));
    }
}
