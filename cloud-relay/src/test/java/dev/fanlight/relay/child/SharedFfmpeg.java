package dev.fanlight.relay.child;

import java.nio.file.Path;

/** The bundled FFmpeg, unpacked once for all tests. */
public final class SharedFfmpeg {

    private SharedFfmpeg() {}

    public static synchronized Path program() {
        return new BundledFfmpeg(Path.of("target", "ffmpeg").toAbsolutePath()).unpack();
    }
}
