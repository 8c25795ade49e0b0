package dev.fanlight.agent.source.live.javacv;

import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.CameraUrl;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.InputOpening;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceFactory;
import java.util.Map;

/** Opens cameras by RTSP: the location is a URL. Nothing is probed, so the first key frame comes as soon as the camera sends it. Thread safe. */
public final class RtspSourceFactory implements SourceFactory {

    /** For datagrams: a key frame comes as one burst. */
    private static final String UDP_BUFFER_BYTES = "1048576";

    private final LiveContext context;

    /** Opens them with this. */
    public RtspSourceFactory(LiveContext context) {
        this.context = context;
    }

    @Override
    public FrameSource open(String location, long opening) {
        CameraSettings settings = context.settings();
        CameraUrl url = CameraUrl.of(location).orElseThrow();
        Map<String, String> options = Map.of(
                "rtsp_transport",
                settings.rtspTransport().word(),
                "allowed_media_types",
                settings.audio().isFromSource() ? "video+audio" : "video",
                "buffer_size",
                UDP_BUFFER_BYTES,
                // Servers let a client wait that asks to play nothing: whether there is video is seen before.
                InputOpening.PAUSED,
                "1");
        NetworkStream stream = new NetworkStream(
                url,
                url.with(settings.credentials()),
                options,
                format -> false,
                input -> PacketTime.stream(context.pacer()),
                cause -> refused(url, cause));
        return context.source(url.shown(), new PacketInput(stream, context, opening, url.shown()));
    }

    private SourceException refused(CameraUrl url, FfmpegException cause) {
        return NetworkFailures.isTransport(cause)
                ? NetworkFailures.of(url, context.settings().rtspTransport())
                : NetworkFailures.of(url, cause);
    }
}
