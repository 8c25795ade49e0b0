package dev.fanlight.agent.cli;

import dev.fanlight.agent.AgentCamera;
import dev.fanlight.agent.FanlightAgent;
import dev.fanlight.agent.status.StatusText;
import dev.fanlight.agent.uplink.socket.NettyNotifySocket;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.Sleeper;
import dev.fanlight.systemd.ServiceStatusLoop;
import dev.fanlight.systemd.SystemdNotifier;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the agent says to systemd, where systemd has started it, and nothing elsewhere. Thread safe.
 *
 * @param notifier if systemd wants to know
 */
record SystemdService(Optional<SystemdNotifier> notifier) {

    /** How long the event loop has to show that it is not stuck. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    static SystemdService ofSystem() {
        return new SystemdService(
                SystemdNotifier.of(System.getenv(), ProcessHandle.current().pid(), new NettyNotifySocket()));
    }

    /** The agent runs, whether its relay is there or not; from now on its status is shown, until the process ends. */
    void ready(FanlightAgent agent, Consumer<Throwable> onFailure) {
        notifier.ifPresent(systemd -> {
            systemd.ready();
            var unused = LoopRunner.start(
                    new ServiceStatusLoop(
                            systemd,
                            () -> StatusText.summary(agent.cameras().stream()
                                    .map(AgentCamera::status)
                                    .toList()),
                            () -> agent.responds(ANSWER),
                            Sleeper.SYSTEM),
                    onFailure);
        });
    }

    /** The agent says goodbye to its relay. */
    void stopping() {
        notifier.ifPresent(SystemdNotifier::stopping);
    }
}
