package dev.fanlight.agent.onsite;

import dev.fanlight.runtime.NanoClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A GPIO line that {@code gpioset} (libgpiod) holds high while the camera is watched: the kernel gives a line back when the program ends. One
 * thread.
 */
final class GpioIndicator implements Indicator {

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

    private final List<List<String>> commands;
    private final NanoClock clock;
    private final Consumer<String> notice;
    private Optional<LocalProcess> holder = Optional.empty();
    private int form;
    private boolean failed;
    private long triedNanos;

    /** {@code line} is {@code CHIP:LINE}; {@code program} is {@code gpioset} but in tests. */
    GpioIndicator(String program, String line, NanoClock clock, Consumer<String> notice) {
        String[] parts = line.split(":", 2);
        String value = parts[1] + "=1";
        // libgpiod 2 holds a line until it is ended; version 1 does so in its mode “signal”.
        this.commands =
                List.of(List.of(program, "-c", parts[0], value), List.of(program, "--mode=signal", parts[0], value));
        this.clock = clock;
        this.notice = notice;
        this.triedNanos = clock.nanoTime() - BETWEEN_TRIES.toNanos();
    }

    @Override
    public void show(boolean watched) {
        if (!watched) {
            close();
        } else if (holder.isEmpty()) {
            hold();
        } else if (!holder.get().isRunning()) {
            holder = Optional.empty();
            form = (form + 1) % commands.size();
            reportFailure();
        }
    }

    @Override
    public void close() {
        holder.ifPresent(LocalProcess::close);
        holder = Optional.empty();
    }

    private void hold() {
        boolean otherForm = form != 0;
        if (!otherForm && clock.nanoTime() - triedNanos < BETWEEN_TRIES.toNanos()) {
            return;
        }
        triedNanos = clock.nanoTime();
        try {
            holder = Optional.of(LocalProcess.start(commands.get(form), Map.of()));
        } catch (IOException e) {
            form = 0;
            report("indicator.gpio needs the program gpioset (Debian package gpiod).");
        }
    }

    private void reportFailure() {
        if (form == 0) {
            report(
                    "The line of indicator.gpio cannot be set: gpioset has failed. Does it exist, and may this user use it?");
        }
    }

    private void report(String sentence) {
        if (!failed) {
            failed = true;
            notice.accept(sentence);
        }
    }
}
