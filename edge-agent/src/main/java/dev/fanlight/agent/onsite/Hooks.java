package dev.fanlight.agent.onsite;

import dev.fanlight.agent.config.OnSiteSettings;
import dev.fanlight.agent.media.CurrentViewers;
import dev.fanlight.runtime.NanoClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs the commands that are configured for events, one after the other and each for a limited time. At most {@value #MAX_WAITING} wait;
 * beyond, the oldest is dropped. One thread, which never waits for a command.
 */
final class Hooks {

    /** A command that takes longer is killed. */
    static final Duration LIMIT = Duration.ofSeconds(10);

    static final int MAX_WAITING = 8;

    private record Call(String event, String command, CurrentViewers viewers) {}

    private record Running(Call call, LocalProcess process, long startedNanos) {}

    private final OnSiteSettings settings;
    private final String camera;
    private final NanoClock clock;
    private final Consumer<String> notice;
    private final Deque<Call> waiting = new ArrayDeque<>();
    private Optional<Running> running = Optional.empty();

    Hooks(OnSiteSettings settings, String camera, NanoClock clock, Consumer<String> notice) {
        this.settings = settings;
        this.camera = camera;
        this.clock = clock;
        this.notice = notice;
    }

    /** Who watches has changed. */
    void viewers(CurrentViewers before, CurrentViewers now) {
        if (before.count() == 0) {
            add("watched", settings.onWatched(), now);
        }
        if (now.count() == 0) {
            add("unwatched", settings.onUnwatched(), now);
        }
        add("viewers", settings.onViewers(), now);
    }

    /** To be called a few times a second: follows the command that runs, and starts the next. */
    void poll() {
        running.ifPresent(this::follow);
        if (running.isEmpty() && !waiting.isEmpty()) {
            start(waiting.removeFirst());
        }
    }

    /** Ends the command that runs. */
    void close() {
        running.ifPresent(now -> now.process().close());
        running = Optional.empty();
    }

    private void add(String event, String command, CurrentViewers viewers) {
        if (command.isEmpty()) {
            return;
        }
        if (waiting.size() >= MAX_WAITING) {
            waiting.removeFirst();
        }
        waiting.addLast(new Call(event, command, viewers));
    }

    private void start(Call call) {
        try {
            LocalProcess process = LocalProcess.start(List.of("/bin/sh", "-c", call.command()), environment(call));
            running = Optional.of(new Running(call, process, clock.nanoTime()));
        } catch (IOException e) {
            notice.accept(
                    "The command of hooks.on_" + call.event() + " cannot be started: this computer has no /bin/sh.");
        }
    }

    /** Names are text of strangers: they get into the environment, never into the command. */
    private Map<String, String> environment(Call call) {
        CurrentViewers viewers = call.viewers();
        return Map.of(
                "FANLIGHT_EVENT", call.event(),
                "FANLIGHT_CAMERA", camera,
                "FANLIGHT_VIEWERS", Integer.toString(viewers.count()),
                "FANLIGHT_WATCHING", String.join("\n", viewers.names()));
    }

    private void follow(Running now) {
        boolean late = clock.nanoTime() - now.startedNanos() > LIMIT.toNanos();
        if (now.process().isRunning() && !late) {
            return;
        }
        String name = "The command of hooks.on_" + now.call().event();
        if (now.process().isRunning()) {
            now.process().close();
            notice.accept(name + " took longer than " + LIMIT.toSeconds() + " s and was ended.");
        } else if (now.process().exitCode() != 0) {
            notice.accept(name + " has failed with exit code " + now.process().exitCode() + ".");
        }
        running = Optional.empty();
    }
}
