package dev.fanlight.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceStatusLoopTest {

    private final List<String> sent = new ArrayList<>();
    private final List<Long> slept = new ArrayList<>();
    private String status = "0 cameras online";
    private boolean responds = true;

    private ServiceStatusLoop loop(String watchdogMicros) {
        SystemdNotifier notifier = SystemdNotifier.of(
                        Map.of("NOTIFY_SOCKET", "/n", "WATCHDOG_USEC", watchdogMicros),
                        1,
                        (path, datagram) -> sent.add(new String(datagram, StandardCharsets.UTF_8)))
                .orElseThrow();
        return new ServiceStatusLoop(notifier, () -> status, () -> responds, slept::add);
    }

    @Test
    void aProgramThatIsStuckIsNotReportedAsAlive() throws InterruptedException {
        ServiceStatusLoop loop = loop("60000000");
        loop.doWork();
        responds = false;
        loop.doWork();
        assertThat(sent).containsExactly("WATCHDOG=1", "STATUS=0 cameras online");
    }

    @Test
    void theStatusIsSentWhenItChanges() throws InterruptedException {
        ServiceStatusLoop loop = loop("60000000");
        responds = false;
        loop.doWork();
        loop.doWork();
        status = "1 camera online";
        loop.doWork();
        assertThat(sent).containsExactly("STATUS=0 cameras online", "STATUS=1 camera online");
    }

    @Test
    void itReportsThreeTimesInTheTimeOfTheWatchdogAndAtLeastEveryTenSeconds() throws InterruptedException {
        loop("900000").doWork();
        loop("60000000").doWork();
        assertThat(slept)
                .containsExactly(
                        Duration.ofMillis(300).toNanos(), Duration.ofSeconds(10).toNanos());
    }
}
