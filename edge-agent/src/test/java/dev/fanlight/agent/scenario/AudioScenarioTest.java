package dev.fanlight.agent.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.FanlightAgent;
import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.testing.DecodedOpus;
import dev.fanlight.agent.testing.FakeRelay;
import dev.fanlight.agent.testing.Footage;
import dev.fanlight.agent.testing.RecordedEvents;
import dev.fanlight.agent.testing.RelayPeer;
import dev.fanlight.agent.testing.TestAuthority;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Track;
import dev.fanlight.protocol.Tracks;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.testing.Await;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sound beside video over a real TLS socket. */
class AudioScenarioTest {

    private static final int VIDEO = 0;
    private static final int AUDIO = 2;
    private static final TestAuthority authority = TestAuthority.shared();

    private final FakeRelay relay = new FakeRelay(authority, FakeRelay.accepting(1));

    private FanlightAgent agent;

    @AfterEach
    void closeRelay() {
        if (agent != null) {
            agent.close();
        }
        relay.close();
    }

    private static long count(RelayPeer peer, int track) {
        return peer.media.stream().filter(header -> header.track() == track).count();
    }

    @Test
    void audioIsAnnouncedWithTheVideoAndSentOnlyWhileTheRelayDemandsIt() {
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        try (FanlightAgent running = FanlightAgent.builder()
                .identity(new DeviceIdentity(relay.uri(), authority.pin(), "device-1", "front", key))
                .source("file:" + Footage.CARS)
                .set(AgentSettings.AUDIO, "auto")
                .build()
                .start()) {
            RelayPeer peer = relay.peer(0);
            Await.until("20 frames", () -> count(peer, VIDEO) >= 20);
            assertThat(peer.first(Tracks.class).tracks())
                    .extracting(Track::kind)
                    .containsExactly(MediaKind.VIDEO, MediaKind.AUDIO);
            assertThat(count(peer, AUDIO)).isZero();

            peer.send(new Demand(1, Set.of(VIDEO, AUDIO)));
            Await.until("50 audio frames", () -> count(peer, AUDIO) >= 50);
            MediaHeader first = peer.media.stream()
                    .filter(header -> header.track() == AUDIO)
                    .findFirst()
                    .orElseThrow();
            assertThat(first.kind()).isEqualTo(MediaKind.AUDIO);
            assertThat(first.isKey()).isTrue();
            assertThat(first.sequence()).isZero();
            assertThat(running.droppedFrames()).isNotNegative();
        }
    }

    private FanlightAgent start(String source, String audio, String encode) {
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        return FanlightAgent.builder()
                .identity(new DeviceIdentity(relay.uri(), authority.pin(), "device-1", "front", key))
                .source(source)
                .set(AgentSettings.AUDIO, audio)
                .set(AgentSettings.ENCODE, encode)
                .set(AgentSettings.WIDTH, "320")
                .build()
                .start();
    }

    private static List<MediaHeader> of(RelayPeer peer, int track) {
        return peer.media.stream().filter(header -> header.track() == track).toList();
    }

    /** The last list of tracks, which two threads have announced. */
    private static List<Track> tracks(RelayPeer peer) {
        List<Tracks> all = peer.all(Tracks.class);
        return all.isEmpty() ? List.of() : all.get(all.size() - 1).tracks();
    }

    private static void awaitSound(RelayPeer peer) {
        Await.until(
                "both tracks",
                () -> tracks(peer).size() >= 2 && tracks(peer).stream().anyMatch(track -> track.id() == AUDIO));
        peer.send(new Demand(1, Set.of(VIDEO, AUDIO)));
        Await.until("100 packets of sound", () -> count(peer, AUDIO) >= 100);
    }

    @Test
    void aacOfAFileWhoseVideoIsEncodedArrivesBesideItWithTheSameTimes() {
        agent = start("file:" + Footage.CARS, "auto", "software");
        RelayPeer peer = relay.peer(0);
        awaitSound(peer);
        List<MediaHeader> video = of(peer, VIDEO);
        MediaHeader newest = video.get(video.size() - 1);
        // A busy computer encodes a frame long after the sound of its time was sent, or sends that long after.
        Await.until(
                "the sound of that frame, in its epoch: a stream whose video begins late has another one before",
                () -> of(peer, AUDIO).stream()
                        .anyMatch(sound -> sound.epoch() == newest.epoch()
                                && Math.abs(sound.captureMicros() - newest.captureMicros()) < 40_000));
        assertThat(tracks(peer))
                .filteredOn(track -> track.id() == AUDIO)
                .extracting(track -> track.config().codec())
                .containsExactly("mp4a.40.2");
    }

    @Test
    void theTestPatternClicksAtFullSeconds() throws Exception {
        agent = start("test", "auto", "auto");
        RelayPeer peer = relay.peer(0);
        awaitSound(peer);
        List<AccessUnit> sound = new ArrayList<>();
        for (int i = 0; i < peer.media.size(); i++) {
            if (peer.media.get(i).track() == AUDIO) {
                sound.add(peer.units.get(i));
            }
        }
        assertThat(DecodedOpus.onsets(DecodedOpus.of(sound, 1)))
                .isNotEmpty()
                .allSatisfy(micros -> assertThat(micros % 1_000_000).isBetween(0L, 1_000L));
    }

    @Test
    void aMicrophoneThatIsNotThereKeepsTheVideoAndIsReportedOnce() {
        RecordedEvents events = new RecordedEvents();
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        agent = FanlightAgent.builder()
                .identity(new DeviceIdentity(relay.uri(), authority.pin(), "device-1", "front", key))
                .source("test")
                .set(AgentSettings.AUDIO, "plughw:CARD=Nothing")
                .listener(events)
                .build()
                .start();
        RelayPeer peer = relay.peer(0);
        Await.until(
                "a sentence", () -> events.count("notice The sound of plughw:CARD=Nothing cannot be captured") == 1);
        Await.until("20 frames", () -> count(peer, VIDEO) >= 20);
        assertThat(tracks(peer)).allMatch(track -> track.kind() == MediaKind.VIDEO);
    }
}
