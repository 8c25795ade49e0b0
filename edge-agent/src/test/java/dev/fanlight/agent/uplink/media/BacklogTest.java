package dev.fanlight.agent.uplink.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.media.Rendition;
import dev.fanlight.agent.testing.TestFormats;
import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.MediaKind;
import dev.fanlight.media.Payload;
import dev.fanlight.media.Track;
import dev.fanlight.protocol.BackfillGroup;
import dev.fanlight.protocol.ProtocolException;
import dev.fanlight.protocol.codec.BackfillCodec;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final int MAIN = Rendition.MAIN.track();
    private static final int UNIT_BYTES = 10_000;
    private static final long FRAME_MICROS = 100_000;
    private static final int GOP = 20;

    private final List<Track> tracks = List.of(TestFormats.baseline().track(Rendition.MAIN));
    private final PublishQueue queue = new PublishQueue(1_000, 41, () -> {}, track -> {});
    private final Backlog backlog = new Backlog(queue, 2_000_000, 0);
    private int frame;

    @BeforeEach
    void begin() {
        queue.connect();
        backlog.begin(MediaKind.VIDEO, tracks);
    }

    private void frames(int count) {
        frames(backlog, count);
    }

    private void frames(Backlog target, int count) {
        for (int i = 0; i < count; i++, frame++) {
            target.accept(
                    MAIN,
                    new AccessUnit(
                            MediaKind.VIDEO,
                            frame % GOP == 0,
                            false,
                            frame * FRAME_MICROS,
                            0,
                            Payload.copyOf(new byte[UNIT_BYTES])));
        }
    }

    private List<Long> times(BackfillGroup group) {
        return group.units().stream().map(unit -> unit.header().captureMicros()).toList();
    }

    @Test
    void nothingIsKeptUntilTheRelayWantsIt() {
        frames(3 * GOP);
        backlog.disconnect();
        assertThat(backlog.next()).isEmpty();
    }

    @Test
    void whatWasMadeWithoutAConnectionIsKeptWhole() {
        backlog.want(true);
        backlog.disconnect();
        frames(2 * GOP + 1);
        BackfillGroup first = backlog.next().orElseThrow();
        assertThat(times(first)).hasSize(GOP).startsWith(0L).endsWith((GOP - 1) * FRAME_MICROS);
        assertThat(first.endMicros()).isEqualTo(GOP * FRAME_MICROS);
        backlog.stored(first.tracks().epoch());
        assertThat(times(backlog.next().orElseThrow())).hasSize(GOP).startsWith(GOP * FRAME_MICROS);
    }

    @Test
    void whatHasArrivedSomeSecondsAgoIsNotSentAgain() {
        backlog.want(true);
        frames(3 * GOP + 1);
        backlog.arrived(3 * GOP * FRAME_MICROS);
        assertThat(backlog.next()).isEmpty();
        backlog.disconnect();
        assertThat(times(backlog.next().orElseThrow())).startsWith(GOP * FRAME_MICROS);
    }

    @Test
    void allGroupsThatTheSendQueueDropsAtOnceAreSentLater() {
        PublishQueue small = new PublishQueue(3 * GOP, 41, () -> {}, track -> {});
        Backlog its = new Backlog(small, 2_000_000, 0);
        small.connect();
        its.begin(MediaKind.VIDEO, tracks);
        its.want(true);
        frames(its, 3 * GOP);
        its.arrived(0);
        frames(its, GOP + 1);
        its.arrived(4 * GOP * FRAME_MICROS);
        assertThat(small.dropped()).isGreaterThan(2 * GOP);
        assertThat(times(its.next().orElseThrow())).startsWith(0L);
    }

    @Test
    void whenItIsFullTheOldestGoes() {
        backlog.want(true);
        backlog.disconnect();
        frames(20 * GOP + 1);
        BackfillGroup oldest = backlog.next().orElseThrow();
        assertThat(times(oldest).get(0)).isEqualTo(11 * GOP * FRAME_MICROS);
    }

    @Test
    void aGroupTravelsInPiecesNoFasterThanItMay() throws ProtocolException {
        backlog.want(true);
        backlog.disconnect();
        frames(GOP + 1);
        BackfillGroup group = backlog.next().orElseThrow();
        BackfillSender sender = new BackfillSender(backlog);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        long now = 0;
        Optional<byte[]> piece = sender.next(now);
        while (piece.isPresent()) {
            assertThat(piece.get().length).isLessThanOrEqualTo(BackfillGroup.PIECE_BYTES + 24);
            all.writeBytes(Arrays.copyOfRange(piece.get(), 24, piece.get().length));
            assertThat(sender.next(now)).isEmpty();
            now += BackfillSender.PIECE_INTERVAL.toNanos();
            piece = sender.next(now);
        }
        assertThat(ByteBuffer.wrap(all.toByteArray()).getInt()).isEqualTo(all.size() - 4);
        assertThat(BackfillCodec.read(Arrays.copyOfRange(all.toByteArray(), 4, all.size())))
                .isEqualTo(group);
        assertThat(sender.next(now + Duration.ofSeconds(31).toNanos()))
                .as("unconfirmed, so it is sent again")
                .isPresent();
        sender.stored(group.tracks().epoch());
        assertThat(sender.next(now + Duration.ofSeconds(32).toNanos())).isEmpty();
    }
}
