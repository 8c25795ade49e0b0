package dev.fanlight.relay.transcode;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.auth.CameraAccess;
import dev.fanlight.relay.component.Component;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.StreamRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The streams that players and push targets read: the cameras’ own, or those with H.264 in the place of other video, where a camera’s owner allows
 * that. Thread safe.
 */
public final class PlayableStreams implements Component {

    private final StreamRegistry streams;
    private final TranscodeServices services;
    private final boolean possible;

    // At most as many as there are streams, of which each ends before it is forgotten.
    private final Map<LiveStream, TranscodedStream> transcoded = new ConcurrentHashMap<>();

    /**
     * Those of {@code streams}.
     *
     * @param possible whether video may be made H.264 at all
     */
    public PlayableStreams(StreamRegistry streams, TranscodeServices services, boolean possible) {
        this.streams = streams;
        this.services = services;
        this.possible = possible;
    }

    /**
     * What players get of a camera that is known to exist; empty when there are too many streams. Must not block.
     *
     * @param access as it was read from the store just now
     */
    public Optional<LiveStream> open(CameraAccess access) {
        Optional<LiveStream> original = streams.open(access.camera(), access.pause());
        return access.transcode() && possible
                ? original.map(stream -> transcoded(access.camera(), stream).stream())
                : original;
    }

    @Override
    public String name() {
        return "transcode";
    }

    @Override
    public void start() {
        // Each begins with its first reader.
    }

    @Override
    public void stop(Duration limit) {
        transcoded.values().forEach(TranscodedStream::stop);
    }

    @Override
    public Map<String, Object> describe() {
        List<String> states = transcoded.values().stream()
                .map(TranscodedStream::describe)
                .sorted()
                .toList();
        return Map.of("streams", states);
    }

    private TranscodedStream transcoded(CameraName camera, LiveStream original) {
        return transcoded.computeIfAbsent(original, its -> {
            TranscodedStream made = new TranscodedStream(camera, its, services, () -> transcoded.remove(its));
            made.start();
            return made;
        });
    }
}
