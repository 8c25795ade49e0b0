package dev.fanlight.relay.cli.bench;

import dev.fanlight.relay.bench.BenchResult;
import dev.fanlight.relay.bench.LoadStep;
import dev.fanlight.relay.bench.LocalRelay;
import dev.fanlight.relay.bench.process.MachineFacts;
import dev.fanlight.relay.cli.terminal.Terminal;
import io.vertx.core.json.JsonObject;

/** Prints one JSON object per line, each with an {@code event}. */
final class BenchJson implements BenchReport {

    private static final double MICROS = 1e3;
    private static final double BYTES = 1e6;
    private static final double KILOBYTE = 1e3;

    private final Terminal terminal;

    BenchJson(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void ready(LocalRelay relay) {
        print(event("ready")
                .put("pid", relay.relay().pid())
                .put("plain_port", relay.relay().plainPort())
                .put("tls_port", relay.relay().tlsPort())
                .put("camera", LocalRelay.CAMERA.text())
                .put("key", relay.watchKey()));
    }

    @Override
    public void published(long frames) {
        print(event("published").put("frames", frames));
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
    public void step(LoadStep step) {
        JsonObject json = event("step")
                .put("viewers", step.viewers())
                .put("window_s", step.window().toMillis() / MICROS)
                .put("frames", step.tally().delays().total())
                .put("mbit_s", step.megabits())
                .put("lost", step.tally().lost())
                .put("behind", step.tally().behind())
                .put("disconnected", step.disconnected())
                .put("damaged", step.tally().damaged())
                .put("joined", step.joining().joined())
                .put("join_s", step.joining().took().toMillis() / MICROS)
                .put("load_cpu", step.loadShare())
                .put("holds", step.holds());
        if (step.hasUnits()) {
            json.put("p50_ms", step.p50Micros() / MICROS)
                    .put("p99_ms", step.p99Micros() / MICROS)
                    .put("max_ms", step.tally().delays().max() / MICROS);
        }
        step.cpuShare().ifPresent(share -> json.put("cpu", share));
        step.cpuSecondsPerGigabyte().ifPresent(seconds -> json.put("cpu_s_per_gb", seconds));
        step.memory().now().ifPresent(bytes -> json.put("rss_mb", bytes / BYTES));
        step.memory()
                .bytesPerViewer(step.viewers())
                .ifPresent(bytes -> json.put("rss_kb_per_viewer", bytes / KILOBYTE));
        print(json);
    }

    @Override
    public void ends(BenchSetting setting, BenchResult result) {
        JsonObject json = event("end")
                .put("holds", result.held().orElse(0))
                .put("more", result.isAllHeld() && result.refusal().isEmpty());
        result.refusal().ifPresent(refusal -> json.put("stopped", refusal.reason()));
        print(json);
    }

    private static JsonObject event(String name) {
        return new JsonObject().put("event", name);
    }

    private void print(JsonObject json) {
        terminal.json(json.encode());
    }
}
