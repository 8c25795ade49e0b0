package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.SourceState;
import dev.fanlight.media.Track;
import dev.fanlight.protocol.Ack;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.agent.KeyFrameRequest;
import dev.fanlight.protocol.agent.Source;
import dev.fanlight.protocol.codec.MediaCodec;
import dev.fanlight.relay.testing.H264Clip;
import dev.fanlight.relay.testing.NarrowPipe;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.Await;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A player at the end of a slow connection, real H.264 in two renditions, and FFmpeg as the judge of what arrives. */
class SlowConnectionScenarioTest {

    private static final int FPS = 30;
    private static final int SECONDS = 24;
    private static final long MAIN_BITS = 2_000_000;
    private static final long SLOW_BITS = 300_000;

    /** How old a picture may be on arrival, 95 of 100. */
    private static final Duration AGE_LIMIT = Duration.ofSeconds(3);

    @TempDir
    private Path temp;

    private final List<Long> agesMicros = new CopyOnWriteArrayList<>();
    private final List<List<byte[]>> payloads = List.of(new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
    private volatile Set<Integer> wanted = Set.of();

    @Test
    void playerBehindASlowConnectionStaysNearLiveAndItsDecoderHasEveryReference() throws Exception {
        assumeTrue(H264Clip.canBeMade(), "ffmpeg is not installed");
        H264Clip main = H264Clip.make(temp, 640, 360, FPS, (int) (MAIN_BITS / 1_000), SECONDS);
        H264Clip low = H264Clip.make(temp, 160, 90, FPS, 120, SECONDS);
        assertThat(main.units()).anyMatch(unit -> unit.flags() == MediaHeader.DISPOSABLE);
        try (TestRelay relay = TestRelay.start(temp.resolve("state"));
                NarrowPipe pipe = new NarrowPipe(relay.plainPort(), SLOW_BITS)) {
            TestRelay.TestCamera camera = relay.invite("front");
            TestAgent agent = relay.publishing(camera);
            agent.send(new Tracks(TestAgent.EPOCH, List.of(track(0, Track.MAIN, main), track(1, Track.LOW, low))));
            agent.send(new Source(SourceState.LIVE, Optional.empty()));
            TestViewer player = relay.viewerThrough(pipe.port());
            Player watching = new Player(player);
            player.onFrame(watching::arrived);
            player.watch(camera.name(), camera.watchKey());
            publish(agent, List.of(main, low));
            Await.until("the last pictures have come", watching::isQuiet);
        }
        report();
        main.assertDecodes(temp.resolve("main-arrived.h264"), payloads.get(0));
        low.assertDecodes(temp.resolve("low-arrived.h264"), payloads.get(1));
        long[] ages = agesMicros.stream().mapToLong(Long::longValue).sorted().toArray();
        assertThat(Duration.of(ages[ages.length * 95 / 100], ChronoUnit.MICROS)).isLessThan(AGE_LIMIT);
        assertThat(payloads.get(1)).hasSizeGreaterThan(FPS);
    }

    private void publish(TestAgent agent, List<H264Clip> clips) {
        long start = System.nanoTime();
        long[] next = new long[2];
        boolean[] running = new boolean[2];
        for (int i = 0; i < FPS * SECONDS; i++) {
            LockSupport.parkNanos(start + TimeUnit.SECONDS.toNanos(1) * i / FPS - System.nanoTime());
            hear(agent);
            long capture = System.currentTimeMillis() * 1_000;
            for (int track = 0; track < 2; track++) {
                H264Clip.Unit unit = clips.get(track).units().get(i);
                boolean key = (unit.flags() & MediaHeader.KEY) != 0;
                running[track] = wanted.contains(track) && (running[track] || key);
                if (running[track]) {
                    agent.sendMedia(media(track, next[track]++, unit, capture));
                }
            }
        }
    }

    /** The clip has a key frame each second, so wishes for one are granted soon without doing anything. */
    private void hear(TestAgent agent) {
        agent.received.removeIf(message -> {
            if (message instanceof Demand demand) {
                wanted = demand.tracks();
            }
            return message instanceof Demand || message instanceof KeyFrameRequest;
        });
    }

    private static Track track(int id, String name, H264Clip clip) {
        return Track.of(id, name, clip.config(), clip.config().shape().withFrameRate(FPS));
    }

    private static byte[] media(int track, long sequence, H264Clip.Unit unit, long capture) {
        ByteBuffer message = ByteBuffer.allocate(MediaCodec.HEADER_BYTES + unit.payload().length);
        MediaCodec.write(
                new MediaHeader(MediaKind.VIDEO, unit.flags(), track, 0, sequence, capture, TestAgent.EPOCH, 0),
                message);
        return message.put(unit.payload()).array();
    }

    private void report() {
        long[] ages = agesMicros.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "300 kbit/s for a stream of 2 Mbit/s: %d pictures of main, %d of low, age median %d ms, p95 %d ms, max %d ms%n",
                payloads.get(0).size(),
                payloads.get(1).size(),
                ages[ages.length / 2] / 1_000,
                ages[ages.length * 95 / 100] / 1_000,
                ages[ages.length - 1] / 1_000);
    }

    /** What a player does with what arrives: notes it, and acknowledges as the protocol asks for. */
    private final class Player {

        private static final long LATE_MICROS = 250_000;
        private static final long PAUSE_NANOS = 100_000_000;
        private static final long REGULAR_NANOS = 5_000_000_000L;
        private static final long GAP_NANOS = 500_000_000;

        private final TestViewer socket;
        private final Set<Integer> tracks = new HashSet<>();
        private long leastAge = Long.MAX_VALUE;
        private long lastAck;
        private volatile long lastArrival = System.nanoTime();

        Player(TestViewer socket) {
            this.socket = socket;
        }

        void arrived(MediaHeader header, byte[] message) {
            long now = System.nanoTime();
            long age = System.currentTimeMillis() * 1_000 - header.captureMicros();
            boolean fresh = tracks.add(header.track()) || now - lastArrival > GAP_NANOS;
            lastArrival = now;
            agesMicros.add(age);
            payloads.get(header.track()).add(Arrays.copyOfRange(message, MediaCodec.HEADER_BYTES, message.length));
            leastAge = Math.min(leastAge, age);
            boolean late = age - leastAge > LATE_MICROS;
            if (now - lastAck > (late || fresh ? PAUSE_NANOS : REGULAR_NANOS)) {
                lastAck = now;
                socket.askForTime();
                socket.send(new Ack(header.track(), header.sequence()));
            }
        }

        boolean isQuiet() {
            return System.nanoTime() - lastArrival > PAUSE_NANOS * 20;
        }
    }
}
