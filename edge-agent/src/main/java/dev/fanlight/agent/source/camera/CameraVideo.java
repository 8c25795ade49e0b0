package dev.fanlight.agent.source.camera;

import dev.fanlight.agent.javacv.live.LiveCodec;
import dev.fanlight.agent.javacv.live.LivePacket;
import dev.fanlight.agent.javacv.live.LiveVideo;
import dev.fanlight.agent.javacv.live.LiveVideoContext;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.agent.source.SourceProblem;
import java.util.Optional;
import java.util.OptionalLong;

/** What a camera compresses itself: H.264 passed through where that is possible, everything else decoded. One thread. */
final class CameraVideo implements AutoCloseable {

    private record Begun(CameraCodec codec, LiveVideo video) {}

    private final LiveVideoContext context;
    private final long opening;
    private final String name;
    private Optional<Begun> begun = Optional.empty();

    CameraVideo(LiveVideoContext context, long opening, String name) {
        this.context = context;
        this.opening = opening;
        this.name = name;
    }

    /**
     * Delivers what becomes of a packet.
     *
     * @throws SourceException when it cannot be used, or is of another codec than the one before: a process opens a camera in one format
     */
    void accept(CameraEvent.Packet packet, SourceOutput output) throws SourceException {
        if (begun.isEmpty()) {
            begun = Optional.of(begin(packet.codec()));
        }
        Begun now = begun.get();
        if (now.codec() != packet.codec()) {
            throw new SourceException(SourceProblem.BROKEN, name + " has changed its format.");
        }
        now.video()
                .accept(
                        new LivePacket(packet.bytes(), OptionalLong.empty(), packet.captureMicros(), Optional.empty()),
                        output);
    }

    /** Name, size and whether it is passed through, for people; empty before the first packet. */
    Optional<String> describe() {
        return begun.map(now -> now.video().describe());
    }

    @Override
    public void close() {
        begun.ifPresent(now -> now.video().close());
    }

    private Begun begin(CameraCodec codec) throws SourceException {
        LiveCodec live = codec == CameraCodec.H264 ? LiveCodec.h264() : LiveCodec.mjpeg();
        return new Begun(codec, LiveVideo.of(context, live, opening, name));
    }
}
