package dev.fanlight.relay.gateway.srt;

import dev.fanlight.relay.gateway.tcp.TcpConfig;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.ValueParser;
import java.util.List;
import java.util.Optional;

/**
 * What can be set for SRT. Immutable.
 *
 * @param port UDP
 * @param latencyMillis for how long a lost packet may be sent again
 * @param defaultStreamId what callers count as having said that say nothing
 * @param clearKeys whether keys may be in stream ids, without encryption
 */
public record SrtConfig(int port, int latencyMillis, Optional<SrtStreamId> defaultStreamId, boolean clearKeys) {

    /** The usual port of media servers for SRT; none is registered. */
    static final int USUAL_PORT = 8890;

    private static final int LEAST_LATENCY = 20;
    private static final int MOST_LATENCY = 8_000;

    /** {@code latency}. */
    public static final Setting<Integer> LATENCY = new Setting<>(
            "latency",
            "120",
            ValueParser.integer(LEAST_LATENCY, MOST_LATENCY),
            "Delay of SRT in milliseconds, in which a lost packet is sent again; the larger one of both sides counts. Four"
                    + " round trips are a good value.");

    /** {@code stream_id}. */
    public static final Setting<String> STREAM_ID = new Setting<>(
            "stream_id",
            "",
            SrtConfig::streamId,
            "For callers of srt that can send no stream id: what they count as having sent, like publish:CAMERA:ID.");

    /** {@code clear_keys}. */
    public static final Setting<Boolean> CLEAR_KEYS = new Setting<>(
            "clear_keys",
            "false",
            ValueParser.BOOLEAN,
            "Lets callers of srt show a key in their stream id instead of encrypting: anyone on the network path can then read key"
                    + " and video. For devices that have no passphrase.");

    /** The settings of this part, in the order of the documentation. */
    static final List<Setting<?>> SETTINGS = List.of(TcpConfig.PORT, LATENCY, STREAM_ID, CLEAR_KEYS);

    /** Reads it from settings. */
    static SrtConfig of(Settings settings) {
        return new SrtConfig(
                settings.get(TcpConfig.PORT).orElse(USUAL_PORT),
                settings.get(LATENCY),
                SrtStreamId.parse(settings.get(STREAM_ID)),
                settings.get(CLEAR_KEYS));
    }

    private static String streamId(String text) {
        if (!text.isEmpty() && SrtStreamId.parse(text).isEmpty()) {
            throw new IllegalArgumentException("a stream id like publish:CAMERA:ID");
        }
        return text;
    }
}
