package dev.fanlight.relay.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.media.MediaHeader;
import dev.fanlight.media.MediaKind;
import dev.fanlight.protocol.codec.MediaCodec;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ArrivalCheckTest {

    private static final long CAPTURED = 5_000_000;

    private final ArrivalCheck check = new ArrivalCheck();
    private final Tally tally = new Tally();

    private void arrives(int track, long epoch, long sequence, long delay) {
        arrives(track, epoch, sequence, CAPTURED, delay);
    }

    private void arrives(int track, long epoch, long sequence, long captured, long delay) {
        ByteBuffer header = ByteBuffer.allocate(MediaCodec.HEADER_BYTES);
        MediaCodec.write(new MediaHeader(MediaKind.VIDEO, 0, track, 0, sequence, captured, epoch, 0), header);
        check.arrived(header.flip(), 100, captured + delay, tally);
    }

    @Test
    void nothingIsLostIfEverythingIsInOrder() {
        arrives(0, 1, 4_294_967_294L, 10);
        arrives(0, 1, 4_294_967_295L, 20);
        arrives(0, 1, 0, 30);
        assertThat(tally.lost()).isZero();
        assertThat(tally.damaged()).isZero();
        assertThat(tally.bytes()).isEqualTo(300);
        assertThat(tally.delays().max()).isEqualTo(30);
    }

    @Test
    void gapCountsEveryMissingUnit() {
        arrives(0, 1, 7, 0);
        arrives(0, 1, 11, 0);
        assertThat(tally.lost()).isEqualTo(3);
    }

    @Test
    void sameOrEarlierUnitIsDamage() {
        arrives(0, 1, 7, 0);
        arrives(0, 1, 7, 0);
        arrives(0, 1, 3, 0);
        assertThat(tally.damaged()).isEqualTo(2);
    }

    @Test
    void tracksAndEpochsAreCountedApart() {
        arrives(0, 1, 7, 0);
        arrives(1, 1, 900, 0);
        arrives(0, 1, 8, 0);
        arrives(0, 2, 0, 0);
        assertThat(tally.lost()).isZero();
        assertThat(tally.damaged()).isZero();
    }

    @Test
    void viewerWhoseNextUnitIsOverdueIsBehind() {
        arrives(0, 1, 0, 0);
        assertThat(check.isBehind(CAPTURED + 500_000)).isFalse();
        assertThat(check.isBehind(CAPTURED + 500_001)).isTrue();
    }

    @Test
    void viewerWhoseNextUnitIsNotDueYetIsNotBehind() {
        long second = CAPTURED + 1_000_000;
        arrives(0, 1, 0, CAPTURED, 0);
        arrives(0, 1, 1, second, 0);
        assertThat(check.isBehind(second + 1_500_000)).isFalse();
        assertThat(check.isBehind(second + 1_500_001)).isTrue();
    }
}
