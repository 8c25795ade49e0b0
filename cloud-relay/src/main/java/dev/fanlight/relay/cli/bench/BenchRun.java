package dev.fanlight.relay.cli.bench;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.JoinLink;
import dev.fanlight.relay.bench.Bench;
import dev.fanlight.relay.bench.BenchTimes;
import dev.fanlight.relay.bench.CameraMaker;
import dev.fanlight.relay.bench.Leftovers;
import dev.fanlight.relay.bench.LoadStep;
import dev.fanlight.relay.bench.LoadStepListener;
import dev.fanlight.relay.bench.LoadSteps;
import dev.fanlight.relay.bench.OwnRelay;
import dev.fanlight.relay.bench.WatchLink;
import dev.fanlight.relay.bench.camera.StreamShape;
import dev.fanlight.relay.bench.camera.SyntheticStream;
import dev.fanlight.relay.bench.crowd.ClockShift;
import dev.fanlight.relay.bench.crowd.Crowd;
import dev.fanlight.relay.bench.crowd.ViewerTarget;
import dev.fanlight.relay.bench.crowd.ViewerTrust;
import dev.fanlight.relay.bench.process.CpuPin;
import dev.fanlight.relay.bench.process.MachineFacts;
import dev.fanlight.relay.bench.process.ProcessMeter;
import dev.fanlight.relay.cli.option.RelayApi;
import dev.fanlight.relay.cli.terminal.JsonMembers;
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

/** One run of {@code bench}: puts together what is measured, and tells what comes out. Blocking, one thread. */
final class BenchRun {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String LOCALHOST = "localhost";
    private static final long EPOCH = 1;
    private static final double MEGA = 1e6;

    private final LoadSteps ladder;
    private final BenchTimes times;
    private final BenchReport report;
    private final Leftovers leftovers;
    private final MediaClock clock =
            new MediaClock(NanoClock.SYSTEM, ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));

    BenchRun(LoadSteps ladder, BenchTimes times, BenchReport report, Leftovers leftovers) {
        this.ladder = ladder;
        this.times = times;
        this.report = report;
        this.leftovers = leftovers;
    }

    /** Measures a relay that runs, by a link. */
    void watch(ViewerTarget target, WatchLink link, Optional<ProcessHandle> process) {
        BenchSetting setting =
                new BenchSetting("That relay", link.toString(), "whatever the camera shows", transport(target), times);
        Crowd crowd = crowd(target, Optional.empty(), ClockShift.learned());
        climb(crowd, process.map(ProcessMeter::of), MachineFacts.ofThis(), setting, () -> {});
    }

    /** Measures a relay that is started for it, or only starts it where there are to be no viewers. */
    void ownRelay(BenchRelayOptions options) {
        MachineFacts machine = MachineFacts.ofThis();
        Optional<CpuPin> pin = options.pin();
        SyntheticStream stream = new SyntheticStream(options.stream(), EPOCH);
        pin.ifPresent(cpu -> cpu.keepAway(ProcessHandle.current().pid()));
        OwnRelay relay = OwnRelay.start(options.program(pin), stream, BenchRun::makeCamera, clock, leftovers);
        if (ladder.rungs().isEmpty()) {
            publish(relay);
            return;
        }
        ViewerTarget target = options.isPlain() ? plain(relay) : tls(relay);
        String where = pin.map(cpu -> "started for this, on CPU " + cpu.cpu() + " alone")
                .orElse("started for this, on all CPUs");
        BenchSetting setting = new BenchSetting("This machine", where, words(stream.shape()), transport(target), times);
        ProcessMeter meter = ProcessMeter.of(relay.relay().handle());
        Crowd crowd = crowd(target, Optional.of(stream), ClockShift.none());
        climb(crowd, Optional.of(meter), machine, setting, relay::check);
    }

    private Crowd crowd(ViewerTarget target, Optional<SyntheticStream> stream, ClockShift shift) {
        return leftovers.add(new Crowd(target, stream, shift, clock, NanoClock.SYSTEM));
    }

    /** {@code check} throws when what is measured has gone. */
    private void climb(
            Crowd crowd, Optional<ProcessMeter> meter, MachineFacts machine, BenchSetting setting, Runnable check) {
        Bench bench = new Bench(crowd, meter, times, NanoClock.SYSTEM, Sleeper.SYSTEM);
        report.ends(setting, bench.climb(ladder, new LoadStepListener() {
            @Override
            public void entered() {
                report.begins(machine, setting);
            }

            @Override
            public void measured(LoadStep rung) {
                check.run();
                report.rung(rung);
            }
        }));
    }

    private void publish(OwnRelay relay) {
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

    private static ViewerTarget plain(OwnRelay relay) {
        InetSocketAddress address = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), relay.relay().plainPort());
        return new ViewerTarget(address, LOOPBACK, Optional.empty(), OwnRelay.CAMERA.text(), relay.watchKey());
    }

    private static ViewerTarget tls(OwnRelay relay) {
        return new ViewerTarget(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), relay.relay().tlsPort()),
                LOCALHOST,
                Optional.of(ViewerTrust.authority(relay.authority())),
                OwnRelay.CAMERA.text(),
                relay.watchKey());
    }

    private static CameraMaker.Made makeCamera(RelayStateFolder folder, CameraName name) {
        JsonObject made = RelayApi.of(folder).post("/cameras", new JsonObject().put("camera", name.text()));
        String link = JsonMembers.texts(made, "watch").get(0);
        return new CameraMaker.Made(
                JoinLink.parse(made.getString("join")), WatchLink.parse(link).key());
    }

    private static String transport(ViewerTarget target) {
        return target.tls().isPresent() ? "TLS" : "plain TCP";
    }

    private static String words(StreamShape shape) {
        double megabits = shape.bitsPerSecond() / MEGA;
        if (shape.group() == 1) {
            return String.format(
                    Locale.ROOT,
                    "%.2f Mbit/s a viewer: pictures a second: %d, each a key frame of %,d bytes",
                    megabits,
                    shape.fps(),
                    shape.keyBytes());
        }
        return String.format(
                Locale.ROOT,
                "%.2f Mbit/s a viewer: %d pictures a second of %,d bytes, one in %d a key frame of %,d",
                megabits,
                shape.fps(),
                shape.otherBytes(),
                shape.group(),
                shape.keyBytes());
    }
}
