package dev.fanlight.agent.config;

import dev.fanlight.cli.SecretMask;

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

    /** Without what is in it. */
    @Override
    public String toString() {
        return isEmpty() ? "Credentials[]" : "Credentials[" + SecretMask.MASK + "]";
    }
}
