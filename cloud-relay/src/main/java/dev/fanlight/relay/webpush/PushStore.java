package dev.fanlight.relay.webpush;

import java.util.List;
import java.util.Optional;

/** Keeps who is notified, and the key of the relay. Blocking, thread safe. */
public interface PushStore {

    /**
     * Adds a browser; replaces what its session, or this address, had before.
     *
     * @param session of the owner, with whose end it is removed
     * @param browser what it calls itself
     * @return its id
     */
    String add(String session, String browser, PushSubscription.Target target);

    /** All, the oldest first. */
    List<PushSubscription> all();

    /** Removes one; returns whether there was one. */
    boolean remove(String id);

    /** The key of the relay, which is {@code fresh} if it had none. */
    KeyTexts key(KeyTexts fresh);

    /** The key of the relay, if it has one. */
    Optional<KeyTexts> key();

    /**
     * A pair of keys as texts.
     *
     * @param publicKey a point of P-256, 65 bytes in base64url
     * @param privateKey PKCS #8 in base64url
     */
    record KeyTexts(String publicKey, String privateKey) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "KeyTexts[" + publicKey + "]";
        }
    }
}
