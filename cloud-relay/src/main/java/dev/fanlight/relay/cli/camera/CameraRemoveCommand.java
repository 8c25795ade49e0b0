package dev.fanlight.relay.cli.camera;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.option.RelayApi;
import dev.fanlight.relay.cli.terminal.Prompt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code camera remove}. */
@Command(
        name = "remove",
        description = "Remove a camera with its links, device and chat. Asks for confirmation.",
        mixinStandardHelpOptions = true)
final class CameraRemoveCommand implements Runnable {

    @Mixin
    private CameraArgument camera = new CameraArgument();

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean yes;

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        CameraName name = camera.name();
        RelayApi api = options.api().about(name);
        api.get("/cameras/" + name);
        if (!yes && !isConfirmed(name)) {
            throw new UserException(ExitCode.FAILED, "The name does not match. Nothing was removed.");
        }
        api.delete("/cameras/" + name);
        options.done("\"" + name + "\" was removed with its links, device and chat.");
    }

    private static boolean isConfirmed(CameraName name) {
        return Prompt.line(
                        "This removes \"" + name + "\" with its links, device and chat. Type its name to confirm: ",
                        "--yes")
                .strip()
                .equals(name.text());
    }
}
