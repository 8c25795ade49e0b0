package dev.fanlight.relay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.audit.AuditLog.Dated;
import dev.fanlight.relay.audit.AuditLog.Entry;
import dev.fanlight.relay.auth.Principal.ByHost;
import dev.fanlight.relay.auth.Principal.BySession;
import dev.fanlight.relay.store.AuditEntries.Written;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The owner’s password, sessions and tokens, and the audit log. */
@StoreTest
class OwnerAccountTest extends OpenedStore {

    OwnerAccountTest(StoreKind kind) {
        super(kind);
    }

    @Test
    void oneTimeLinkSetsThePasswordOnce() {
        store.owner().newSetup();
        String setup = store.owner().newSetup();
        assertThat(store.owner().isSetup(setup)).isTrue();
        assertThat(store.owner().setUp(setup, "hash")).isTrue();
        assertThat(store.owner().setUp(setup, "other")).isFalse();
        assertThat(store.owner().passwordHash()).contains("hash");
        store.owner().changePassword("third");
        assertThat(store.owner().passwordHash()).contains("third");
    }

    @Test
    void sessionsEndOneByOneOrWithThePassword() {
        OwnerAccount.Begun first = store.owner().begin("192.0.2.1", "Firefox");
        OwnerAccount.Begun second = store.owner().begin("192.0.2.2", "Chromium");
        store.grants().touchOwnerSession(second.id());
        assertThat(store.grants().ownerSession(Secrets.hash(first.secret()))).isPresent();
        assertThat(store.owner().sessions()).hasSize(2);
        assertThat(store.owner().end(first.id())).isTrue();
        assertThat(store.grants().isOwner(new BySession(first.id()))).isFalse();
        assertThat(store.grants().isOwner(new BySession(second.id()))).isTrue();
        assertThat(store.grants().isOwner(new ByHost())).isTrue();
        store.owner().changePassword("hash");
        assertThat(store.owner().sessions()).isEmpty();
    }

    @Test
    void leastRecentlyUsedSessionIsRemovedAtTheLimit() {
        for (int i = 0; i <= OwnerAccount.MAX_SESSIONS; i++) {
            store.owner().begin("192.0.2." + i, "Firefox");
            pass(Duration.ofSeconds(1));
        }
        assertThat(store.owner().sessions())
                .hasSize(OwnerAccount.MAX_SESSIONS)
                .extracting(OwnerAccount.Session::address)
                .doesNotContain("192.0.2.0");
    }

    @Test
    void tokenSpeaksForTheOwnerUntilItEnds() {
        ApiTokens.Made forEver = store.tokens().create("script", true, OptionalLong.empty());
        ApiTokens.Made short1 = store.tokens().create("short", false, OptionalLong.of(clock.millis() + 1_000));
        assertThat(store.grants().ownerOfToken(Secrets.hash(forEver.secret()))).isPresent();
        assertThat(store.grants().ownerOfToken(Secrets.hash(short1.secret()))).isPresent();
        assertThat(store.tokens().list())
                .hasSize(2)
                .allMatch(token -> token.usedMillis().isPresent());
        pass(Duration.ofSeconds(2));
        assertThat(store.grants().ownerOfToken(Secrets.hash(short1.secret()))).isEmpty();
        assertThat(store.tokens().revoke(forEver.id())).isTrue();
        assertThat(store.tokens().list()).isEmpty();
    }

    @Test
    void thereAreOnlySoManyTokens() {
        store.database().write(connection -> {
            for (int i = 0; i < ApiTokens.MAX_TOKENS; i++) {
                Row.update(
                        connection,
                        "INSERT INTO api_token (id, label, read_only, secret_hash, created_at) VALUES (?, '', 0, ?, 0)",
                        "id-" + i,
                        "hash-" + i);
            }
            return true;
        });
        assertThatThrownBy(() -> store.tokens().create("one more", false, OptionalLong.empty()))
                .isInstanceOf(LimitReachedException.class);
    }

    @Test
    void auditEntriesNumberThemselvesAndAreReadBackwards() {
        store.audit()
                .append(List.of(entry("camera.open", false), entry("link.guess", true), entry("camera.pause", false)));
        List<Written> newest = store.audit().newest(Long.MAX_VALUE, 2, false);
        assertThat(newest).extracting(written -> written.entry().act()).containsExactly("camera.pause", "link.guess");
        assertThat(newest.get(0).timeMillis()).isEqualTo(clock.millis());
        assertThat(store.audit().newest(newest.get(1).id(), 10, false))
                .extracting(written -> written.entry().act())
                .containsExactly("camera.open");
        assertThat(store.audit().newest(Long.MAX_VALUE, 10, true)).hasSize(1);
    }

    private Dated entry(String act, boolean alert) {
        return new Dated(clock.millis(), new Entry("owner", act, Optional.of("front"), Optional.empty(), alert));
    }
}
