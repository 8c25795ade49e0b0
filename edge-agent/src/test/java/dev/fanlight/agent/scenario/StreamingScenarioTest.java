package dev.fanlight.agent.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.AgentBuilder;
import dev.fanlight.agent.FanlightAgent;
import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.testing.EncodedCount;
import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.Footage;
import dev.fanlight.agent.testing.RecordedEvents;
import dev.fanlight.agent.testing.RelayPeer;
import dev.fanlight.agent.testing.SevereLog;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.SignedChallenge;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.SourceState;
import dev.fanlight.media.VideoShape;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.TimeReply;
import dev.fanlight.protocol.TimeRequest;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.agent.Authenticate;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.agent.KeyFrameRequest;
import dev.fanlight.protocol.agent.Source;
import dev.fanlight.testing.Await;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An agent with the test pattern against a relay on a real TLS socket. */
class StreamingScenarioTest {

    private static final TestAuthority authority = TestAuthority.shared();

    private final DeviceKey key = DeviceKey.generate(new SecureRandom());
    private final RecordedEvents events = new RecordedEvents();
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
                .set(AgentSettings.WIDTH, "320")
                .set(AgentSettings.HEIGHT, "180")
                .set(AgentSettings.FPS, "30")
                .listener(events);
    }

    @Test
    void provesItsKeyAndTheServerKeyItSaw() {
        try (FanlightAgent running = agent().build().start()) {
            Authenticate message = relay.authenticated(0);
            SignedChallenge challenge = new SignedChallenge(
                    SignedChallenge.Context.AUTHENTICATE,
                    "test relay",
                    authority.serverKey(),
                    "device-1",
                    RelayPeer.nonce(),
                    RelayPeer.TIME);
            assertThat(message.device()).isEqualTo("device-1");
            assertThat(message.serverKey()).isEqualTo(authority.serverKey().text());
            assertThat(DeviceKey.verify(key.publicKey(), challenge, message.signature()))
                    .isTrue();
            assertThat(running.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void publishesTracksThenAKeyFrameThenEveryFrame() {
        AtomicLong seen = new AtomicLong();
        try (FanlightAgent running =
                agent().frameListener(frame -> seen.incrementAndGet()).build().start()) {
            RelayPeer peer = relay.peer(0);
            Await.until("60 frames", () -> peer.media.size() >= 60);
            Tracks tracks = peer.first(Tracks.class);
            assertThat(tracks.tracks()).hasSize(1);
            assertThat(tracks.tracks().get(0).config().codec()).startsWith("avc1.42C0");
            assertThat(tracks.tracks().get(0).shape())
                    .isInstanceOfSatisfying(
                            VideoShape.class, shape -> assertThat(shape.width()).isEqualTo(320));
            MediaHeader first = peer.media.get(0);
            assertThat(first.isKey()).isTrue();
            assertThat(first.sequence()).isZero();
            for (int i = 1; i < 60; i++) {
                boolean announcedGap = peer.media.get(i).flags() == (MediaHeader.KEY | MediaHeader.DISCONTINUITY);
                assertThat(peer.media.get(i).follows(peer.media.get(i - 1)) || announcedGap)
                        .as("frame %d follows, or says that something was dropped", i)
                        .isTrue();
                assertThat(peer.media.get(i).epoch()).isEqualTo(tracks.epoch());
                assertThat(peer.media.get(i).captureMicros())
                        .isGreaterThan(peer.media.get(i - 1).captureMicros());
            }
            assertThat(seen.get()).isGreaterThanOrEqualTo(60);
            // A busy computer drops some before they are encoded, which is no gap.
            assertThat(running.droppedFrames()).isNotNegative();
        }
        assertThat(events.events).contains("connected front").anyMatch(e -> e.startsWith("capturing test pattern"));
    }

    @Test
    void everythingItSendsIsAtMostOnePercentMoreThanTheEncodedFootage() {
        try (FanlightAgent running = agent().source("file:" + Footage.CARS)
                .set(AgentSettings.ENCODE, "software")
                .set(AgentSettings.WIDTH, "1280")
                .set(AgentSettings.HEIGHT, "720")
                .build()
                .start()) {
            RelayPeer peer = relay.peer(0);
            Await.until("120 frames", () -> peer.media.size() >= 120);
            double ratio = (double) peer.bytes.get() / peer.payloadBytes.get();
            System.out.println("uplink bytes / H.264 bytes = " + ratio);
            assertThat(ratio).isLessThanOrEqualTo(1.01);
            assertThat(peer.largestFrame.get()).isLessThanOrEqualTo(64 * 1024);
            assertThat(running.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void aRequestedKeyFrameComesSoon() {
        try (FanlightAgent running =
                agent().set(AgentSettings.KEYFRAME_EVERY, "10m").build().start()) {
            RelayPeer peer = relay.peer(0);
            Await.until("20 frames", () -> peer.media.size() >= 20);
            long keys = keys(peer);
            peer.send(new KeyFrameRequest(0));
            Await.until("another key frame", () -> keys(peer) > keys);
            assertThat(running.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void withoutViewersTheCameraSleepsAndTheFirstViewerGetsAKeyFrameOfANewEpoch() {
        try (FanlightAgent running =
                agent().set(AgentSettings.LINGER, "200ms").build().start()) {
            RelayPeer peer = relay.peer(0);
            Await.until("frames", () -> peer.media.size() >= 5);
            peer.send(new Demand(0, Set.of(0)));
            Await.until("asleep", () -> lastState(peer) == SourceState.ASLEEP);
            long firstEpoch = peer.media.get(0).epoch();
            peer.send(new Demand(2, Set.of(0)));
            Await.until("a new epoch", () -> last(peer.media).epoch() != firstEpoch);
            MediaHeader first = peer.media.stream()
                    .filter(header -> header.epoch() != firstEpoch)
                    .findFirst()
                    .orElseThrow();
            assertThat(first.isKey()).isTrue();
            assertThat(first.sequence()).isZero();
            // Capture says so, and encode sends the frame: two threads.
            Await.until("live", () -> lastState(peer) == SourceState.LIVE);
            assertThat(running.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void requestsTheTimeAndAnswersRequests() {
        try (FanlightAgent running = agent().build().start()) {
            RelayPeer peer = relay.peer(0);
            Await.until("a time request", () -> peer.first(TimeRequest.class) != null);
            peer.send(new TimeRequest(1234));
            Await.until("a time reply", () -> peer.first(TimeReply.class) != null);
            assertThat(peer.first(TimeReply.class).t0()).isEqualTo(1234);
            assertThat(running.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void aRelayThatStopsAcknowledgingGetsNoMoreAndThenAKeyFrame() {
        EncodedCount encoded = new EncodedCount();
        try (FanlightAgent running = agent().set(AgentSettings.KEYFRAME_EVERY, "10m")
                .mediaListener(encoded)
                .build()
                .start()) {
            RelayPeer peer = relay.peer(0);
            Await.until("20 frames", () -> peer.media.size() >= 20);
            peer.acknowledges = false;
            encoded.awaitNothingSent(peer);
            int before = peer.media.size();
            peer.acknowledgeAgain();
            Await.until("frames again", () -> peer.media.size() > before);
            MediaHeader next = peer.media.get(before);
            assertThat(next.flags()).isEqualTo(MediaHeader.KEY | MediaHeader.DISCONTINUITY);
            assertThat(next.sequence()).isGreaterThan(peer.media.get(before - 1).sequence() + 1);
            assertThat(running.droppedFrames()).isNotNegative();
        }
    }

    @Test
    void anUnknownDeviceDoesNotRetry() {
        relay.onConnect(peer -> peer.close(CloseReason.NOT_AUTHENTIC.code()));
        try (FanlightAgent running = agent().build().start()) {
            Await.until("given up", () -> events.count("given up not_authentic") == 1);
            assertThat(relay.peers).hasSize(1);
            assertThat(running.droppedFrames()).isNotNegative();
        }
    }

    private static long keys(RelayPeer peer) {
        return peer.media.stream().filter(MediaHeader::isKey).count();
    }

    private static SourceState lastState(RelayPeer peer) {
        return last(peer.all(Source.class)).state();
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
