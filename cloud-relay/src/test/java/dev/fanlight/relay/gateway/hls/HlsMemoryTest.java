package dev.fanlight.relay.gateway.hls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HlsMemoryTest {

    private static final int MIB = 1024 * 1024;

    @Test
    void oneMuxerHasWhatItNeeds() {
        HlsMemory memory = new HlsMemory(512L * MIB);
        assertThat(memory.enter()).isTrue();
        assertThat(memory.windowBytes()).isEqualTo(SegmentWindow.MAX_BYTES);
        assertThat(memory.segmentBytes()).isEqualTo(Segmenter.MAX_SEGMENT_BYTES);
    }

    @Test
    void allTogetherNeverHaveMoreThanThereIs() {
        long bytes = 64L * MIB;
        HlsMemory memory = new HlsMemory(bytes);
        int muxers = 0;
        while (memory.enter()) {
            muxers++;
            assertThat((long) muxers * (memory.windowBytes() + memory.segmentBytes()))
                    .isLessThanOrEqualTo(bytes);
        }
        assertThat(muxers).isEqualTo((int) (bytes / HlsMemory.LEAST_SHARE));
        memory.leave();
        assertThat(memory.enter()).isTrue();
        assertThat(memory.enter()).isFalse();
    }
}
