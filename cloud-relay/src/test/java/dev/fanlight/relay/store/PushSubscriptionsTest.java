package dev.fanlight.relay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.relay.webpush.PushStore.KeyTexts;
import dev.fanlight.relay.webpush.PushSubscription;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Browsers of the owner that are notified. */
@StoreTest
class PushSubscriptionsTest extends OpenedStore {

    PushSubscriptionsTest(StoreKind kind) {
        super(kind);
    }

    @Test
    void aSessionHasOneBrowserAndABrowserOneSession() {
        store.push().add("one", "Firefox", target(1));
        String second = store.push().add("one", "Firefox", target(2));
        assertThat(store.push().all()).singleElement().satisfies(known -> {
            assertThat(known.id()).isEqualTo(second);
            assertThat(known.target()).isEqualTo(target(2));
        });
        store.push().add("two", "Firefox", target(2));
        assertThat(store.push().all())
                .singleElement()
                .extracting(PushSubscription::session)
                .isEqualTo("two");
    }

    @Test
    void browsersGoWithTheirSessionAndWithThePassword() {
        OwnerAccount.Begun session = store.owner().begin("192.0.2.1", "Firefox");
        store.push().add(session.id(), "Firefox", target(1));
        store.push().add("other", "Chromium", target(2));
        store.owner().end(session.id());
        assertThat(store.push().all()).extracting(PushSubscription::session).containsExactly("other");
        store.owner().changePassword("hash");
        assertThat(store.push().all()).isEmpty();
    }

    @Test
    void noMoreBrowsersThanTheLimitAreNotified() {
        for (int i = 0; i < PushSubscriptions.MAX; i++) {
            store.push().add("session" + i, "Firefox", target(i));
        }
        assertThatThrownBy(() -> store.push().add("one-more", "Firefox", target(PushSubscriptions.MAX)))
                .isInstanceOf(LimitReachedException.class);
        assertThat(store.push().remove(store.push().all().get(0).id())).isTrue();
        store.push().add("one-more", "Firefox", target(PushSubscriptions.MAX));
        assertThat(store.push().remove("unknown")).isFalse();
    }

    @Test
    void theKeyIsMadeOnce() {
        KeyTexts first = new KeyTexts("public", "private");
        assertThat(store.push().key()).isEmpty();
        assertThat(store.push().key(first)).isEqualTo(first);
        assertThat(store.push().key(new KeyTexts("other", "key"))).isEqualTo(first);
        assertThat(first.toString()).doesNotContain("private");
    }

    private static PushSubscription.Target target(int number) {
        return new PushSubscription.Target(URI.create("https://push.example.org/" + number), "BP4z", "BTBZ");
    }
}
