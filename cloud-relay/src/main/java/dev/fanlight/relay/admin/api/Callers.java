package dev.fanlight.relay.admin.api;

import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.auth.Authenticator;
import dev.fanlight.relay.auth.Credentials;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.auth.Principal.Anonymous;
import dev.fanlight.relay.auth.Principal.BySession;
import dev.fanlight.relay.auth.Principal.Owner;
import dev.fanlight.relay.store.ApiTokens;
import dev.fanlight.relay.store.StoredGrants;
import java.util.Optional;

/**
 * Finds out who calls: by a token, by the owner’s cookie, or for what is about one camera by the watch page’s cookie. Blocking, thread
 * safe.
 */
public final class Callers {

    private final StoredGrants grants;
    private final ApiTokens tokens;
    private final Authenticator doorkeeper;
    private final String hostToken;

    /**
     * Knows what the store knows.
     *
     * @param hostToken secret of the token file, which counts on the local listener only
     */
    public Callers(StoredGrants grants, ApiTokens tokens, Authenticator doorkeeper, String hostToken) {
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
