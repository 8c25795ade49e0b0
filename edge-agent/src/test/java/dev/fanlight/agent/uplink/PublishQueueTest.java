package dev.fanlight.agent.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.media.AccessUnit;
import dev.fanlight.agent.media.StreamFormat;
import dev.fanlight.agent.testing.TestFormats;
import dev.fanlight.media.MediaHeader;
import dev.fanlight.protocol.wire.MediaCodec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishQueueTest {

    private final StreamFormat format = TestFormats.baseline();
    private int available;
    private int keysAsked;
    private final PublishQueue queue = new PublishQueue(3, 41, new PublishQueue.Watcher() {
        @Override
        public void onAvailable() {
            available++;
        }

        @Override
        public void onKeyFrameNeeded() {
            keysAsked++;
        }
    });

    private static AccessUnit unit(boolean key) {
        return new AccessUnit(new byte[] {0, 0, 0, 1, 1}, key, false, 77, 0);
    }

    private List<Outgoing> drain() {
        List<Outgoing> all = new ArrayList<>();
        for (Optional<Outgoing> next = queue.poll(); next.isPresent(); next = queue.poll()) {
            all.add(next.get());
        }
        return all;
    }

    private static MediaHeader header(Outgoing outgoing) {
        return ((Outgoing.Picture) outgoing).header();
    }

    @BeforeEach
    void begin() {
        queue.begin(format);
    }

    @Test
    void nothingIsKeptWithoutAConnection() {
        for (int i = 0; i < 1000; i++) {
            queue.accept(unit(true));
        }
        assertThat(drain()).isEmpty();
        assertThat(available).isZero();
        assertThat(keysAsked).isZero();
    }

    @Test
    void aConnectionBeginsWithTracksAndAKeyFrame() {
        queue.connect();
        queue.accept(unit(false));
        queue.accept(unit(true));
        queue.accept(unit(false));
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
        queue.accept(unit(true));
        queue.disconnect();
        assertThat(drain()).isEmpty();
        queue.connect();
        queue.accept(unit(true));
        queue.begin(format);
        queue.accept(unit(false));
        queue.accept(unit(true));
        List<Outgoing> sent = drain();
        assertThat(((Outgoing.Announcement) sent.get(0)).tracks().epoch()).isEqualTo(43);
        Outgoing.Announcement last = (Outgoing.Announcement) sent.get(sent.size() - 2);
        assertThat(last.tracks().epoch()).isEqualTo(44);
        assertThat(header(sent.get(sent.size() - 1)).sequence()).isZero();
    }

    @Test
    void withoutRoomAllIsDroppedUpToAKeyFrameThatSaysSo() {
        queue.connect();
        queue.accept(unit(true));
        drain();
        keysAsked = 0;
        for (int i = 0; i < 3; i++) {
            queue.accept(unit(false));
        }
        queue.accept(unit(false));
        assertThat(keysAsked).isEqualTo(1);
        assertThat(drain()).isEmpty();
        queue.accept(unit(false));
        assertThat(drain()).isEmpty();
        queue.accept(unit(true));
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
            queue.accept(unit(i == 0 || i == 8));
        }
        List<Outgoing> sent = drain();
        assertThat(sent.get(0)).isInstanceOf(Outgoing.Announcement.class);
        assertThat(header(sent.get(1)).sequence()).isEqualTo(8);
        assertThat(sent).hasSize(3);
    }

    @Test
    void aPictureThatNoMessageCanHoldIsLeftOut() {
        queue.connect();
        queue.accept(unit(true));
        queue.accept(new AccessUnit(new byte[2 * 1024 * 1024], false, false, 1, 0));
        queue.accept(unit(false));
        assertThat(drain().stream().filter(Outgoing.Picture.class::isInstance)).isEmpty();
    }

    @Test
    void theMessageIsHeaderAndPayload() throws Exception {
        queue.connect();
        queue.accept(unit(true));
        Outgoing.Picture picture = (Outgoing.Picture) drain().get(1);
        byte[] message = picture.message();
        assertThat(message).hasSize(MediaCodec.HEADER_BYTES + 5);
        assertThat(MediaCodec.read(ByteBuffer.wrap(message))).isEqualTo(picture.header());
    }
}
