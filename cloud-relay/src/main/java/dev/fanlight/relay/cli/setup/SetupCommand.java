package dev.fanlight.relay.cli.setup;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.Systemctl;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.cli.option.CameraNames;
import dev.fanlight.relay.cli.option.PasswordOptions;
import dev.fanlight.relay.cli.option.QrOptions;
import dev.fanlight.relay.cli.option.RelayApi;
import dev.fanlight.relay.cli.option.RelaySettingsFile;
import dev.fanlight.relay.cli.option.StateOptions;
import dev.fanlight.relay.cli.terminal.Terminal;
import dev.fanlight.runtime.Sleeper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code setup}. */
@Command(
        name = "setup",
        description = "Write the settings, start the service, and print the first links. Asks what no option answers;"
                + " settings that exist stay as they are.",
        mixinStandardHelpOptions = true)
public final class SetupCommand implements Callable<Integer> {

    private static final Duration STEP = Duration.ofMillis(250);
    private static final int STEPS = 240;

    @Mixin
    private SetupQuestions questions = new SetupQuestions();

    @Mixin
    private PasswordOptions password = new PasswordOptions();

    @Option(
            names = "--camera",
            paramLabel = "NAME",
            converter = CameraNames.class,
            description = "Name of the first camera. Default: front")
    private CameraName camera = new CameraName("front");

    @Option(names = "--no-service", description = "Do not start the service.")
    private boolean withoutService;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Settings file to write. Default: $FANLIGHT_CONFIG, of root /etc/fanlight/relay.yaml, else"
                    + " ~/.config/fanlight/relay.yaml")
    private @Nullable Path config;

    @Mixin
    private StateOptions state = new StateOptions();

    @Mixin
    private QrOptions qr = new QrOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = Terminal.of(spec);
        Optional<String> given = password.read();
        writeSettings(terminal);
        RelayService service = new RelayService(Path.of("/"), new Systemctl());
        boolean started = !withoutService && service.isHere();
        if (started) {
            service.start();
        }
        Optional<RelayApi> relay = relay(started ? STEPS : 1);
        if (relay.isEmpty()) {
            return next(terminal, started);
        }
        if (started) {
            terminal.line("✓ service fanlight-relay is running (starts with the computer)");
        }
        Optional<String> chosen = questions.password(given);
        terminal.line("");
        new FirstLinks(relay.get(), terminal, qr).print(camera, chosen);
        return ExitCode.OK;
    }

    private void writeSettings(Terminal terminal) {
        Path file = Optional.ofNullable(config).orElseGet(() -> RelaySettingsFile.toWrite(System.getenv()));
        if (Files.exists(file)) {
            terminal.line("! " + file + " exists and stays as it is");
            return;
        }
        RelaySettingsFile.write(file, questions.ask().yaml());
        terminal.line("✓ wrote " + file);
    }

    /** The running relay, once it answers. */
    private Optional<RelayApi> relay(int steps) throws InterruptedException {
        for (int step = 0; step < steps; step++) {
            try {
                RelayApi api = RelayApi.of(state.folder());
                api.get("/status");
                return Optional.of(api);
            } catch (UserException e) {
                if (e.exitCode() != ExitCode.UNREACHABLE) {
                    throw e;
                }
            }
            if (step + 1 < steps) {
                Sleeper.SYSTEM.sleepNanos(STEP.toNanos());
            }
        }
        return Optional.empty();
    }

    private static int next(Terminal terminal, boolean started) {
        if (started) {
            throw new UserException(
                    ExitCode.FAILED,
                    "The service was started, but the relay does not answer. Its log: journalctl -u fanlight-relay -n 50");
        }
        terminal.line("  Start the relay:     fanlight-relay serve");
        terminal.line("  Then, in a second shell, for the links:     fanlight-relay setup");
        return ExitCode.OK;
    }
}
