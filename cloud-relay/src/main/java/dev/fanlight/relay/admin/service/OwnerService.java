package dev.fanlight.relay.admin.service;

import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.auth.RightsAnnouncer;
import dev.fanlight.relay.cluster.RightsChange;
import dev.fanlight.relay.store.ApiTokens;
import dev.fanlight.relay.store.OwnerAccount;
import dev.fanlight.relay.store.OwnerAccount.Begun;
import dev.fanlight.relay.store.Revocations;
import dev.fanlight.relay.store.Revocations.Kind;
import dev.fanlight.relay.store.Revocations.Taken;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Becoming the owner, the owner’s sessions and tokens. Blocking, thread safe. */
public final class OwnerService {

    /** Least time between two entries of the audit log about wrong passwords. */
    public static final Duration WRONG_PASSWORD_INTERVAL = Duration.ofMinutes(1);

    private final OwnerAccount account;
    private final ApiTokens tokens;
    private final Revocations revocations;
    private final RightsAnnouncer rights;
    private final AuditLog audit;
    private final NanoClock clock;
    private final AtomicLong lastWrongPassword;

    /** Works on all of these. */
    public OwnerService(
            OwnerAccount account,
            ApiTokens tokens,
            Revocations revocations,
            RightsAnnouncer rights,
            AuditLog audit,
            NanoClock clock) {
        this.clock = clock;
        this.lastWrongPassword = new AtomicLong(clock.nanoTime() - WRONG_PASSWORD_INTERVAL.toNanos());
        this.account = account;
        this.revocations = revocations;
        this.tokens = tokens;
        this.rights = rights;
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
        rights.announce(RightsChange.ofOwner());
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
        rights.announce(RightsChange.ofOwnerSessions());
        note(actor, "owner.password", Optional.empty());
        return begun;
    }

    /** Begins a session after the password was right. */
    public Begun signIn(String address, String browser) {
        Begun begun = account.begin(address, browser);
        note(new Actor("owner:" + begun.id()), "owner.sign_in", Optional.empty());
        return begun;
    }

    /** Records that wrong passwords are tried: once in {@link #WRONG_PASSWORD_INTERVAL}, so that who tries them cannot wash out the log. */
    public void wrongPassword() {
        long now = clock.nanoTime();
        long last = lastWrongPassword.get();
        boolean due = now - last >= WRONG_PASSWORD_INTERVAL.toNanos();
        if (due && lastWrongPassword.compareAndSet(last, now)) {
            note(new Actor("anybody"), "owner.wrong_password", Optional.empty());
        }
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
            rights.announce(RightsChange.ofOwnerSession(id));
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
            rights.announce(RightsChange.ofApiToken(id));
            note(actor, "token.revoke", Optional.of(id));
        }
        return taken.orThrow();
    }

    private void note(Actor actor, String act, Optional<String> target) {
        audit.record(AuditLog.Entry.of(actor.text(), act, Optional.empty(), target));
    }
}
