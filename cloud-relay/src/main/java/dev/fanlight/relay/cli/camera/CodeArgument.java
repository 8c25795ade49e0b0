package dev.fanlight.relay.cli.camera;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.cli.option.RelayApi;
import dev.fanlight.relay.cli.terminal.Printable;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Parameters;

/** The device that a command is about, named by the code that its agent shows. Filled by picocli. */
final class CodeArgument {

    @Parameters(index = "0", paramLabel = "CODE", description = "What the agent shows: 8 letters.")
    private String code = "";

    /**
     * The device that waits with this code.
     *
     * @throws UserException when none does, or more than one
     */
    JsonObject device(RelayApi api) {
        String wanted = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        List<JsonObject> found = api.list("/enrolments").stream()
                .filter(device -> device.getString("code", "").equals(wanted))
                .toList();
        if (found.size() != 1) {
            throw new UserException(ExitCode.FAILED, sentence());
        }
        return found.get(0);
    }

    String sentence() {
        return "No device waits with the code \"" + Printable.text(code)
                + "\". fanlight-relay camera waiting shows those that do.";
    }
}
