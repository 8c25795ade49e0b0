package dev.fanlight.relay.cli.bench;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.bench.camera.StreamShape;
import dev.fanlight.relay.bench.camera.SyntheticStream;
import dev.fanlight.relay.bench.process.CpuPin;
import dev.fanlight.relay.bench.process.RelayProgram;
import dev.fanlight.relay.cli.option.RelayJvm;
import dev.fanlight.relay.ingest.PublishRates;
import dev.fanlight.settings.ValueParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The temporary relay and its stream. Filled by picocli. */
final class BenchRelayOptions {

    /** Below the relay’s limit of access units, which sound counts for, too. */
    private static final int MAX_FPS = 120;
    /** Nine tenths of the relay’s limit per camera, which includes headers. */
    private static final int MAX_BITS = PublishRates.BYTES / 10 * 9 * Byte.SIZE;

    @Option(names = "--plain", description = "Connect the viewers without TLS. Default: with TLS")
    private boolean plain;

    @Option(
            names = "--pin",
            paramLabel = "CPU",
            description = "Run the relay on this CPU and everything else on the others.")
    private @Nullable Integer pin;

    @Option(names = "--fps", paramLabel = "N", description = "Frames per second, up to 120. Default: 30")
    private int fps = StreamShape.STANDARD_FPS;

    @Option(
            names = "--bitrate",
            paramLabel = "RATE",
            description = "Bits per second, like 500k or 4M, up to 18M. Default: 2M")
    private @Nullable String bitrate;

    @Option(names = "--sound", description = "Also publish sound: 50 packets per second, 64 kbit/s.")
    private boolean sound;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Setting of the relay, as for serve. Repeatable.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--jvm-option",
            paramLabel = "OPTION",
            description = "Additional option of the relay's JVM, like -Xmx256m. Repeatable.")
    private List<String> jvmOptions = new ArrayList<>();

    boolean isPlain() {
        return plain;
    }

    Optional<CpuPin> pin() {
        return Optional.ofNullable(pin)
                .map(cpu -> new CpuPin(cpu, Runtime.getRuntime().availableProcessors()));
    }

    /** This program with the command {@code serve}. */
    RelayProgram program(Optional<CpuPin> cpu) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(RelayJvm.with(jvmOptions));
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), RelayJvm.MAIN_CLASS));
        return new RelayProgram(line, cpu, settings);
    }

    SyntheticStream stream(long epoch) {
        return new SyntheticStream(shape(), epoch, sound);
    }

    private StreamShape shape() {
        if (fps < 1 || fps > MAX_FPS) {
            throw new UserException(ExitCode.USAGE, "--fps must be a whole number from 1 to " + MAX_FPS + ".");
        }
        return StreamShape.of(
                fps, Optional.ofNullable(bitrate).map(BenchRelayOptions::bits).orElse(StreamShape.STANDARD_BITS));
    }

    /** Whether an option was given that applies to a temporary relay only. */
    boolean isSet() {
        return plain
                || pin != null
                || fps != StreamShape.STANDARD_FPS
                || bitrate != null
                || sound
                || !settings.isEmpty()
                || !jvmOptions.isEmpty();
    }

    private static int bits(String text) {
        try {
            int bits = ValueParser.BIT_RATE.parse(text);
            if (bits <= MAX_BITS) {
                return bits;
            }
        } catch (IllegalArgumentException e) {
            throw new UserException(ExitCode.USAGE, "--bitrate must be " + e.getMessage() + ".", e);
        }
        throw new UserException(ExitCode.USAGE, "--bitrate must be at most 18M: a relay accepts 20 Mbit/s per camera.");
    }
}
