package dev.fanlight.relay.cli;

import dev.fanlight.relay.server.RelayServer;
import dev.fanlight.relay.systemd.NettyNotifySocket;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.Sleeper;
import dev.fanlight.systemd.ServiceStatusLoop;
import dev.fanlight.systemd.SystemdNotifier;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What the relay says to systemd, where systemd has started it, and nothing elsewhere. Thread safe.
 *
 * @param notifier if systemd wants to know
 */
record SystemdService(Optional<SystemdNotifier> notifier) {

    /** How long event loops have to show that they are not stuck. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    static SystemdService ofSystem() {
        return new SystemdService(
                SystemdNotifier.of(System.getenv(), ProcessHandle.current().pid(), new NettyNotifySocket()));
    }

    /** The relay listens; from now on its status is shown, until the process ends. */
    void ready(RelayServer server, Consumer<Throwable> onFailure) {
        notifier.ifPresent(systemd -> {
            systemd.ready();
            var unused = LoopRunner.start(
                    new ServiceStatusLoop(systemd, server::summary, () -> server.responds(ANSWER), Sleeper.SYSTEM),
                    onFailure);
        });
    }

    /** Runs {@code reload} and says so. */
    void reloading(Runnable reload) {
        notifier.ifPresent(systemd -> systemd.reloading(TimeUnit.NANOSECONDS.toMicros(System.nanoTime())));
        try {
            reload.run();
        } finally {
            // Without it systemd would take the service for one that never ends to reload.
            notifier.ifPresent(SystemdNotifier::ready);
        }
    }

    /** The relay says goodbye to its peers. */
    void stopping() {
        notifier.ifPresent(SystemdNotifier::stopping);
    }
}
