package dev.fanlight.relay.cli.setup;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.cli.option.QrOptions;
import dev.fanlight.relay.cli.option.RelayApi;
import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Terminal;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * What setup ends with: the owner’s page, the command for the computer with the camera, the link to share. Blocking.
 *
 * @param api the running relay
 * @param terminal where they are printed
 * @param qr whether the link is also a QR code
 */
record FirstLinks(RelayApi api, Terminal terminal, QrOptions qr) {

    /** Prints them; a password is set before. */
    void print(CameraName camera, Optional<String> password) {
        owner(password);
        JsonObject invitation = api.post(
                "/cameras", new JsonObject().put("camera", camera.text()).put("new_link", true));
        terminal.line("");
        terminal.line("  On the computer with the camera (valid once, for 15 minutes):");
        terminal.line("    fanlight-agent join \"" + invitation.getString("join") + "\"");
        List<String> watch = JsonMembers.texts(invitation, "watch");
        if (!watch.isEmpty()) {
            terminal.line("");
            terminal.line("  Watch (anyone with this link can watch and chat; it is shown only once):");
            watch.forEach(link -> terminal.line("    " + link));
            qr.print(terminal, watch.get(0));
        }
    }

    private void owner(Optional<String> password) {
        List<String> urls = JsonMembers.texts(api.post("/owner/reset", new JsonObject()), "urls");
        if (password.isEmpty()) {
            terminal.line("  Owner's page; the password is set there (valid once, for 15 minutes):");
            urls.forEach(url -> terminal.line("    " + url));
            return;
        }
        String[] parts = urls.get(0).split("#", 2);
        JsonObject unused = api.post(
                "/owner/setup", new JsonObject().put("secret", parts[1]).put("password", password.get()));
        terminal.line("  Owner's page  " + parts[0]);
    }
}
