package dev.fanlight.relay.cli.bench;

import dev.fanlight.relay.bench.BenchResult;
import dev.fanlight.relay.bench.BenchTimes;
import dev.fanlight.relay.bench.LoadStep;
import dev.fanlight.relay.bench.LocalRelay;
import dev.fanlight.relay.bench.crowd.Tally;
import dev.fanlight.relay.bench.process.MachineFacts;
import dev.fanlight.relay.cli.terminal.Terminal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Prints text: the method, a row for each number of viewers as soon as it is measured, and the result. */
final class BenchText implements BenchReport {

    private static final String UNKNOWN = "–";
    private static final String CONDITION = " (p99 below 100 ms, no unit lost, no viewer behind or disconnected)";
    private static final double MICROS = 1e3;
    private static final double MILLIS = 1e3;
    private static final double BYTES = 1e6;
    private static final double KILOBYTE = 1e3;
    private static final double PER_CENT = 100;

    private static final List<String> METHOD = List.of(
            "         MBIT/S: all viewers together. P50, P99: delay from capture to the arrival of a frame's last byte.",
            "         CPU %: of the relay; 100 is one CPU (with URL: needs --pid). CPU S/GB: CPU seconds per 10⁹ bytes.",
            "         RSS: resident memory of the relay. KB/VIEWER: its growth per viewer. LOST: frames missing or corrupt.",
            "         BEHIND: viewers whose next frame is 0.5 s overdue. CLOSED: viewers disconnected by the relay.",
            "         LOAD %: CPU of camera and viewers; near 100 per CPU they are the bottleneck. JOINED: time to let the new in.");

    private final Terminal terminal;

    BenchText(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void ready(LocalRelay relay) {
        terminal.line("A temporary relay is running, process " + relay.relay().pid() + ". Watch links:");
        terminal.line("");
        String page = "/w/" + LocalRelay.CAMERA + "#" + relay.watchKey();
        terminal.line("  http://localhost:" + relay.relay().plainPort() + page);
        terminal.line("  https://localhost:" + relay.relay().tlsPort() + page);
        terminal.line("");
    }

    @Override
    public void published(long frames) {
        terminal.line(say("%,d frames were published. The relay has been stopped.", frames));
    }

    @Override
    public void begins(MachineFacts machine, BenchSetting setting) {
        BenchTimes times = setting.times();
        terminal.line("Machine  " + machine.processors() + " CPUs, " + machine.model() + ", " + machine.system());
        terminal.line("Java     " + machine.java());
        terminal.line("Relay    " + setting.relay());
        terminal.line("Stream   " + setting.stream());
        terminal.line("Method   " + setting.transport() + ", all viewers on this machine; "
                + times.window().toSeconds() + " s per row, "
                + times.settle().toSeconds() + " s to settle, "
                + times.warmUp().toSeconds() + " s warm-up");
        METHOD.forEach(terminal::line);
        terminal.line("");
        row(
                "VIEWERS",
                "MBIT/S",
                "P50 MS",
                "P99 MS",
                "CPU %",
                "CPU S/GB",
                "RSS MB",
                "KB/VIEWER",
                "LOST",
                "BEHIND",
                "CLOSED",
                "LOAD %",
                "JOINED");
    }

    @Override
    public void step(LoadStep step) {
        Tally tally = step.tally();
        row(
                say("%,d", step.viewers()),
                say("%,.0f", step.megabits()),
                step.hasUnits() ? say("%.1f", step.p50Micros() / MICROS) : UNKNOWN,
                step.hasUnits() ? say("%.1f", step.p99Micros() / MICROS) : UNKNOWN,
                known("%.0f", step.cpuShare(), PER_CENT),
                known("%.2f", step.cpuSecondsPerGigabyte(), 1),
                known(step.memory().now(), BYTES),
                known(step.memory().bytesPerViewer(step.viewers()), KILOBYTE),
                say("%,d", tally.lost() + tally.damaged()),
                say("%,d", tally.behind()),
                say("%,d", step.disconnected()),
                say("%.0f", step.loadShare() * PER_CENT),
                say(
                        "%,d in %.1f s",
                        step.joining().joined(), step.joining().took().toMillis() / MILLIS));
    }

    @Override
    public void ends(BenchSetting setting, BenchResult result) {
        terminal.line("");
        result.refusal().ifPresent(refusal -> terminal.line("Stopped early: " + refusal.reason() + "."));
        if (result.held().isEmpty()) {
            int fewest = result.steps().get(0).viewers();
            terminal.line(say(
                    "%s does not hold %,d %s of this stream" + CONDITION + ".%s",
                    setting.holder(),
                    fewest,
                    viewers(fewest),
                    fewest > 1 ? " Try fewer." : ""));
            return;
        }
        int held = result.held().getAsInt();
        String least = result.isAllHeld() && result.refusal().isEmpty() ? "at least " : "";
        String more = result.isAllHeld() && result.refusal().isPresent() ? "; more were not let in" : "";
        terminal.line(say(
                "%s holds %s%,d %s of this stream" + CONDITION + "%s.",
                setting.holder(),
                least,
                held,
                viewers(held),
                more));
    }

    private static String viewers(int count) {
        return count == 1 ? "viewer" : "viewers";
    }

    private void row(Object... cells) {
        terminal.line(String.format(Locale.ROOT, "%9s %8s %8s %8s %6s %9s %7s %10s %8s %7s %7s %7s  %s", cells));
    }

    private static String known(OptionalLong bytes, double unit) {
        return bytes.isPresent() ? say("%.0f", bytes.getAsLong() / unit) : UNKNOWN;
    }

    private static String known(String format, OptionalDouble value, double factor) {
        return value.isPresent() ? say(format, value.getAsDouble() * factor) : UNKNOWN;
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
