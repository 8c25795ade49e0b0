package dev.fanlight.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SystemdNotifierTest {

    private static final long PID = 17;

    private final List<String> sent = new ArrayList<>();

    private Optional<SystemdNotifier> notifier(Map<String, String> environment) {
        return SystemdNotifier.of(environment, PID, (path, datagram) -> sent.add(text(path) + " " + text(datagram)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void thereIsNoneWhereSystemdHasNotAsked() {
        assertThat(notifier(Map.of())).isEmpty();
        assertThat(notifier(Map.of("NOTIFY_SOCKET", "vsock:2:1"))).isEmpty();
    }

    @Test
    void messagesAreThoseOfTheManual() {
        SystemdNotifier notifier =
                notifier(Map.of("NOTIFY_SOCKET", "/run/systemd/notify")).orElseThrow();
        notifier.ready();
        notifier.status("one\nline " + "x".repeat(SystemdNotifier.MAX_STATUS));
        notifier.reloading(5);
        notifier.alive();
        notifier.stopping();
        assertThat(sent)
                .extracting(message -> message.replaceFirst("x{2,}", "…"))
                .containsExactly(
                        "/run/systemd/notify READY=1",
                        "/run/systemd/notify STATUS=one line …",
                        "/run/systemd/notify RELOADING=1\nMONOTONIC_USEC=5",
                        "/run/systemd/notify WATCHDOG=1",
                        "/run/systemd/notify STOPPING=1");
    }

    @Test
    void anAbstractSocketBeginsWithAZeroByte() {
        notifier(Map.of("NOTIFY_SOCKET", "@fanlight")).orElseThrow().ready();
        assertThat(sent).containsExactly("\0fanlight READY=1");
    }

    @Test
    void theWatchdogOfAnotherProcessIsNotOurs() {
        Map<String, String> ours = Map.of("NOTIFY_SOCKET", "/n", "WATCHDOG_USEC", "60000000", "WATCHDOG_PID", "17");
        assertThat(notifier(ours).orElseThrow().watchdog()).contains(Duration.ofMinutes(1));
        Map<String, String> others = Map.of("NOTIFY_SOCKET", "/n", "WATCHDOG_USEC", "60000000", "WATCHDOG_PID", "18");
        assertThat(notifier(others).orElseThrow().watchdog()).isEmpty();
        assertThat(notifier(Map.of("NOTIFY_SOCKET", "/n", "WATCHDOG_USEC", "0"))
                        .orElseThrow()
                        .watchdog())
                .isEmpty();
    }

    @Test
    void aSocketThatIsGoneIsNoFailure() {
        SystemdNotifier.of(Map.of("NOTIFY_SOCKET", "/n"), PID, (path, datagram) -> {
                    throw new IOException("gone");
                })
                .orElseThrow()
                .ready();
        assertThat(sent).isEmpty();
    }
}
