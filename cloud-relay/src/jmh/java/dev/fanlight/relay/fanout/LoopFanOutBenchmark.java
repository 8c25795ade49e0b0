package dev.fanlight.relay.fanout;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.media.TrackSet;
import dev.fanlight.media.VideoShape;
import dev.fanlight.media.Vp8Config;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.relay.broadcast.SubscriberLoop;
import dev.fanlight.relay.broadcast.SubscriberOutput;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.config.RelayTimeouts;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.relay.stream.FrameForm;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.MediaFrame;
import dev.fanlight.relay.stream.PublishDemand;
import dev.fanlight.relay.stream.PublishHandle;
import dev.fanlight.relay.stream.Publisher;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One picture from a publication to all viewers of one event loop, whose sockets are nothing: what the hub costs besides the sends. The
 * loop runs its tasks at once, on the publishing thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LoopFanOutBenchmark {

    private static final int GROUP = 30;
    private static final int BYTES = 7_241;
    private static final long EPOCH = 1;

    /** How many watch. */
    @Param({"1", "100", "1000", "4000"})
    public int viewers;

    private final NullSink output = new NullSink();
    private PublishHandle publication;
    private long sequence;

    /** Opens a stream that so many watch. */
    @Setup(Level.Trial)
    public void open() {
        NanoClock clock = NanoClock.SYSTEM;
        FanOutContext context = new FanOutContext(frame -> frame, Duration.ZERO, frames -> {
            throw new IllegalStateException("nothing is merged");
        }, clock, ThreadCpuTime.UNKNOWN, new RelayCounters());
        LiveStream stream = new LiveStream(new MediaClock(clock, 0), clock, new RelayCounters());
        ViewerFanOut viewersOf = new ViewerFanOut(stream, context, message -> new Bytes(1), () -> {});
        publication = stream.open(new NullPublisher());
        publication.tracks(new TrackSet(
                EPOCH,
                List.of(Track.of(
                        0,
                        Track.MAIN,
                        new Vp8Config(),
                        VideoShape.of(640, 360).withFrameRate(30)))));
        SubscriberLoop loop = new DirectLoop();
        publication.frame(next());
        for (int i = 0; i < viewers; i++) {
            ViewerQueue queue = viewersOf.queue(output, QueueLimits.of(RelayTimeouts.STANDARD.viewers()));
            viewersOf.enter(loop, queue);
            viewersOf.start(loop, queue);
        }
    }

    /** One picture to everybody. */
    @Benchmark
    public long deliver() {
        publication.frame(next());
        return output.written;
    }

    private Frame next() {
        boolean key = sequence % GROUP == 0;
        MediaHeader header = new MediaHeader(
                MediaKind.VIDEO, key ? MediaHeader.KEY : 0, 0, 0, sequence, sequence * 33_333, EPOCH, 0);
        sequence++;
        return new Frame(header);
    }

    private record Bytes(int size) implements SharedBuffer {
        @Override
        public void retain() {}

        @Override
        public void release() {}
    }

    private record Frame(MediaHeader header) implements MediaFrame {
        @Override
        public ByteBuffer payload() {
            return ByteBuffer.allocate(BYTES);
        }

        @Override
        public SharedBuffer in(FrameForm form) {
            return this;
        }

        @Override
        public int size() {
            return BYTES;
        }

        @Override
        public void retain() {}

        @Override
        public void release() {}
    }

    private static final class DirectLoop implements SubscriberLoop {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void after(Duration delay, Runnable task) {}
    }

    private static final class NullPublisher implements Publisher {
        @Override
        public void demand(PublishDemand demand) {}

        @Override
        public void requestKeyFrame(int track) {}

        @Override
        public void replaced() {}
    }

    private static final class NullSink implements ViewerOutput {
        private long written;

        @Override
        public boolean isWritable() {
            return true;
        }

        @Override
        public void write(MediaFrame frame) {
            written += frame.size();
        }

        @Override
        public SubscriberOutput directOutput() {
            return bytes -> {
                written += bytes.size();
                return true;
            };
        }

        @Override
        public void flush() {}

        @Override
        public void send(SharedBuffer message) {}

        @Override
        public void send(ToPlayer message) {}

        @Override
        public void after(Duration delay, Runnable task) {}

        @Override
        public void disconnect() {}
    }
}
