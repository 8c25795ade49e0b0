package dev.fanlight.agent.preview;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.identity.Secrets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who may watch: a key in an address is good for one browser, once, and is exchanged for a session that lasts as long as the server. Nothing is
 * kept on disk. Thread safe.
 */
final class PreviewKeys {

    /** Most keys that were made and not used; the oldest is forgotten. */
    static final int MAX_KEYS = 32;

    /** Most sessions; the oldest is forgotten. */
    static final int MAX_SESSIONS = 64;

    private static final int BITS = 128;

    private final Secrets secrets;
    private final ReentrantLock lock = new ReentrantLock();

    /** Hashes of keys, and the cameras they are for. */
    @GuardedBy("lock")
    private final Map<String, String> keys = new LinkedHashMap<>();

    /** Hashes of session tokens, and the cameras they are for. */
    @GuardedBy("lock")
    private final Map<String, String> sessions = new LinkedHashMap<>();

    PreviewKeys(Secrets secrets) {
        this.secrets = secrets;
    }

    /** A new key for a camera. */
    String create(String camera) {
        lock.lock();
        try {
            return remember(keys, MAX_KEYS, camera);
        } finally {
            lock.unlock();
        }
    }

    /** Exchanges a key for the token of a session; empty when it is wrong or used. */
    Optional<String> exchange(String camera, String key) {
        lock.lock();
        try {
            boolean good = camera.equals(keys.get(Secrets.hash(key)));
            if (!good) {
                return Optional.empty();
            }
            keys.remove(Secrets.hash(key));
            return Optional.of(remember(sessions, MAX_SESSIONS, camera));
        } finally {
            lock.unlock();
        }
    }

    /** Whether a session’s token admits to this camera. */
    boolean admits(String camera, String token) {
        lock.lock();
        try {
            return camera.equals(sessions.get(Secrets.hash(token)));
        } finally {
            lock.unlock();
        }
    }

    /** A camera is gone: so are its keys and sessions. */
    void forget(String camera) {
        lock.lock();
        try {
            keys.values().removeIf(camera::equals);
            sessions.values().removeIf(camera::equals);
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private String remember(Map<String, String> where, int most, String camera) {
        String secret = secrets.base32(BITS);
        if (where.size() >= most) {
            Iterator<String> oldest = where.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        where.put(Secrets.hash(secret), camera);
        return secret;
    }
}
