package dev.fanlight.agent.cli;

import dev.fanlight.agent.EncoderTrial;
import dev.fanlight.agent.bench.BenchText;
import dev.fanlight.agent.bench.EncodeBench;
import dev.fanlight.agent.bench.EncodeBench.Row;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.file.NewSettingsFile;
import dev.fanlight.agent.config.file.SettingsFile;
import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.javacv.NativeLibraries;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.runtime.NanoClock;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent bench}. */
@Command(
        name = "bench",
        description = "Measure what this computer can encode, at the frame rate of camera.fps.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    /** The same noise each time. */
    private static final long SEED = 1;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AgentCommand program;

    @Option(names = "--write", description = "Write the recommended settings to a settings file, if there is none.")
    private boolean write;

    @Option(
            names = "--millis",
            paramLabel = "N",
            description = "How long each size and preset is measured. Default: 2000")
    private int millis = 2_000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws EncodeException {
        NativeLibraries.load(program.options().verbose());
        CameraSettings camera = CameraSettings.of(program.options().settings(System.getenv(), Map.of()));
        int fps = camera.limits().fps();
        EncodeBench bench = new EncodeBench(camera.encoding(), fps, NanoClock.SYSTEM, new SplittableRandom(SEED));
        PrintWriter out = spec.commandLine().getOut();
        EncoderTrial trial = EncoderTrial.of(camera);
        BenchText.encoder(trial.encoder(), trial.failures()).forEach(out::println);
        out.println(BenchText.heading(fps));
        List<Row> rows = bench.all(Duration.ofMillis(millis), row -> {
            out.println(BenchText.row(row));
            out.flush();
        });
        out.println(BenchText.advice(rows));
        if (write) {
            EncodeBench.recommended(rows).ifPresent(this::write);
        }
        out.flush();
        return ExitCode.OK;
    }

    private void write(Row row) {
        Path place = SettingsFile.toWrite(Path.of("/"), System.getenv());
        NewSettingsFile.write(place, BenchText.yaml(row));
        spec.commandLine().getOut().println("✓ wrote " + place);
    }
}
