package dev.fanlight.agent.config;

import dev.fanlight.agent.onvif.http.CameraLogin;
import dev.fanlight.cli.SecretMask;
import java.util.Optional;

/**
 * The agent’s credentials at a camera on the network. Immutable.
 *
 * @param user name
 * @param password as it is, not encoded for an address
 */
public record Credentials(String user, String password) {

    /** Of a camera that asks for none, or whose address holds them. */
    public static final Credentials NONE = new Credentials("", "");

    /** Whether none are configured. */
    public boolean isEmpty() {
        return user.isEmpty() && password.isEmpty();
    }

    /** As ONVIF takes them; empty where none are configured. */
    public Optional<CameraLogin> onvifLogin() {
        return isEmpty() ? Optional.empty() : Optional.of(new CameraLogin(user, password));
    }

    /** Without what is in it. */
    @Override
    public String toString() {
        return isEmpty() ? "Credentials[]" : "Credentials[" + SecretMask.MASK + "]";
    }
}
