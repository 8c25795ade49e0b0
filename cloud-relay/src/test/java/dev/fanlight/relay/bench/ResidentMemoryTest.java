package dev.fanlight.relay.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ResidentMemoryTest {

    @Test
    void growthIsSharedAmongViewers() {
        ResidentMemory memory = new ResidentMemory(OptionalLong.of(100_000), OptionalLong.of(350_000));
        assertThat(memory.bytesPerViewer(10)).hasValue(25_000);
        assertThat(memory.bytesPerViewer(0)).isEmpty();
    }

    @Test
    void unknownProcessHasNoGrowth() {
        assertThat(ResidentMemory.UNKNOWN.bytesPerViewer(10)).isEmpty();
    }
}
