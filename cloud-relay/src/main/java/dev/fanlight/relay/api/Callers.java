package dev.fanlight.relay.api;

import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.access.Credentials;
import dev.fanlight.relay.access.Doorkeeper;
import dev.fanlight.relay.access.Principal;
import dev.fanlight.relay.access.Principal.Anonymous;
import dev.fanlight.relay.access.Principal.BySession;
import dev.fanlight.relay.access.Principal.Owner;
import dev.fanlight.relay.store.ApiTokens;
import dev.fanlight.relay.store.Grants;
import java.util.Optional;

/**
 * Finds out who calls: by a token, by the owner’s cookie, or for what is about one camera by the watch page’s cookie. Blocking, thread
 * safe.
 */
public final class Callers {

    private final Grants grants;
    private final ApiTokens tokens;
    private final Doorkeeper doorkeeper;
    private final String hostToken;

    /**
     * Knows what the store knows.
     *
     * @param hostToken secret of the token file, which counts on the local listener only
     */
    public Callers(Grants grants, ApiTokens tokens, Doorkeeper doorkeeper, String hostToken) {
        this.grants = grants;
        this.tokens = tokens;
        this.doorkeeper = doorkeeper;
        this.hostToken = Secrets.hash(hostToken);
    }

    /**
     * Who calls.
     *
     * @param bearer the token of the request, if it has one; then nothing else counts
     * @param isLocal whether it came in by the local listener
     * @param camera which camera it is about, if it is about one
     */
    Principal identify(Optional<String> bearer, boolean isLocal, Credentials cookies, Optional<String> camera) {
        if (bearer.isPresent()) {
            return byToken(bearer.get(), isLocal);
        }
        Optional<Owner> owner = cookies.ownerSession().flatMap(secret -> grants.ownerSession(Secrets.hash(secret)));
        if (owner.isPresent()) {
            if (owner.get().by() instanceof BySession session) {
                grants.touchOwnerSession(session.id());
            }
            return owner.get();
        }
        return camera.filter(name -> cookies.watchSession().isPresent())
                .map(name -> doorkeeper.identify(name, cookies).principal())
                .orElseGet(Anonymous::new);
    }

    private Principal byToken(String token, boolean isLocal) {
        if (isLocal && Secrets.matches(token, hostToken)) {
            return new Owner(new Principal.ByHost());
        }
        return tokens.owner(token).<Principal>map(owner -> owner).orElseGet(Anonymous::new);
    }
}
