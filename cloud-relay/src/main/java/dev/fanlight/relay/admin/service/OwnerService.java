package dev.fanlight.relay.admin.service;

import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.auth.AuthorizedSessions;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.auth.Principal.BySession;
import dev.fanlight.relay.auth.Principal.ByToken;
import dev.fanlight.relay.auth.Principal.Owner;
import dev.fanlight.relay.store.ApiTokens;
import dev.fanlight.relay.store.OwnerAccount;
import dev.fanlight.relay.store.OwnerAccount.Begun;
import dev.fanlight.relay.store.Revocations;
import dev.fanlight.relay.store.Revocations.Kind;
import dev.fanlight.relay.store.Revocations.Taken;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Becoming the owner, the owner’s sessions and tokens. Blocking, thread safe. */
public final class OwnerService {

    private final OwnerAccount account;
    private final ApiTokens tokens;
    private final Revocations revocations;
    private final AuthorizedSessions sessions;
    private final AuditLog audit;

    /** Works on all of these. */
    public OwnerService(
            OwnerAccount account,
            ApiTokens tokens,
            Revocations revocations,
            AuthorizedSessions sessions,
            AuditLog audit) {
        this.account = account;
        this.revocations = revocations;
        this.tokens = tokens;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** The secret of a one-time link. */
    public String newSetup(Actor actor) {
        note(actor, "owner.reset", Optional.empty());
        return account.newSetup();
    }

    /** Whether a one-time link is good. */
    public boolean isSetup(String secret) {
        return account.isSetup(secret);
    }

    /** Sets the password by a one-time link and begins a session; nothing when the link is not good. */
    public Optional<Begun> setUp(String secret, String passwordHash, String address, String browser) {
        if (!account.setUp(secret, passwordHash)) {
            return Optional.empty();
        }
        sessions.recheck(principal -> principal instanceof Owner);
        Begun begun = account.begin(address, browser);
        note(new Actor("owner:" + begun.id()), "owner.setup", Optional.empty());
        return Optional.of(begun);
    }

    /** What the owner’s password has to fit. */
    public Optional<String> passwordHash() {
        return account.passwordHash();
    }

    /** Sets another password; a new session is the only one left. */
    public Begun changePassword(Actor actor, String passwordHash, String address, String browser) {
        account.changePassword(passwordHash);
        Begun begun = account.begin(address, browser);
        sessions.recheck(OwnerService::bySession);
        note(actor, "owner.password", Optional.empty());
        return begun;
    }

    /** Begins a session after the password was right. */
    public Begun signIn(String address, String browser) {
        Begun begun = account.begin(address, browser);
        note(new Actor("owner:" + begun.id()), "owner.sign_in", Optional.empty());
        return begun;
    }

    /** Records an attempt with a wrong password. */
    public void wrongPassword() {
        note(new Actor("anybody"), "owner.wrong_password", Optional.empty());
    }

    /** The sessions that are good now. */
    public List<OwnerAccount.Session> sessions() {
        return account.sessions();
    }

    /** Ends a session, wherever it is used; whether there was one. */
    public boolean endSession(Actor actor, String id) {
        if (account.sessions().stream().noneMatch(session -> session.id().equals(id))) {
            return false;
        }
        Taken taken = revocations.take(Kind.OWNER_SESSION, id, () -> account.end(id));
        if (taken.inForce()) {
            sessions.recheck(
                    principal -> principal instanceof Owner owner && owner.by().equals(new BySession(id)));
            note(actor, "owner.end_session", Optional.of(id));
        }
        return taken.orThrow();
    }

    /** Makes a token. */
    public ApiTokens.Made createToken(Actor actor, String label, boolean readOnly, OptionalLong expiresAtMillis) {
        ApiTokens.Made made = tokens.create(label, readOnly, expiresAtMillis);
        note(actor, "token.create", Optional.of(made.id()));
        return made;
    }

    /** The tokens that are good now. */
    public List<ApiTokens.Token> tokens() {
        return tokens.list();
    }

    /** Takes a token back; whether there was one. */
    public boolean revokeToken(Actor actor, String id) {
        if (tokens.list().stream().noneMatch(token -> token.id().equals(id))) {
            return false;
        }
        Taken taken = revocations.take(Kind.TOKEN, id, () -> tokens.revoke(id));
        if (taken.inForce()) {
            sessions.recheck(principal -> principal instanceof Owner owner
                    && owner.by() instanceof ByToken token
                    && token.id().equals(id));
            note(actor, "token.revoke", Optional.of(id));
        }
        return taken.orThrow();
    }

    private void note(Actor actor, String act, Optional<String> target) {
        audit.record(AuditLog.Entry.of(actor.text(), act, Optional.empty(), target));
    }

    private static boolean bySession(Principal principal) {
        return principal instanceof Owner owner && owner.by() instanceof BySession;
    }
}
