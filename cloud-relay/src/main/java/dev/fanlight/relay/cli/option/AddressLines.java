package dev.fanlight.relay.cli.option;

import dev.fanlight.relay.cli.terminal.JsonMembers;
import dev.fanlight.relay.cli.terminal.Terminal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** How commands print the addresses of a camera at gateways. Stateless. */
public final class AddressLines {

    private AddressLines() {}

    /** Prints each address with a command that uses it below {@code title}; nothing when there is none. */
    public static void print(Terminal terminal, String title, JsonArray addresses) {
        if (addresses.isEmpty()) {
            return;
        }
        terminal.line(title);
        for (JsonObject address : objects(addresses)) {
            terminal.line("");
            terminal.line("  " + JsonMembers.text(address, "protocol") + "  " + JsonMembers.text(address, "url"));
            terminal.line("  " + JsonMembers.text(address, "command"));
        }
        terminal.line("");
    }

    private static List<JsonObject> objects(JsonArray addresses) {
        return addresses.stream().map(JsonObject.class::cast).toList();
    }
}
