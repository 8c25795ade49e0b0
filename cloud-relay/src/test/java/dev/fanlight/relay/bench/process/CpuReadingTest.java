package dev.fanlight.relay.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CpuReadingTest {

    @Test
    void threadThatHasEndedTakesNothingBack() {
        CpuReading before = new CpuReading(Map.of(1L, 100L, 2L, 5_000L));
        CpuReading after = new CpuReading(Map.of(1L, 150L, 3L, 20L));
        assertThat(after.since(before)).isEqualTo(Duration.ofNanos(70));
    }

    @Test
    void thisProcessUsesCpuAndMemory() {
        ProcessMeter meter = ProcessMeter.of(ProcessHandle.current());
        CpuReading before = meter.cpu();
        long sum = 0;
        while (meter.cpu().since(before).isZero()) {
            sum += 1;
        }
        assertThat(sum).isNotNegative();
        assertThat(meter.residentBytes().orElseThrow()).isGreaterThan(1_000_000);
    }
}
