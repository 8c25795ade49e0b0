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
        description = "Remove a camera with its links, device and chat. Asks first.",
        mixinStandardHelpOptions = true)
final class CameraRemoveCommand implements Runnable {

    @Mixin
    private CameraArgument camera = new CameraArgument();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        CameraName name = camera.name();
        RelayApi api = options.api().about(name);
        api.get("/cameras/" + name);
        if (!yes && !isConfirmed(name)) {
            throw new UserException(ExitCode.FAILED, "That is not its name. Nothing was removed.");
        }
        api.delete("/cameras/" + name);
        options.done("\"" + name + "\" is gone, with its links, device and chat.");
    }

    private static boolean isConfirmed(CameraName name) {
        return Prompt.line(
                        "\"" + name + "\" goes with its links, device and chat. Type its name to remove it: ", "--yes")
                .strip()
                .equals(name.text());
    }
}
