package dev.fanlight.relay.cli.camera;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.cli.option.RelayApi;
import dev.fanlight.relay.cli.terminal.Printable;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Parameters;

/** A waiting device, by the approval code that its agent shows. Filled by picocli. */
final class CodeArgument {

    @Parameters(index = "0", paramLabel = "CODE", description = "Approval code that the agent shows: 8 letters.")
    private String code = "";

    /**
     * The waiting device with this code.
     *
     * @throws UserException unless there is exactly one
     */
    JsonObject device(RelayApi api) {
        String wanted = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        List<JsonObject> found = api.list("/enrollments").stream()
                .filter(device -> device.getString("code", "").equals(wanted))
                .toList();
        if (found.size() != 1) {
            throw new UserException(ExitCode.FAILED, notFound());
        }
        return found.get(0);
    }

    String notFound() {
        return "There is no waiting device with the code \"" + Printable.text(code)
                + "\". List them: fanlight-relay camera waiting";
    }
}
