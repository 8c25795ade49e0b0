package dev.fanlight.relay.admin.api;

import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.auth.Authenticator;
import dev.fanlight.relay.auth.Credentials;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.auth.Principal.Owner;
import java.util.Optional;

/** Authenticates callers of the API, as {@link Authenticator} does, and besides by the token file of the relay’s own computer. Blocking, thread safe. */
public final class CallerAuthenticator {

    private final Authenticator authenticator;
    private final String hostTokenHash;

    /**
     * Authenticates with {@code authenticator}.
     *
     * @param hostToken secret of the token file, which counts on the local listener only
     */
    public CallerAuthenticator(Authenticator authenticator, String hostToken) {
        this.authenticator = authenticator;
        this.hostTokenHash = Secrets.hash(hostToken);
    }

    /**
     * The caller of a request.
     *
     * @param isLocal whether it came in by the local listener
     * @param camera the camera that the request is about, if it is about one
     */
    Principal authenticate(Credentials credentials, boolean isLocal, Optional<String> camera) {
        boolean isHost = isLocal
                && credentials
                        .token()
                        .filter(token -> Secrets.matches(token, hostTokenHash))
                        .isPresent();
        return isHost ? new Owner(new Principal.ByHost()) : authenticator.caller(credentials, camera);
    }
}
