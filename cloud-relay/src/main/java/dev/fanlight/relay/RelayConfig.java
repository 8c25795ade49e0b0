package dev.fanlight.relay;

import dev.fanlight.relay.config.RelaySettings;
import dev.fanlight.relay.config.ServerKeyMode;
import dev.fanlight.settings.Settings;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * What a running relay is told. Immutable.
 *
 * @param port TLS port on all addresses, 0 for any free one
 * @param plainPort port without TLS on loopback, if there is to be one; 0 for any free one
 * @param publicHost name under which others reach the relay, empty when nobody said
 * @param serverKey whose certificate agents see
 * @param maxViewers most viewers at a time
 * @param maxCameras most streams
 * @param chatKeep how long chat lines are kept
 * @param chatLines most lines kept for one camera
 * @param loops event loops, 0 for one a processor
 */
public record RelayConfig(
        int port,
        OptionalInt plainPort,
        String publicHost,
        ServerKeyMode serverKey,
        int maxViewers,
        int maxCameras,
        Duration chatKeep,
        int chatLines,
        int loops) {

    /** Takes it out of settings. */
    public static RelayConfig of(Settings settings) {
        int plain = settings.get(RelaySettings.PLAIN_PORT);
        return new RelayConfig(
                settings.get(RelaySettings.PORT),
                plain == 0 ? OptionalInt.empty() : OptionalInt.of(plain),
                settings.get(RelaySettings.PUBLIC_HOST),
                settings.get(RelaySettings.SERVER_KEY),
                settings.get(RelaySettings.MAX_VIEWERS),
                settings.get(RelaySettings.MAX_CAMERAS),
                settings.get(RelaySettings.CHAT_KEEP),
                settings.get(RelaySettings.CHAT_LINES),
                settings.get(RelaySettings.LOOPS));
    }
}
