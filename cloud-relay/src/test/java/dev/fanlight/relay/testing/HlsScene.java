package dev.fanlight.relay.testing;

import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.relay.gateway.hls.HlsTimeouts;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.testing.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * A relay that serves HLS with one camera, which publishes 25 frames a second with a key frame at every sixth: the first segment has 6
 * frames, the others have 24, in parts of 5.
 */
public final class HlsScene implements AutoCloseable {

    /** Frames until the first segment is complete. */
    public static final int FIRST_SEGMENT = 7;

    /** Frames of a part. */
    public static final int PART = 5;

    /** Frames of a segment. */
    public static final int SEGMENT = 24;

    private static final Path SHARED = Path.of("../shared-protocol/src/test/resources/media");
    private static final long LOOP_MICROS = 480_000;
    private static final long EPOCH = 7;

    public final HlsRelay hls;
    public final TestCamera camera;
    public final TestAgent agent;
    private LoopedClip clip;

    public HlsScene(Path state, HlsTimeouts timeouts) {
        hls = HlsRelay.start(state, timeouts);
        camera = hls.relay().invite("front");
        agent = hls.relay().publishing(camera);
        publish("h264-aac.flv", EPOCH);
    }

    /** Publishes something else from now on. */
    public void publish(String name, long epoch) {
        try {
            clip = new LoopedClip(FlvClip.of(Files.readAllBytes(SHARED.resolve(name))), agent, epoch, LOOP_MICROS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BitstreamException e) {
            throw new AssertionError(e);
        }
    }

    public void send(int frames) {
        clip.sendFrames(frames);
    }

    /** A player that has begun, when the first segment is complete; returns the folder of its session. */
    public String watch() {
        return watch(query());
    }

    /** The same with other credentials. */
    public String watch(String query, String... headers) {
        CompletableFuture<HttpResponse<byte[]>> entry = hls.ask("GET", "/live/front.m3u8" + query, headers);
        Await.until("somebody reads", () -> agent.expect(Demand.class).viewers() > 0);
        send(FIRST_SEGMENT);
        return HlsRelay.folder(entry.join());
    }

    public String query() {
        return "?key=" + camera.watchKey();
    }

    public int status(String path) {
        return hls.get(path).statusCode();
    }

    @Override
    public void close() {
        hls.close();
    }
}
