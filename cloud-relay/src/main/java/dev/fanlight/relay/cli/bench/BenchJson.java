package dev.fanlight.relay.cli.bench;

import dev.fanlight.relay.bench.LoadStep;
import dev.fanlight.relay.bench.OwnRelay;
import dev.fanlight.relay.bench.Verdict;
import dev.fanlight.relay.bench.process.MachineFacts;
import dev.fanlight.relay.cli.terminal.Terminal;
import io.vertx.core.json.JsonObject;

/** One JSON object a line, each with an {@code event}. */
final class BenchJson implements BenchReport {

    private static final double MICROS = 1e3;
    private static final double BYTES = 1e6;
    private static final double KILOBYTE = 1e3;

    private final Terminal terminal;

    BenchJson(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void ready(OwnRelay relay) {
        print(event("ready")
                .put("pid", relay.relay().pid())
                .put("plain_port", relay.relay().plainPort())
                .put("tls_port", relay.relay().tlsPort())
                .put("camera", OwnRelay.CAMERA.text())
                .put("key", relay.watchKey()));
    }

    @Override
    public void published(long pictures) {
        print(event("published").put("pictures", pictures));
    }

    @Override
    public void begins(MachineFacts machine, BenchSetting setting) {
        print(event("begin")
                .put("processors", machine.processors())
                .put("model", machine.model())
                .put("system", machine.system())
                .put("java", machine.java())
                .put("relay", setting.relay())
                .put("stream", setting.stream())
                .put("transport", setting.transport())
                .put("warm_up_s", setting.times().warmUp().toSeconds())
                .put("settle_s", setting.times().settle().toSeconds())
                .put("window_s", setting.times().window().toSeconds()));
    }

    @Override
    public void rung(LoadStep rung) {
        JsonObject json = event("rung")
                .put("viewers", rung.viewers())
                .put("window_s", rung.window().toMillis() / MICROS)
                .put("frames", rung.tally().delays().total())
                .put("mbit_s", rung.megabits())
                .put("lost", rung.tally().lost())
                .put("behind", rung.tally().behind())
                .put("gone", rung.gone())
                .put("damaged", rung.tally().damaged())
                .put("joined", rung.joining().joined())
                .put("join_s", rung.joining().took().toMillis() / MICROS)
                .put("load_cpu", rung.loadShare())
                .put("holds", rung.holds());
        if (rung.hasPictures()) {
            json.put("p50_ms", rung.p50Micros() / MICROS)
                    .put("p99_ms", rung.p99Micros() / MICROS)
                    .put("max_ms", rung.tally().delays().max() / MICROS);
        }
        rung.cpuShare().ifPresent(share -> json.put("cpu", share));
        rung.cpuSecondsPerGigabyte().ifPresent(seconds -> json.put("cpu_s_per_gb", seconds));
        rung.memory().now().ifPresent(bytes -> json.put("rss_mb", bytes / BYTES));
        rung.memory().bytesEach(rung.viewers()).ifPresent(bytes -> json.put("rss_kb_each", bytes / KILOBYTE));
        print(json);
    }

    @Override
    public void ends(BenchSetting setting, Verdict verdict) {
        JsonObject json = event("end")
                .put("holds", verdict.held().orElse(0))
                .put("more", verdict.isAllHeld() && verdict.refusal().isEmpty());
        verdict.refusal().ifPresent(refusal -> json.put("stopped", refusal.reason()));
        print(json);
    }

    private static JsonObject event(String name) {
        return new JsonObject().put("event", name);
    }

    private void print(JsonObject json) {
        terminal.json(json.encode());
    }
}
