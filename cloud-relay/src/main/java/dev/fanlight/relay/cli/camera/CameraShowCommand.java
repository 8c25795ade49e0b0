package dev.fanlight.relay.cli.camera;

import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.option.RelayApi;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Terminal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code camera show}. */
@Command(name = "show", description = "Show one camera and its device.", mixinStandardHelpOptions = true)
final class CameraShowCommand implements Runnable {

    private static final long BYTES_PER_MB = 1_000_000;

    @Mixin
    private CameraArgument camera = new CameraArgument();

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        RelayApi api = options.api().about(camera.name());
        String path = "/cameras/" + camera.name();
        JsonObject shown = api.get(path).put("addresses", new JsonArray(api.list(path + "/addresses")));
        options.print(shown, CameraShowCommand::print);
    }

    private static void print(Terminal terminal, JsonObject camera) {
        terminal.line("Camera       " + JsonMembers.text(camera, "camera"));
        terminal.line("Title        " + JsonMembers.text(camera, "title"));
        terminal.line("State        " + JsonMembers.text(camera, "state"));
        terminal.line("Viewers      " + JsonMembers.text(camera, "viewers"));
        terminal.line("Visibility   " + JsonMembers.text(camera, "visibility") + "; visitors can "
                + JsonMembers.text(camera, "visitors_can"));
        JsonMembers.texts(camera, "open_urls").forEach(url -> terminal.line("Address      " + url));
        terminal.line("Transcoding  " + (camera.getBoolean("transcode", false) ? "allowed" : "not allowed"));
        terminal.line("Recorded     " + JsonMembers.text(camera, "record").replace('_', ' '));
        terminal.line("Created      " + JsonMembers.time(camera, "created_at"));
        terminal.line("Last seen    " + JsonMembers.time(camera, "seen_at"));
        JsonObject device = camera.getJsonObject("device");
        if (device == null) {
            terminal.line("Device       none");
        } else {
            printDevice(terminal, device);
        }
        camera.getJsonArray("pushes", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .forEach(push -> printPush(terminal, push));
        printAddresses(terminal, camera.getJsonArray("addresses"));
    }

    private static void printPush(Terminal terminal, JsonObject push) {
        terminal.line(
                "Pushed to    " + JsonMembers.text(push, "target") + " (" + JsonMembers.text(push, "gateway") + "): "
                        + JsonMembers.text(push, "state") + " since " + JsonMembers.time(push, "since") + ", "
                        + push.getLong("bytes", 0L) / BYTES_PER_MB + " MB sent");
        if (push.containsKey("problem")) {
            terminal.line("  ! " + JsonMembers.text(push, "problem"));
        }
    }

    private static void printDevice(Terminal terminal, JsonObject device) {
        boolean rotating = device.getBoolean("rotating", false);
        terminal.line(
                "Device       " + JsonMembers.text(device, "id") + (rotating ? ", key replacement requested" : ""));
        terminal.line("Key words    " + JsonMembers.text(device, "words"));
    }

    /** One line each: the commands are printed with a key, when that is created. */
    private static void printAddresses(Terminal terminal, JsonArray addresses) {
        addresses.stream()
                .map(JsonObject.class::cast)
                .forEach(address ->
                        terminal.line(("publish".equals(address.getString("use")) ? "Publish at   " : "Watch at     ")
                                + JsonMembers.text(address, "url")));
        if (!addresses.isEmpty()) {
            terminal.line("             KEY: of a link to watch, of a publish key to publish");
        }
    }
}
