package dev.fanlight.relay.cli.link;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.cli.option.ApiOptions;
import dev.fanlight.relay.cli.option.CameraNames;
import dev.fanlight.relay.cli.option.RelayApi;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Terminal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code link portal}. */
@Command(
        name = "portal",
        description =
                "Create two links for two sites that see and hear each other in their browsers. They are shown only once.",
        mixinStandardHelpOptions = true)
final class LinkPortalCommand implements Runnable {

    private static final String LABEL = "portal";

    @Parameters(
            index = "0",
            paramLabel = "HERE",
            description = "Camera that the browser at the first site becomes.",
            converter = CameraNames.class)
    private @Nullable CameraName here;

    @Parameters(
            index = "1",
            paramLabel = "THERE",
            description = "Camera that the browser at the second site becomes.",
            converter = CameraNames.class)
    private @Nullable CameraName there;

    @Option(names = "--host", paramLabel = "HOST", description = "Host name or address to use in the links.")
    private @Nullable String host;

    @Mixin
    private ApiOptions options = new ApiOptions();

    @Override
    public void run() {
        CameraName first = Objects.requireNonNull(here);
        CameraName second = Objects.requireNonNull(there);
        if (first.equals(second)) {
            throw new UserException(ExitCode.USAGE, "A portal needs two cameras: each site becomes one of them.");
        }
        // Both, before anything is created for one of them.
        api(first).get("/cameras/" + first);
        api(second).get("/cameras/" + second);
        JsonObject portal = new JsonObject()
                .put("sites", new JsonArray().add(site(first, second)).add(site(second, first)));
        options.print(portal, LinkPortalCommand::print);
    }

    private RelayApi api(CameraName camera) {
        return options.api().about(camera);
    }

    /** What the site that becomes {@code camera} opens to see {@code other}. */
    private JsonObject site(CameraName camera, CameraName other) {
        JsonObject key = api(camera).post("/cameras/" + camera + "/publish-keys", request());
        JsonObject link =
                api(other).post("/cameras/" + other + "/links", request().put("can", "watch"));
        List<String> pages = JsonMembers.texts(link, "urls").stream()
                .map(url -> page(url, other, key.getString("key")))
                .toList();
        return new JsonObject()
                .put("camera", camera.text())
                .put("sees", other.text())
                .put("urls", new JsonArray(pages))
                .put("publish_key", key.getString("id"))
                .put("link", link.getString("id"));
    }

    private JsonObject request() {
        JsonObject request = new JsonObject().put("label", LABEL);
        Optional.ofNullable(host).ifPresent(name -> request.put("host", name));
        return request;
    }

    /** The address of a link to a camera is {@code ROOT/w/CAMERA#SECRET}. */
    private static String page(String link, CameraName camera, String key) {
        String watch = "/w/" + camera + "#";
        int at = link.indexOf(watch);
        return link.substring(0, at) + "/portal#" + key + "." + camera + "." + link.substring(at + watch.length());
    }

    private static void print(Terminal terminal, JsonObject portal) {
        terminal.line("Each site opens its link and presses Join. They are shown only once:");
        for (Object each : portal.getJsonArray("sites")) {
            JsonObject site = (JsonObject) each;
            terminal.line("");
            terminal.line("At \"" + site.getString("camera") + "\", which sees \"" + site.getString("sees") + "\":");
            JsonMembers.texts(site, "urls").forEach(url -> terminal.line("  " + url));
            terminal.line("  Revoke it: fanlight-relay camera key revoke " + site.getString("camera") + " "
                    + site.getString("publish_key") + " && fanlight-relay link revoke " + site.getString("link"));
        }
        terminal.line("");
        terminal.line(
                "On a screen that no one operates, put ?auto before the \"#\" and let the browser use camera, microphone and sound.");
    }
}
