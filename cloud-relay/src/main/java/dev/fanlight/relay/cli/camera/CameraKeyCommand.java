package dev.fanlight.relay.cli.camera;

import dev.fanlight.relay.cli.option.AddressLines;
import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.option.QrOptions;
import dev.fanlight.relay.cli.option.RelayApi;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Printable;
import dev.fanlight.relay.cli.terminal.Table;
import dev.fanlight.relay.cli.terminal.Terminal;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code camera key}: publish keys. */
@Command(
        name = "key",
        description =
                "Publish keys: secrets with which an encoder or a browser can publish a camera without being its device.",
        mixinStandardHelpOptions = true)
final class CameraKeyCommand {

    @Command(
            name = "create",
            description = "Create a publish key. It is shown only once.",
            mixinStandardHelpOptions = true)
    void create(
            @Mixin CameraArgument camera,
            @Option(names = "--label", paramLabel = "TEXT", description = "What it is for, to find it again.") @Nullable
                    String label,
            @Option(
                            names = "--host",
                            paramLabel = "HOST",
                            description = "Host name or address to print in the addresses.")
                    @Nullable
                    String host,
            @Mixin QrOptions qr,
            @Mixin ApiOptions options) {
        JsonObject request = new JsonObject();
        Optional.ofNullable(label).ifPresent(text -> request.put("label", text));
        Optional.ofNullable(host).ifPresent(name -> request.put("host", name));
        JsonObject key = options.api().about(camera.name()).post(keysOf(camera), request);
        options.print(key, (terminal, answer) -> print(terminal, camera, answer, qr));
    }

    @Command(name = "list", description = "List the publish keys of a camera.", mixinStandardHelpOptions = true)
    void list(@Mixin CameraArgument camera, @Mixin ApiOptions options) {
        options.print(
                options.api().about(camera.name()).list(keysOf(camera)),
                "The camera has no publish key. Create one: fanlight-relay camera key create " + camera.name(),
                CameraKeyCommand::row,
                "ID",
                "STATE",
                "CREATED",
                "USED",
                "LABEL");
    }

    @Command(
            name = "revoke",
            description = "Revoke a publish key. A publisher that uses it is disconnected at once.",
            mixinStandardHelpOptions = true)
    void revoke(
            @Mixin CameraArgument camera,
            @Parameters(index = "1", paramLabel = "ID", description = "Id, as shown by camera key list.") String id,
            @Mixin ApiOptions options) {
        options.api()
                .ifMissing("There is no valid publish key \"" + Printable.text(id) + "\" of \"" + camera.name()
                        + "\". fanlight-relay camera key list shows them.")
                .delete(keysOf(camera) + "/" + RelayApi.segment(id));
        options.done("The publish key is revoked.");
    }

    private static String keysOf(CameraArgument camera) {
        return "/cameras/" + camera.name() + "/publish-keys";
    }

    private static void print(Terminal terminal, CameraArgument camera, JsonObject key, QrOptions qr) {
        terminal.line("Anyone with this key can publish \"" + camera.name() + "\". It is shown only once:");
        terminal.line("");
        terminal.line("  " + key.getString("key"));
        terminal.line("");
        AddressLines.print(
                terminal,
                "Where it publishes, in a browser, at the camera or at the encoder:",
                key.getJsonArray("publishers"));
        terminal.line("Revoke it: fanlight-relay camera key revoke " + camera.name() + " " + key.getString("id"));
        pageOf(key).ifPresent(url -> qr.print(terminal, url));
    }

    /** The link that makes a browser a camera: for a phone, so it is worth a QR code. */
    private static Optional<String> pageOf(JsonObject key) {
        String end = "/publish#" + key.getString("key");
        return key.getJsonArray("publishers").stream()
                .map(address -> ((JsonObject) address).getString("url"))
                .filter(url -> url.endsWith(end))
                .findFirst();
    }

    private static void row(Table table, JsonObject key) {
        table.row(
                JsonMembers.text(key, "id"),
                JsonMembers.text(key, "state"),
                JsonMembers.time(key, "created_at"),
                JsonMembers.time(key, "used_at"),
                JsonMembers.text(key, "label"));
    }
}
