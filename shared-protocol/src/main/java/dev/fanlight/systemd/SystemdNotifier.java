package dev.fanlight.systemd;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells systemd how this service is: it runs, it is alive, it stops (sd_notify(3), systemd 252). Thread safe, does not block. */
public final class SystemdNotifier {

    /** Longest status; systemd shows one line. */
    static final int MAX_STATUS = 500;

    private static final Logger LOG = Logger.getLogger(SystemdNotifier.class.getName());

    private final byte[] path;
    private final Optional<Duration> watchdog;
    private final NotifySocket socket;

    private SystemdNotifier(byte[] path, Optional<Duration> watchdog, NotifySocket socket) {
        this.path = path;
        this.watchdog = watchdog;
        this.socket = socket;
    }

    /**
     * A notifier, if systemd has started this process and wants to know.
     *
     * @param environment with what systemd has set: {@code NOTIFY_SOCKET}, {@code WATCHDOG_USEC}, {@code WATCHDOG_PID}
     * @param pid of this process
     */
    public static Optional<SystemdNotifier> of(Map<String, String> environment, long pid, NotifySocket socket) {
        String name = environment.getOrDefault("NOTIFY_SOCKET", "");
        if (!name.startsWith("/") && !name.startsWith("@")) {
            return Optional.empty();
        }
        byte[] path = name.getBytes(StandardCharsets.UTF_8);
        if (path[0] == '@') {
            path[0] = 0;
        }
        return Optional.of(new SystemdNotifier(path, watchdog(environment, pid), socket));
    }

    private static Optional<Duration> watchdog(Map<String, String> environment, long pid) {
        String micros = environment.getOrDefault("WATCHDOG_USEC", "");
        boolean isOurs =
                environment.getOrDefault("WATCHDOG_PID", Long.toString(pid)).equals(Long.toString(pid));
        return isOurs && micros.matches("[1-9][0-9]{0,14}")
                ? Optional.of(Duration.ofNanos(Long.parseLong(micros) * 1_000))
                : Optional.empty();
    }

    /** After how long without {@link #alive} systemd ends this process, if ever. */
    public Optional<Duration> watchdog() {
        return watchdog;
    }

    /** The service does its work, again or for the first time. */
    public void ready() {
        send("READY=1");
    }

    /** What {@code systemctl status} shows, one line. */
    public void status(String line) {
        send("STATUS=" + line.substring(0, Math.min(line.length(), MAX_STATUS)).replace('\n', ' '));
    }

    /** The service is not stuck. */
    public void alive() {
        send("WATCHDOG=1");
    }

    /** The service reads its settings again; {@link #ready} follows. */
    public void reloading(long monotonicMicros) {
        send("RELOADING=1\nMONOTONIC_USEC=" + monotonicMicros);
    }

    /** The service ends. */
    public void stopping() {
        send("STOPPING=1");
    }

    private void send(String message) {
        try {
            socket.send(path, message.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.log(Level.FINE, "systemd was not notified", e);
        }
    }
}
