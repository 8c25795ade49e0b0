package dev.fanlight.relay.config;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How the command line of this computer reaches the running relay: a file that only the relay’s own user can read. Immutable.
 *
 * @param port of the listener on 127.0.0.1
 * @param token what requests show
 */
public record LocalAdminFile(int port, String token) {

    private static final String FILE = "admin.json";

    /** Writes it for the command line, over what an earlier start has written. Blocking. */
    public void write(RelayStateFolder folder) {
        String json = new JsonObject().put("port", port).put("token", token).encode();
        folder.write(FILE, json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what the relay has written that runs or ran last. Blocking.
     *
     * @throws UserException when the file is damaged
     */
    public static Optional<LocalAdminFile> read(RelayStateFolder folder) {
        return folder.read(FILE).map(bytes -> parse(bytes, folder));
    }

    private static LocalAdminFile parse(byte[] bytes, RelayStateFolder folder) {
        try {
            JsonObject json = new JsonObject(new String(bytes, StandardCharsets.UTF_8));
            return new LocalAdminFile(json.getInteger("port", 0), json.getString("token", ""));
        } catch (DecodeException | ClassCastException e) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "The file " + FILE + " in " + folder + " is damaged. Start the relay again to write it anew.",
                    e);
        }
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "LocalAdminFile[" + port + "]";
    }
}
