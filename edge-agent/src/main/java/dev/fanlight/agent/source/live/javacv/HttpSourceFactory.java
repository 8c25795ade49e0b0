package dev.fanlight.agent.source.live.javacv;

import dev.fanlight.agent.config.CameraUrl;
import dev.fanlight.agent.javacv.MediaInput;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.SourceFactory;
import java.util.Map;
import java.util.Set;

/** Opens MJPEG, MPEG-TS, FLV, HLS and files over HTTP: the location is a URL. Thread safe. */
public final class HttpSourceFactory implements SourceFactory {

    /** Most bytes in which the tracks of a stream are looked for. */
    static final int PROBE_BYTES = 2 * 1024 * 1024;

    /** The same in time of the stream, µs. */
    static final int PROBE_MICROS = 2_000_000;

    private static final String MJPEG = "mpjpeg";
    /** Containers that servers send while they are captured; others come faster than that. */
    private static final Set<String> LIVE = Set.of("mpegts", "flv");

    /** A playlist names other addresses; none of them may be a file. */
    private static final String PROTOCOLS = "http,https,tls,tcp,crypto,data";

    private final LiveContext context;

    /** Opens them with this. */
    public HttpSourceFactory(LiveContext context) {
        this.context = context;
    }

    @Override
    public FrameSource open(String location, long opening) {
        CameraUrl url = CameraUrl.of(location).orElseThrow();
        Map<String, String> options = Map.of(
                "probesize",
                Integer.toString(PROBE_BYTES),
                "analyzeduration",
                Integer.toString(PROBE_MICROS),
                "fpsprobesize",
                "0",
                "protocol_whitelist",
                PROTOCOLS);
        NetworkStream stream = new NetworkStream(
                url,
                url.with(context.settings().credentials()),
                options,
                format -> !format.equals(MJPEG),
                this::time,
                cause -> NetworkFailures.of(url, cause));
        return context.source(url.shown(), new PacketInput(stream, context, opening, url.shown()));
    }

    /** MJPEG has no times but made-up ones; segments and files come faster than they were captured. */
    private PacketTime time(MediaInput input) {
        if (input.formatName().equals(MJPEG)) {
            return PacketTime.arrival(context.pacer());
        }
        return LIVE.contains(input.formatName()) && !input.isSeekable()
                ? PacketTime.stream(context.pacer())
                : new PacedTime(context.pacer());
    }
}
