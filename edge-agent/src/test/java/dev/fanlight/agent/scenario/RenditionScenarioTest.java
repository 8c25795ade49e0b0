package dev.fanlight.agent.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fanlight.agent.AgentBuilder;
import dev.fanlight.agent.FanlightAgent;
import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.encode.javacv.DecodedFrame;
import dev.fanlight.agent.encode.javacv.DecodingCheck;
import dev.fanlight.agent.source.pattern.TestStrip;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.testing.EncodedCount;
import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.Footage;
import dev.fanlight.agent.testing.RelayPeer;
import dev.fanlight.agent.testing.SevereLog;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.media.CodecConfig;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.Track;
import dev.fanlight.media.VideoShape;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.agent.KeyFrameRequest;
import dev.fanlight.testing.Await;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a relay gets that asks for one rendition, the other or both: the test pattern over a real TLS socket. */
class RenditionScenarioTest {

    private static final int MAIN = 0;
    private static final int LOW = 1;
    private static final TestAuthority authority = TestAuthority.shared();

    private final DeviceKey key = DeviceKey.generate(new SecureRandom());
    private final SevereLog severe = new SevereLog();
    private final FakeRelay relay = new FakeRelay(authority, FakeRelay.accepting(1));

    @AfterEach
    void closeRelay() {
        relay.close();
        severe.close();
        assertThat(severe.complaints).isEmpty();
    }

    private AgentBuilder agent() {
        return FanlightAgent.builder()
                .identity(new DeviceIdentity(relay.uri(), authority.pin(), "device-1", "front", key))
                .source("test")
                .set(AgentSettings.WIDTH, "1280")
                .set(AgentSettings.HEIGHT, "720")
                .set(AgentSettings.FPS, "15")
                .set(AgentSettings.KEYFRAME_EVERY, "10m");
    }

    /** A relay that is live with an agent whose camera has settled: its first opening may have been a trial. */
    private RelayPeer live() {
        RelayPeer peer = relay.peer(0);
        Await.until("frames", () -> !peer.media.isEmpty() && count(peer, MAIN) >= 5);
        return peer;
    }

    private static Tracks announced(RelayPeer peer) {
        List<Tracks> all = peer.all(Tracks.class);
        return all.get(all.size() - 1);
    }

    private static List<MediaHeader> ofTrack(RelayPeer peer, int track) {
        long epoch = announced(peer).epoch();
        return peer.media.stream()
                .filter(one -> one.track() == track && one.epoch() == epoch)
                .toList();
    }

    private static int count(RelayPeer peer, int track) {
        return ofTrack(peer, track).size();
    }

    private static long keys(RelayPeer peer, int track) {
        return ofTrack(peer, track).stream().filter(MediaHeader::isKey).count();
    }

    private static void awaitMore(RelayPeer peer, int track, int frames) {
        int most = count(peer, track) + frames;
        Await.until(frames + " more frames of track " + track, () -> count(peer, track) >= most);
    }

    /** Waits until this track has stopped while the other goes on. */
    private static void awaitStop(RelayPeer peer, int stopped, int going) {
        int[] before = {-1};
        Await.until("the end of track " + stopped, () -> {
            boolean same = count(peer, stopped) == before[0];
            before[0] = count(peer, stopped);
            awaitMore(peer, going, 5);
            return same && count(peer, stopped) == before[0];
        });
    }

