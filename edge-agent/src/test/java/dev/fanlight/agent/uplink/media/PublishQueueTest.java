package dev.fanlight.agent.uplink.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fanlight.agent.media.DropReport;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.testing.ManualTime;
import dev.fanlight.agent.testing.TestFormats;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Payload;
import dev.fanlight.media.Track;
import dev.fanlight.protocol.codec.MediaCodec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishQueueTest {

    private static final int MAIN = Rendition.MAIN.track();
    private static final int LOW = Rendition.LOW.track();

    private final List<Track> main = List.of(TestFormats.baseline().track(Rendition.MAIN));
    private final List<Track> both = List.of(main.get(0), TestFormats.baseline().track(Rendition.LOW));
    private int available;
    private final List<Integer> keysAsked = new ArrayList<>();
    private final PublishQueue queue = new PublishQueue(3, 41, () -> available++, keysAsked::add);

    private static AccessUnit unit(boolean key) {
        return new AccessUnit(MediaKind.VIDEO, key, false, 77, 0, Payload.copyOf(new byte[] {0, 0, 0, 1, 1}));
    }

    private List<Outgoing> drain() {
        List<Outgoing> all = new ArrayList<>();
        for (Optional<Outgoing> next = queue.poll(); next.isPresent(); next = queue.poll()) {
            all.add(next.get());
        }
        return all;
    }

    private static MediaHeader header(Outgoing outgoing) {
        return ((Outgoing.Media) outgoing).header();
    }

    @BeforeEach
    void begin() {
        queue.begin(MediaKind.VIDEO, main);
    }

    @Test
    void nothingIsKeptWithoutAConnection() {
        for (int i = 0; i < 1000; i++) {
            queue.accept(MAIN, unit(true));
        }
        assertThat(drain()).isEmpty();
        assertThat(available).isZero();
        assertThat(keysAsked).isEmpty();
    }

    @Test
    void aConnectionBeginsWithTracksAndAKeyFrame() {
        queue.connect();
        queue.accept(MAIN, unit(false));
        queue.accept(MAIN, unit(true));
        queue.accept(MAIN, unit(false));
        List<Outgoing> sent = drain();
        assertThat(sent).hasSize(3);
        assertThat(((Outgoing.Announcement) sent.get(0)).tracks().epoch()).isEqualTo(42);
        assertThat(header(sent.get(1)).isKey()).isTrue();
        assertThat(header(sent.get(1)).sequence()).isZero();
        assertThat(header(sent.get(2)).sequence()).isEqualTo(1);
        assertThat(header(sent.get(2)).epoch()).isEqualTo(42);
    }

    @Test
    void eachConnectionAndEachFormatIsAnotherEpoch() {
        queue.connect();
        queue.accept(MAIN, unit(true));
        queue.disconnect();
        assertThat(drain()).isEmpty();
        queue.connect();
        queue.accept(MAIN, unit(true));
        queue.begin(MediaKind.VIDEO, main);
        queue.accept(MAIN, unit(false));
        queue.accept(MAIN, unit(true));
        List<Outgoing> sent = drain();
        assertThat(((Outgoing.Announcement) sent.get(0)).tracks().epoch()).isEqualTo(43);
        Outgoing.Announcement last = (Outgoing.Announcement) sent.get(sent.size() - 2);
        assertThat(last.tracks().epoch()).isEqualTo(44);
        assertThat(header(sent.get(sent.size() - 1)).sequence()).isZero();
    }

    @Test
    void withoutRoomAllIsDroppedUpToAKeyFrameThatSaysSo() {
        queue.connect();
        queue.accept(MAIN, unit(true));
        drain();
        keysAsked.clear();
        for (int i = 0; i < 3; i++) {
            queue.accept(MAIN, unit(false));
        }
        queue.accept(MAIN, unit(false));
        assertThat(keysAsked).containsExactly(MAIN);
        assertThat(drain()).isEmpty();
        queue.accept(MAIN, unit(false));
        assertThat(drain()).isEmpty();
        queue.accept(MAIN, unit(true));
        List<Outgoing> sent = drain();
        assertThat(sent).hasSize(1);
        assertThat(header(sent.get(0)).flags()).isEqualTo(MediaHeader.KEY | MediaHeader.DISCONTINUITY);
        assertThat(header(sent.get(0)).sequence()).isEqualTo(6);
        assertThat(queue.dropped()).isEqualTo(5);
    }

    @Test
    void aDropKeepsTheAnnouncementOfItsEpoch() {
        queue.connect();
        for (int i = 0; i < 10; i++) {
            queue.accept(MAIN, unit(i == 0 || i == 8));
        }
        List<Outgoing> sent = drain();
        assertThat(sent.get(0)).isInstanceOf(Outgoing.Announcement.class);
        assertThat(header(sent.get(1)).sequence()).isEqualTo(8);
        assertThat(sent).hasSize(3);
    }

    @Test
    void anAccessUnitThatNoMessageCanHoldIsDropped() {
        queue.connect();
        queue.accept(MAIN, unit(true));
        queue.accept(
                MAIN, new AccessUnit(MediaKind.VIDEO, false, false, 1, 0, Payload.copyOf(new byte[2 * 1024 * 1024])));
        queue.accept(MAIN, unit(false));
        assertThat(drain().stream().filter(Outgoing.Media.class::isInstance)).isEmpty();
        assertThat(queue.tooBig()).isEqualTo(1);
    }

    @Test
    void whatIsDroppedIsReportedInASentence() {
        ManualTime time = new ManualTime();
        List<String> notices = new ArrayList<>();
        UplinkDrops drops = new UplinkDrops(queue, time, notices::add);
        queue.connect();
        queue.accept(MAIN, unit(true));
        for (int i = 0; i < 20; i++) {
            queue.accept(MAIN, unit(false));
        }
        queue.accept(
                MAIN, new AccessUnit(MediaKind.VIDEO, true, false, 1, 0, Payload.copyOf(new byte[2 * 1024 * 1024])));
        drops.report();
        assertThat(notices).isEmpty();
        time.advance(DropReport.DELAY);
        drops.report();
        drops.report();
        assertThat(notices)
                .containsExactly(
                        "Frames dropped because the upload could not take them in time: 21.",
                        "Frames dropped because they are larger than the 2 MiB that a relay takes: 1.");
    }

    @Test
    void theMessageIsHeaderAndPayload() throws Exception {
        queue.connect();
        queue.accept(MAIN, unit(true));
        Outgoing.Media frame = (Outgoing.Media) drain().get(1);
        byte[] message = frame.message();
        assertThat(message).hasSize(MediaCodec.HEADER_BYTES + 5);
        assertThat(MediaCodec.read(ByteBuffer.wrap(message))).isEqualTo(frame.header());
    }

    @Test
    void tracksOfOnePublicationShareItsEpochAndCountForThemselves() {
        queue.begin(MediaKind.VIDEO, both);
        queue.connect();
        queue.accept(MAIN, unit(true));
        queue.accept(LOW, unit(true));
        queue.accept(MAIN, unit(false));
        queue.accept(MAIN, unit(false));
        queue.accept(LOW, unit(false));
        List<Outgoing> sent = drain();
        assertThat(((Outgoing.Announcement) sent.get(0)).tracks().tracks())
                .extracting(Track::id, Track::name)
                .containsExactly(tuple(0, "main"), tuple(1, "low"));
        assertThat(sent.subList(1, sent.size()))
                .extracting(PublishQueueTest::header)
                .extracting(MediaHeader::epoch, MediaHeader::track, MediaHeader::sequence)
                .containsExactly(
                        tuple(42L, 0, 0L), tuple(42L, 1, 0L), tuple(42L, 0, 1L), tuple(42L, 0, 2L), tuple(42L, 1, 1L));
    }

    @Test
    void eachTrackBeginsWithItsOwnKeyFrameAsNumberZero() {
        queue.begin(MediaKind.VIDEO, both);
        queue.connect();
        assertThat(keysAsked).containsExactlyInAnyOrder(MAIN, LOW);
        queue.accept(LOW, unit(true));
        keysAsked.clear();
        queue.accept(MAIN, unit(false));
        queue.accept(MAIN, unit(true));
        assertThat(keysAsked).containsExactly(MAIN);
        List<Outgoing> sent = drain();
        assertThat(sent).hasSize(3);
        assertThat(header(sent.get(1)).track()).isEqualTo(1);
        assertThat(header(sent.get(2)).track()).isZero();
        assertThat(header(sent.get(2)).sequence()).isZero();
        assertThat(header(sent.get(2)).flags()).isEqualTo(MediaHeader.KEY);
    }

    @Test
    void aTrackWithoutRoomLeavesTheOtherAlone() {
        queue.begin(MediaKind.VIDEO, both);
        queue.connect();
        queue.accept(MAIN, unit(true));
        queue.accept(LOW, unit(true));
        drain();
        queue.accept(LOW, unit(false));
        for (int i = 0; i < 4; i++) {
            queue.accept(MAIN, unit(false));
        }
        queue.accept(LOW, unit(false));
        queue.accept(MAIN, unit(true));
        List<Outgoing> sent = drain();
        assertThat(sent)
                .extracting(PublishQueueTest::header)
                .extracting(MediaHeader::track, MediaHeader::sequence, MediaHeader::flags)
                .containsExactly(
                        tuple(1, 1L, 0), tuple(1, 2L, 0), tuple(0, 5L, MediaHeader.KEY | MediaHeader.DISCONTINUITY));
        assertThat(queue.dropped()).isEqualTo(4);
    }

    @Test
    void aRenditionThatWasNotAnnouncedIsNotSent() {
        queue.connect();
        queue.accept(MAIN, unit(true));
        queue.accept(LOW, unit(true));
        assertThat(drain()).hasSize(2);
    }
}
