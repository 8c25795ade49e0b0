package dev.fanlight.agent.uplink.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.testing.TestFormats;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Payload;
import dev.fanlight.media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SoundInPublishQueueTest {

    private static final int MAIN = Rendition.MAIN.track();
    private static final int AUDIO = Rendition.FIRST_OTHER_TRACK;

    private final List<Track> video = List.of(TestFormats.baseline().track(Rendition.MAIN));
    private final List<Track> audio = List.of(TestFormats.opus(AUDIO));
    private int available;
    private final List<Integer> keysAsked = new ArrayList<>();
    private final PublishQueue queue = new PublishQueue(3, 41, () -> available++, keysAsked::add);

    @BeforeEach
    void begin() {
        queue.begin(MediaKind.AUDIO, audio);
        queue.begin(MediaKind.VIDEO, video);
    }

    private void frame(boolean key, long micros) {
        queue.accept(
                MAIN,
                new AccessUnit(MediaKind.VIDEO, key, false, micros, 0, Payload.copyOf(new byte[] {0, 0, 0, 1, 1})));
    }

    private void sound(long micros) {
        queue.accept(AUDIO, new AccessUnit(MediaKind.AUDIO, true, false, micros, 0, Payload.copyOf(new byte[] {1})));
    }

    private List<Outgoing> drain() {
        List<Outgoing> all = new ArrayList<>();
        for (Optional<Outgoing> next = queue.poll(); next.isPresent(); next = queue.poll()) {
            all.add(next.get());
        }
        return all;
    }

    private List<MediaHeader> drainHeaders() {
        return drain().stream()
                .filter(Outgoing.Media.class::isInstance)
                .map(one -> ((Outgoing.Media) one).header())
                .toList();
    }

    private static List<Track> tracks(Outgoing announcement) {
        return ((Outgoing.Announcement) announcement).tracks().tracks();
    }

    @Test
    void whatTwoThreadsAnnounceIsOneListOfTracks() {
        queue.connect();
        frame(true, 100);
        sound(100);
        List<Outgoing> sent = drain();
        assertThat(sent).hasSize(3);
        assertThat(tracks(sent.get(0))).containsExactly(video.get(0), audio.get(0));
        assertThat(((Outgoing.Announcement) sent.get(0)).tracks().epoch()).isEqualTo(42);
    }

    @Test
    void soundWaitsForTheNextFrameToBeSentTogether() {
        queue.connect();
        frame(true, 0);
        drain();
        available = 0;
        sound(20_000);
        sound(40_000);
        assertThat(available).isZero();
        frame(false, 60_000);
        assertThat(available).isEqualTo(1);
        assertThat(drainHeaders()).extracting(MediaHeader::track).containsExactly(AUDIO, AUDIO, MAIN);
    }

    @Test
    void soundIsSentAloneWhenNoFrameComes() {
        queue.connect();
        frame(true, 0);
        drain();
        available = 0;
        for (int i = 1; i < OutgoingTrack.MAX_SOUND_WITHOUT_FRAME; i++) {
            sound(i * 20_000L);
        }
        assertThat(available).isZero();
        sound(100_000);
        assertThat(available).isEqualTo(1);
    }

    @Test
    void aFrameThatTookLongToEncodeGoesBeforeTheSoundThatWasCapturedAfterIt() {
        queue.connect();
        frame(true, 0);
        drain();
        sound(40_000);
        sound(60_000);
        sound(80_000);
        frame(false, 66_000);
        assertThat(drainHeaders())
                .extracting(MediaHeader::track, MediaHeader::captureMicros)
                .containsExactly(
                        tuple(AUDIO, 40_000L), tuple(AUDIO, 60_000L), tuple(MAIN, 66_000L), tuple(AUDIO, 80_000L));
    }

    @Test
    void soundNeverWaitsForAKeyFrame() {
        queue.connect();
        frame(false, 0);
        sound(20_000);
        frame(false, 40_000);
        List<Outgoing> sent = drain();
        assertThat(tracks(sent.get(0))).containsExactly(video.get(0), audio.get(0));
        assertThat(((Outgoing.Media) sent.get(1)).header().track()).isEqualTo(AUDIO);
        assertThat(sent).hasSize(2);

        frame(true, 60_000);
        List<MediaHeader> then = drainHeaders();
        assertThat(then)
                .extracting(MediaHeader::track, MediaHeader::sequence, MediaHeader::epoch)
                .containsExactly(tuple(MAIN, 0L, 42L));
    }

    @Test
    void soundWaitsUntilAnyVideoIsAnnounced() {
        PublishQueue early = new PublishQueue(3, 41, () -> available++, keysAsked::add);
        early.begin(MediaKind.AUDIO, audio);
        early.connect();
        early.accept(AUDIO, new AccessUnit(MediaKind.AUDIO, true, false, 0, 0, Payload.copyOf(new byte[] {1})));
        assertThat(early.poll()).isEmpty();
    }

    @Test
    void withoutRoomTheOldestSoundIsDroppedAndTheNextSaysSo() {
        queue.connect();
        frame(true, 0);
        drain();
        keysAsked.clear();
        for (int i = 0; i < OutgoingTrack.MAX_AUDIO + 2; i++) {
            sound(i * 20_000L);
        }
        List<MediaHeader> sent = drainHeaders();
        assertThat(sent).hasSize(OutgoingTrack.MAX_AUDIO);
        assertThat(sent.get(0).sequence()).isEqualTo(2);
        assertThat(sent.get(0).flags()).isEqualTo(MediaHeader.KEY | MediaHeader.DISCONTINUITY);
        assertThat(sent.subList(1, sent.size()))
                .allSatisfy(header -> assertThat(header.flags()).isEqualTo(MediaHeader.KEY));
        assertThat(queue.dropped()).isEqualTo(2);
        assertThat(keysAsked).isEmpty();
    }

    @Test
    void soundIsKeptWhileVideoIsDropped() {
        queue.connect();
        frame(true, 0);
        for (int i = 1; i <= 20; i++) {
            frame(false, i * 40_000L);
            sound(i * 40_000L);
        }
        assertThat(drainHeaders()).filteredOn(header -> header.track() == AUDIO).hasSize(20);
    }

    @Test
    void videoGoesOnWithoutAGapWhenItsSoundEndsAndTheNextKeyFrameBeginsAnEpochWithoutSound() {
        queue.connect();
        frame(true, 0);
        drain();
        keysAsked.clear();
        queue.begin(MediaKind.AUDIO, List.of());
        assertThat(keysAsked).containsExactly(MAIN);
        frame(false, 40_000);
        frame(false, 80_000);
        assertThat(drainHeaders())
                .extracting(MediaHeader::epoch, MediaHeader::sequence)
                .containsExactly(tuple(42L, 1L), tuple(42L, 2L));
        frame(true, 120_000);
        List<Outgoing> next = drain();
        assertThat(tracks(next.get(0))).isEqualTo(video);
        assertThat(((Outgoing.Media) next.get(1)).header().epoch()).isEqualTo(43);
        assertThat(queue.dropped()).isZero();
    }

    @Test
    void soundThatComesBackIsANewSetOfTracks() {
        queue.begin(MediaKind.AUDIO, List.of());
        queue.connect();
        frame(true, 0);
        assertThat(tracks(drain().get(0))).isEqualTo(video);
        queue.begin(MediaKind.AUDIO, audio);
        sound(20_000);
        frame(true, 40_000);
        sound(60_000);
        frame(false, 80_000);
        List<Outgoing> sent = drain();
        assertThat(tracks(sent.get(0))).containsExactly(video.get(0), audio.get(0));
        assertThat(sent.subList(1, 4))
                .extracting(one -> ((Outgoing.Media) one).header().captureMicros())
                .containsExactly(40_000L, 60_000L, 80_000L);
    }

    @Test
    void toAnnounceTheSameSoundAgainChangesNothing() {
        queue.connect();
        frame(true, 0);
        drain();
        keysAsked.clear();
        queue.begin(MediaKind.AUDIO, audio);
        frame(false, 40_000);
        sound(40_000);
        frame(true, 80_000);
        assertThat(drain()).hasSize(3).noneMatch(Outgoing.Announcement.class::isInstance);
        assertThat(keysAsked).isEmpty();
    }
}