    @Test
    void bothAreAnnouncedAndTheSmallOneIsSentOnceItIsWanted() {
        try (FanlightAgent running = agent().build().start()) {
            RelayPeer peer = live();
            awaitMore(peer, MAIN, 20);
            assertThat(announced(peer).tracks())
                    .extracting(Track::id, Track::name, Track::shape)
                    .containsExactly(
                            tuple(MAIN, "main", VideoShape.of(1280, 720).withFrameRate(15)),
                            tuple(LOW, "low", VideoShape.of(320, 180).withFrameRate(15)));
            assertThat(count(peer, LOW)).isZero();
            long epoch = announced(peer).epoch();
            peer.send(new Demand(2, Set.of(MAIN, LOW)));
            awaitMore(peer, LOW, 20);
            assertThat(announced(peer).epoch()).isEqualTo(epoch);
            assertFollowing(peer, MAIN);
            assertFollowing(peer, LOW);
            assertThat(running.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void ffmpegDecodesBothAndTheyShowTheSameFramesAtTheSameTimes() {
        try (FanlightAgent running = agent().build().start()) {
            RelayPeer peer = live();
            peer.send(new Demand(2, Set.of(MAIN, LOW)));
            awaitMore(peer, LOW, 40);
            List<Optional<TestStrip.Reading>> main = decoded(peer, MAIN);
            List<Optional<TestStrip.Reading>> low = decoded(peer, LOW);
            List<Optional<TestStrip.Reading>> readable =
                    low.stream().filter(Optional::isPresent).toList();
            assertThat(readable).hasSizeGreaterThan(low.size() - 4);
            assertThat(main).containsAll(readable.subList(0, readable.size() - 1));
            assertThat(running.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void whenOnlyTheSmallOneIsWantedTheLargeOneStopsAndComesBackWithAKeyFrame() {
        try (FanlightAgent running = agent().build().start()) {
            RelayPeer peer = live();
            awaitMore(peer, MAIN, 5);
            peer.send(new Demand(1, Set.of(LOW)));
            awaitMore(peer, LOW, 5);
            awaitStop(peer, MAIN, LOW);
            long epoch = announced(peer).epoch();
            int before = count(peer, MAIN);
            long keysBefore = keys(peer, MAIN);
            peer.send(new Demand(1, Set.of(MAIN)));
            awaitMore(peer, MAIN, 10);
            assertThat(ofTrack(peer, MAIN).get(before).isKey()).isTrue();
            assertThat(keys(peer, MAIN)).isGreaterThan(keysBefore);
            awaitStop(peer, LOW, MAIN);
            assertFollowing(peer, MAIN);
            assertFollowing(peer, LOW);
            assertThat(announced(peer).epoch()).isEqualTo(epoch);
            decoded(peer, MAIN);
            assertThat(running.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void aKeyFrameIsMadeOfTheTrackForWhichItIsRequested() {
        try (FanlightAgent running = agent().build().start()) {
            RelayPeer peer = live();
            peer.send(new Demand(2, Set.of(MAIN, LOW)));
            awaitMore(peer, LOW, 5);
            long mainKeys = keys(peer, MAIN);
            long lowKeys = keys(peer, LOW);
            peer.send(new KeyFrameRequest(LOW));
            Await.until("a key frame of the small one", () -> keys(peer, LOW) > lowKeys);
            awaitMore(peer, MAIN, 5);
            assertThat(keys(peer, MAIN)).isEqualTo(mainKeys);
            peer.send(new KeyFrameRequest(MAIN));
            Await.until("a key frame of the large one", () -> keys(peer, MAIN) > mainKeys);
            assertThat(running.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void aRelayThatStandsStillGetsBothBackWithKeyFrames() {
        EncodedCount encoded = new EncodedCount();
        try (FanlightAgent running = agent().mediaListener(encoded).build().start()) {
            RelayPeer peer = live();
            peer.send(new Demand(2, Set.of(MAIN, LOW)));
            awaitMore(peer, LOW, 5);
            peer.acknowledges = false;
            encoded.awaitNothingSent(peer);
            int before = peer.media.size();
            peer.acknowledgeAgain();
            awaitMore(peer, MAIN, 5);
            awaitMore(peer, LOW, 5);
            for (int track : List.of(MAIN, LOW)) {
                MediaHeader next = peer.media.subList(before, peer.media.size()).stream()
                        .filter(one -> one.track() == track)
                        .findFirst()
                        .orElseThrow();
                assertThat(next.flags()).isEqualTo(MediaHeader.KEY | MediaHeader.DISCONTINUITY);
                decoded(peer, track);
            }
            assertThat(running.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void ofWhatPassesThroughThereIsOneRenditionWhateverIsAskedFor() {
        try (FanlightAgent running =
                agent().source("file:" + Footage.CARS).build().start()) {
            RelayPeer peer = live();
            peer.send(new Demand(2, Set.of(LOW)));
            awaitMore(peer, MAIN, 10);
            assertThat(announced(peer).tracks()).extracting(Track::name).containsExactly("main");
            assertThat(count(peer, LOW)).isZero();
            assertThat(running.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void switchedOffTheSmallOneIsNotAnnounced() {
        try (FanlightAgent running =
                agent().set(AgentSettings.LOW_ENABLED, "false").build().start()) {
            RelayPeer peer = live();
            peer.send(new Demand(2, Set.of(LOW)));
            awaitMore(peer, MAIN, 10);
            assertThat(announced(peer).tracks()).hasSize(1);
            assertThat(running.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void whatTheSmallOneCostsBesidesIsPrinted() {
        try (FanlightAgent running = agent().build().start()) {
            RelayPeer peer = live();
            awaitMore(peer, MAIN, 30);
            double alone = encodeMillis(peer);
            peer.send(new Demand(2, Set.of(MAIN, LOW)));
            awaitMore(peer, LOW, 30);
            double both = encodeMillis(peer);
            System.out.printf("CPU of thread encode for a frame: main %.2f ms, main and low %.2f ms%n", alone, both);
            assertThat(running.droppedFrames()).isNotNegative();
        }
    }

    /** CPU time of the thread “encode” (x264 has others for the large frame) for a frame, ms. */
    private static double encodeMillis(RelayPeer peer) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long encode = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals("encode"))
                .findFirst()
                .orElseThrow()
                .getThreadId();
        long before = threads.getThreadCpuTime(encode);
        awaitMore(peer, MAIN, 45);
        return (threads.getThreadCpuTime(encode) - before) / 1e6 / 45;
    }

    /** Number 0 is a key frame, and each frame has the number after that of the one before. */
    private static void assertFollowing(RelayPeer peer, int track) {
        List<MediaHeader> headers = ofTrack(peer, track);
        assertThat(headers.get(0).isKey()).isTrue();
        for (int i = 0; i < headers.size(); i++) {
            assertThat(headers.get(i).sequence()).isEqualTo(i);
            assertThat(headers.get(i).epoch()).isEqualTo(announced(peer).epoch());
        }
    }

    /** What the strips say; the decoder must take each access unit. */
    private static List<Optional<TestStrip.Reading>> decoded(RelayPeer peer, int track) {
        List<Optional<TestStrip.Reading>> readings = new ArrayList<>();
        long epoch = announced(peer).epoch();
        try (DecodingCheck decoder = new DecodingCheck(config(peer, track))) {
            for (int i = 0; i < peer.media.size(); i++) {
                if (peer.media.get(i).track() == track && peer.media.get(i).epoch() == epoch) {
                    DecodedFrame frame = decoder.decode(peer.units.get(i)).orElseThrow();
                    Optional<TestStrip.Reading> strip =
                            TestStrip.read(frame.luma(), frame.stride(), frame.width(), frame.height());
                    long captureMillis = peer.media.get(i).captureMicros() / 1000;
                    strip.ifPresent(one -> assertThat(one.captureMillis()).isEqualTo(captureMillis));
                    readings.add(strip);
                }
            }
        }
        return readings;
    }

    private static CodecConfig config(RelayPeer peer, int track) {
        return announced(peer).tracks().get(track).config();
    }
}
