package dev.fanlight.agent.cli;

import dev.fanlight.agent.onvif.OnvifAddress;
import dev.fanlight.agent.onvif.OnvifDevice;
import dev.fanlight.agent.onvif.OnvifNetwork;
import dev.fanlight.agent.onvif.PtzClient;
import dev.fanlight.agent.onvif.PtzDirection;
import dev.fanlight.agent.onvif.PtzPreset;
import dev.fanlight.agent.onvif.http.OnvifException;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.settings.ValueParser;
import java.io.PrintWriter;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent ptz}: moves the head of an ONVIF camera. Main thread. */
@Command(
        name = "ptz",
        description = "Move the head of an ONVIF camera, or send it to a preset.",
        mixinStandardHelpOptions = true)
final class PtzCommand {

    /** What a connected head is asked to do. */
    private interface Act {
        void on(PtzClient head, String profile) throws OnvifException, InterruptedException;
    }

    @Mixin
    private CameraLoginOptions login = new CameraLoginOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(name = "move", description = "Move for a moment.", mixinStandardHelpOptions = true)
    int move(
            @Parameters(paramLabel = "ADDRESS", description = "HOST, HOST:PORT or onvif://HOST:PORT/PROFILE.")
                    String address,
            @Parameters(paramLabel = "DIRECTION", description = "left, right, up, down, in or out.")
                    PtzDirection direction,
            @Option(names = "--speed", paramLabel = "SPEED", defaultValue = "0.5", description = "Above 0, at most 1.")
                    double speed,
            @Option(names = "--for", paramLabel = "TIME", defaultValue = "500ms", description = "At most 10s.")
                    String length)
            throws InterruptedException {
        Duration time = duration(length);
        if (!(speed > 0 && speed <= 1)) {
            throw new UserException(ExitCode.USAGE, "--speed must be above 0 and at most 1.");
        }
        return act(address, (head, profile) -> {
            head.move(profile, direction.at(speed), time);
            try {
                Thread.sleep(time.toMillis());
            } finally {
                head.stop(profile);
            }
        });
    }

    @Command(name = "stop", description = "Stop every movement.", mixinStandardHelpOptions = true)
    int stop(@Parameters(paramLabel = "ADDRESS", description = "As for move.") String address)
            throws InterruptedException {
        return act(address, PtzClient::stop);
    }

    @Command(name = "presets", description = "List the positions it remembers.", mixinStandardHelpOptions = true)
    int presets(@Parameters(paramLabel = "ADDRESS", description = "As for move.") String address)
            throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        return act(address, (head, profile) -> {
            head.presets(profile).forEach(preset -> out.printf("%-12s %s%n", preset.token(), preset.name()));
            out.flush();
        });
    }

    @Command(name = "goto", description = "Move to a position it remembers.", mixinStandardHelpOptions = true)
    int goTo(
            @Parameters(paramLabel = "ADDRESS", description = "As for move.") String address,
            @Parameters(paramLabel = "PRESET", description = "Its name or token, as presets lists it.") String preset)
            throws InterruptedException {
        return act(
                address,
                (head, profile) ->
                        head.goTo(profile, find(head, profile, preset).token()));
    }

    private int act(String text, Act act) throws InterruptedException {
        OnvifAddress address = CameraLoginOptions.address(text);
        try {
            OnvifDevice device =
                    OnvifDevice.connect(OnvifNetwork.system(), address.deviceService(), login.login(System.getenv()));
            PtzClient head = device.ptz().orElseThrow(() -> notSteerable(address));
            act.on(head, device.profile(address.profile()).token());
            return ExitCode.OK;
        } catch (OnvifException e) {
            throw CameraLoginOptions.failed(e);
        }
    }

    private static PtzPreset find(PtzClient head, String profile, String wanted)
            throws OnvifException, InterruptedException {
        return head.presets(profile).stream()
                .filter(preset -> preset.token().equals(wanted) || preset.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        ExitCode.CAMERA,
                        "The camera has no preset \"" + wanted + "\". List: fanlight-agent ptz presets"));
    }

    private static UserException notSteerable(OnvifAddress address) {
        return new UserException(ExitCode.CAMERA, "The camera at " + address + " has no head that moves.");
    }

    private static Duration duration(String text) {
        try {
            Duration time = ValueParser.DURATION.parse(text);
            if (time.compareTo(PtzClient.MAX_MOVE) <= 0 && !time.isZero()) {
                return time;
            }
        } catch (IllegalArgumentException e) {
            throw new UserException(ExitCode.USAGE, "--for must be " + e.getMessage() + ".");
        }
        throw new UserException(
                ExitCode.USAGE, "--for must be at most " + PtzClient.MAX_MOVE.toSeconds() + "s and above 0.");
    }
}
