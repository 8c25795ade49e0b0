package dev.fanlight.relay.gateway.hls;

import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import java.util.List;

/**
 * What can be set for HLS. Immutable.
 *
 * @param memory most bytes of the segments of all cameras
 */
public record HlsConfig(long memory) {

    /** Where nothing is set, MiB. */
    static final int USUAL_MIB = 512;

    private static final int LEAST_MIB = 16;
    private static final int MOST_MIB = 65_536;
    private static final long MIB = 1024 * 1024;

    /** {@code memory}. */
    static final Setting<Integer> MEMORY = new Setting<>(
            "memory",
            String.valueOf(USUAL_MIB),
            ValueParser.integer(LEAST_MIB, MOST_MIB),
            "Most memory for the segments of all cameras that are watched by HLS, MiB. They share it in equal parts of 6 MiB"
                    + " or more; a camera for which there is none is refused.");

    /** The settings of this part, in the order of the documentation. */
    static final List<Setting<?>> SETTINGS = List.of(MEMORY);

    /** Reads it from settings. */
    static HlsConfig of(Settings settings) {
        return new HlsConfig(settings.get(MEMORY) * MIB);
    }
}
