package dev.fanlight.relay.cli.bench;

import dev.fanlight.relay.bench.BenchTimes;
import dev.fanlight.relay.bench.LoadStep;
import dev.fanlight.relay.bench.OwnRelay;
import dev.fanlight.relay.bench.Verdict;
import dev.fanlight.relay.bench.crowd.Tally;
import dev.fanlight.relay.bench.process.MachineFacts;
import dev.fanlight.relay.cli.terminal.Terminal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** For people: what is measured and how, a row for each number of viewers as soon as it is known, and what it comes to. */
final class BenchText implements BenchReport {

    private static final String UNKNOWN = "–";
    private static final String CONDITION = " (p99 below 100 ms, nothing lost, nobody behind or gone)";
    private static final double MICROS = 1e3;
    private static final double MILLIS = 1e3;
    private static final double BYTES = 1e6;
    private static final double KILOBYTE = 1e3;
    private static final double PER_CENT = 100;

    private static final List<String> METHOD = List.of(
            "         MBIT/S: to all viewers together. P50, P99: from the capture of a picture until its last byte is there.",
            "         CPU %: of the relay, 100 is one CPU (with URL: by --pid). CPU S/GB: its seconds for 10⁹ bytes. RSS: its",
            "         memory. KB EACH: what of it came with the viewers, for each. LOST: pictures that never came, or damaged.",
            "         BEHIND: viewers whose next picture is 0.5 s late. GONE: viewers sent away. LOAD: CPU of the viewers",
            "         themselves; near 100 % for each CPU they have, they are the limit. LET IN: how fast the new ones came in.");

    private final Terminal terminal;

    BenchText(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void ready(OwnRelay relay) {
        terminal.line(
                "A relay runs for this measurement, process " + relay.relay().pid() + ". Watch it:");
        terminal.line("");
        String page = "/w/" + OwnRelay.CAMERA + "#" + relay.watchKey();
        terminal.line("  http://localhost:" + relay.relay().plainPort() + page);
        terminal.line("  https://localhost:" + relay.relay().tlsPort() + page);
        terminal.line("");
    }

    @Override
    public void published(long pictures) {
        terminal.line(say("%,d pictures were published. Relay and link are gone.", pictures));
    }

    @Override
    public void begins(MachineFacts machine, BenchSetting setting) {
        BenchTimes times = setting.times();
        terminal.line("Machine  " + machine.processors() + " CPUs, " + machine.model() + ", " + machine.system());
        terminal.line("Java     " + machine.java());
        terminal.line("Relay    " + setting.relay());
        terminal.line("Stream   " + setting.stream());
        terminal.line("Method   " + setting.transport() + ", all viewers on this machine; "
                + times.window().toSeconds() + " s a row, after "
                + times.settle().toSeconds() + " s ("
                + times.warmUp().toSeconds() + " s before the first)");
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
                "KB EACH",
                "LOST",
                "BEHIND",
                "GONE",
                "LOAD %",
                "LET IN");
    }

    @Override
    public void rung(LoadStep rung) {
        Tally tally = rung.tally();
        row(
                say("%,d", rung.viewers()),
                say("%,.0f", rung.megabits()),
                rung.hasPictures() ? say("%.1f", rung.p50Micros() / MICROS) : UNKNOWN,
                rung.hasPictures() ? say("%.1f", rung.p99Micros() / MICROS) : UNKNOWN,
                known("%.0f", rung.cpuShare(), PER_CENT),
                known("%.2f", rung.cpuSecondsPerGigabyte(), 1),
                known(rung.memory().now(), BYTES),
                known(rung.memory().bytesEach(rung.viewers()), KILOBYTE),
                say("%,d", tally.lost() + tally.damaged()),
                say("%,d", tally.behind()),
                say("%,d", rung.gone()),
                say("%.0f", rung.loadShare() * PER_CENT),
                say(
                        "%,d in %.1f s",
                        rung.joining().joined(), rung.joining().took().toMillis() / MILLIS));
    }

    @Override
    public void ends(BenchSetting setting, Verdict verdict) {
        terminal.line("");
        verdict.refusal().ifPresent(refusal -> terminal.line("The ladder ended early: " + refusal.reason() + "."));
        if (verdict.held().isEmpty()) {
            int fewest = verdict.rungs().get(0).viewers();
            terminal.line(say(
                    "%s does not hold %,d %s of this stream" + CONDITION + ".%s",
                    setting.holder(),
                    fewest,
                    viewers(fewest),
                    fewest > 1 ? " Try fewer." : ""));
            return;
        }
        int held = verdict.held().getAsInt();
        String least = verdict.isAllHeld() && verdict.refusal().isEmpty() ? "at least " : "";
        String more = verdict.isAllHeld() && verdict.refusal().isPresent() ? "; more did not get in" : "";
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
        terminal.line(String.format(Locale.ROOT, "%9s %8s %8s %8s %6s %9s %7s %8s %8s %7s %5s %6s  %s", cells));
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
