package dev.fanlight.relay.cli.bench;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.JoinLink;
import dev.fanlight.relay.bench.Bench;
import dev.fanlight.relay.bench.BenchTimes;
import dev.fanlight.relay.bench.CameraCreator;
import dev.fanlight.relay.bench.Closer;
import dev.fanlight.relay.bench.LoadStep;
import dev.fanlight.relay.bench.LoadStepListener;
import dev.fanlight.relay.bench.LoadSteps;
import dev.fanlight.relay.bench.LocalRelay;
import dev.fanlight.relay.bench.WatchLink;
import dev.fanlight.relay.bench.camera.StreamShape;
import dev.fanlight.relay.bench.camera.SyntheticStream;
import dev.fanlight.relay.bench.crowd.Crowd;
import dev.fanlight.relay.bench.process.CpuPin;
import dev.fanlight.relay.bench.process.MachineFacts;
import dev.fanlight.relay.bench.process.ProcessMeter;
import dev.fanlight.relay.cli.option.RelayApi;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.client.CaptureClockShift;
import dev.fanlight.relay.client.ServerTrust;
import dev.fanlight.relay.client.ViewerTarget;
import dev.fanlight.relay.config.RelayStateFolder;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.runtime.Sleeper;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** One run of {@code bench}: sets up what is measured, and reports the result. Blocking, one thread. */
final class BenchRun {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String LOCALHOST = "localhost";
    private static final long EPOCH = 1;
    private static final double MEGA = 1e6;

    private final LoadSteps steps;
    private final BenchTimes times;
    private final BenchReport report;
    private final Closer closer;
    private final MediaClock clock =
            new MediaClock(NanoClock.SYSTEM, ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));

    BenchRun(LoadSteps steps, BenchTimes times, BenchReport report, Closer closer) {
        this.steps = steps;
        this.times = times;
        this.report = report;
        this.closer = closer;
    }

    /** Measures an existing relay. */
    void existing(ViewerTarget target, WatchLink link, Optional<ProcessHandle> process) {
        BenchSetting setting =
                new BenchSetting("That relay", link.toString(), "what the camera publishes", transport(target), times);
        Crowd crowd = crowd(target, Optional.empty(), CaptureClockShift.learned());
        measure(crowd, process.map(ProcessMeter::of), MachineFacts.ofThis(), setting, () -> {});
    }

    /** Starts a temporary relay and measures it, or only publishes if there are to be no viewers. */
    void local(BenchRelayOptions options) {
        MachineFacts machine = MachineFacts.ofThis();
        Optional<CpuPin> pin = options.pin();
        SyntheticStream stream = options.stream(EPOCH);
        pin.ifPresent(cpu -> cpu.keepAway(ProcessHandle.current().pid()));
        LocalRelay relay = LocalRelay.start(options.program(pin), stream, BenchRun::createCamera, clock, closer);
        if (steps.viewers().isEmpty()) {
            publish(relay);
            return;
        }
        ViewerTarget target = options.isPlain() ? plain(relay) : tls(relay);
        String where = pin.map(cpu -> "temporary, alone on CPU " + cpu.cpu()).orElse("temporary, on all CPUs");
        BenchSetting setting = new BenchSetting("This machine", where, describe(stream), transport(target), times);
        ProcessMeter meter = ProcessMeter.of(relay.relay().handle());
        Crowd crowd = crowd(target, Optional.of(stream), CaptureClockShift.none());
        measure(crowd, Optional.of(meter), machine, setting, relay::check);
    }

    private Crowd crowd(ViewerTarget target, Optional<SyntheticStream> stream, CaptureClockShift shift) {
        return closer.add(new Crowd(target, stream, shift, clock, NanoClock.SYSTEM));
    }

    /** {@code check} throws if relay or camera have ended. */
    private void measure(
            Crowd crowd, Optional<ProcessMeter> meter, MachineFacts machine, BenchSetting setting, Runnable check) {
        Bench bench = new Bench(crowd, meter, times, NanoClock.SYSTEM, Sleeper.SYSTEM);
        report.ends(setting, bench.run(steps, new LoadStepListener() {
            @Override
            public void warmingUp() {
                report.begins(machine, setting);
            }

            @Override
            public void measured(LoadStep step) {
                check.run();
                report.step(step);
            }
        }));
    }

    private void publish(LocalRelay relay) {
        report.ready(relay);
        try {
            Sleeper.SYSTEM.sleepNanos(times.window().toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserException(ExitCode.INTERRUPTED, "Interrupted.", e);
        }
        relay.check();
        report.published(relay.published());
    }

    private static ViewerTarget plain(LocalRelay relay) {
        InetSocketAddress address = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), relay.relay().plainPort());
        return new ViewerTarget(address, LOOPBACK, Optional.empty(), LocalRelay.CAMERA.text(), relay.watchKey());
    }

    private static ViewerTarget tls(LocalRelay relay) {
        return new ViewerTarget(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), relay.relay().tlsPort()),
                LOCALHOST,
                Optional.of(ServerTrust.authority(relay.authority())),
                LocalRelay.CAMERA.text(),
                relay.watchKey());
    }

    private static CameraCreator.Created createCamera(RelayStateFolder folder, CameraName name) {
        JsonObject created = RelayApi.of(folder).post("/cameras", new JsonObject().put("camera", name.text()));
        String link = JsonMembers.texts(created, "watch").get(0);
        return new CameraCreator.Created(
                JoinLink.parse(created.getString("join")), WatchLink.parse(link).key());
    }

    private static String transport(ViewerTarget target) {
        return target.tls().isPresent() ? "TLS" : "plain TCP";
    }

    private static String describe(SyntheticStream stream) {
        return describe(stream.shape()) + (stream.hasSound() ? ", and 64 kbit/s of sound in 50 packets" : "");
    }

    private static String describe(StreamShape shape) {
        double megabits = shape.bitsPerSecond() / MEGA;
        if (shape.group() == 1) {
            return String.format(
                    Locale.ROOT,
                    "%.2f Mbit/s per viewer: %d fps, all key frames of %,d bytes",
                    megabits,
                    shape.fps(),
                    shape.keyBytes());
        }
        return String.format(
                Locale.ROOT,
                "%.2f Mbit/s per viewer: %d fps, %,d bytes per frame, every %dth a key frame of %,d bytes",
                megabits,
                shape.fps(),
                shape.otherBytes(),
                shape.group(),
                shape.keyBytes());
    }
}
