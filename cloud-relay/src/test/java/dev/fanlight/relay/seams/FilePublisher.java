package dev.fanlight.relay.seams;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.AudioShape;
import dev.fanlight.media.AvccPayload;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.NalCodec;
import dev.fanlight.media.NalConfig;
import dev.fanlight.media.OpusConfig;
import dev.fanlight.media.ParameterSets;
import dev.fanlight.media.SourceState;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.bitstream.BitstreamException;
import dev.fanlight.media.bitstream.NalUnits;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.ingest.PublishConnection;
import dev.fanlight.relay.ingest.PublishCredentials.PublishKey;
import dev.fanlight.relay.ingest.PublishEnd;
import dev.fanlight.relay.ingest.PublishGate.Admitted;
import dev.fanlight.relay.ingest.PublishSession;
import dev.fanlight.relay.ingest.PublishSessions.Opened;
import dev.fanlight.relay.ratelimit.AddressKey;
import dev.fanlight.relay.stream.PublishDemand;
import dev.fanlight.relay.wire.WireFrame;
import io.netty.buffer.ByteBufAllocator;
import io.vertx.core.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Publishes an Annex B file with one slice a frame at 25 fps, each frame with the same sound packets; once, as fast as its caller says. */
final class FilePublisher implements PublishConnection {

    private static final long FRAME_MICROS = 40_000;

    private final GatewayContext relay;
    private final Context loop;
    final NalConfig config;
    final List<AccessUnit> units = new ArrayList<>();
    private final List<byte[]> packets;
    final CompletableFuture<PublishEnd> end = new CompletableFuture<>();
    final AtomicReference<PublishDemand> demand = new AtomicReference<>(new PublishDemand(0, 0, Set.of()));
    private int sound;

    /** A publisher of a file and, if there are any, of Opus packets in a second track, {@code packets} for each frame. */
    FilePublisher(GatewayContext relay, Path file, NalCodec codec, List<byte[]> packets)
            throws IOException, BitstreamException {
        this.relay = relay;
        this.loop = relay.vertx().getOrCreateContext();
        this.packets = packets;
        ParameterSets sets = ParameterSets.none(codec);
        List<ByteBuffer> gathered = new ArrayList<>();
        NalConfig first = null;
        for (ByteBuffer unit : NalUnits.splitAnnexB(ByteBuffer.wrap(Files.readAllBytes(file)))) {
            gathered.add(unit);
            if (codec.isSlice(unit)) {
                first = first == null ? sets.update(gathered).orElseThrow() : first;
                units.add(AvccPayload.of(codec, gathered, units.size() * FRAME_MICROS, 0));
                gathered.clear();
            }
        }
        this.config = first;
    }

    /** Publishes with a publish key until all has been sent; gives the session. */
    CompletableFuture<PublishSession> publish(String secret) {
        CompletableFuture<PublishSession> done = new CompletableFuture<>();
        Admitted admitted = (Admitted) relay.publishGate()
                .admit(new PublishKey(Optional.empty(), secret), AddressKey.of(InetAddress.getLoopbackAddress()));
        loop.runOnContext(ignored -> {
            PublishSession session = ((Opened) relay.publishSessions().open(admitted, this)).session();
            session.tracks(tracks());
            session.source(SourceState.LIVE);
            done.complete(session);
        });
        return done;
    }

    /** Sends one frame and its sound. */
    void send(PublishSession session, int index) {
        loop.runOnContext(ignored -> {
            AccessUnit unit = units.get(index);
            frame(
                    session,
                    MediaKind.VIDEO,
                    unit.key() ? MediaHeader.KEY : 0,
                    0,
                    index,
                    unit.payload().bytes());
            for (byte[] packet : packets) {
                frame(session, MediaKind.AUDIO, MediaHeader.KEY, 1, sound++, ByteBuffer.wrap(packet));
            }
        });
    }

    @Override
    public void execute(Runnable task) {
        loop.runOnContext(ignored -> task.run());
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        relay.vertx().setTimer(delay.toMillis(), ignored -> execute(task));
    }

    @Override
    public void demand(PublishDemand next) {
        demand.set(next);
    }

    @Override
    public void requestKeyFrame(int track) {}

    @Override
    public void ended(PublishEnd reason) {
        end.complete(reason);
    }

    private TrackSet tracks() {
        List<Track> tracks = new ArrayList<>();
        tracks.add(Track.of(0, Track.MAIN, config, config.shape()));
        if (!packets.isEmpty()) {
            tracks.add(Track.of(1, Track.AUDIO, new OpusConfig(Optional.empty()), new AudioShape(48_000, 2)));
        }
        return new TrackSet(1, tracks);
    }

    private static void frame(
            PublishSession session, MediaKind kind, int flags, int track, long sequence, ByteBuffer payload) {
        MediaHeader header = new MediaHeader(kind, flags, track, 0, sequence, sequence * FRAME_MICROS, 1, 0);
        WireFrame frame = WireFrame.of(header, payload, ByteBufAllocator.DEFAULT);
        session.frame(frame);
        frame.release();
    }
}
