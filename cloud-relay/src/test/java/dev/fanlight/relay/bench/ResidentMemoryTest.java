package dev.fanlight.relay.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ResidentMemoryTest {

    @Test
    void eachViewerHasItsShareOfWhatCameWithThem() {
        ResidentMemory memory = new ResidentMemory(OptionalLong.of(100_000), OptionalLong.of(350_000));
        assertThat(memory.bytesEach(10)).hasValue(25_000);
        assertThat(memory.bytesEach(0)).isEmpty();
    }

    @Test
    void whatCannotBeLookedIntoIsUnknown() {
        assertThat(ResidentMemory.UNKNOWN.bytesEach(10)).isEmpty();
    }
}
