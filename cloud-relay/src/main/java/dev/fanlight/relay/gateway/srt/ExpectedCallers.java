package dev.fanlight.relay.gateway.srt;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.relay.gateway.srt.SrtAdmission.Expected;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Callers that were allowed and are not there yet; some never come. Thread safe. */
final class ExpectedCallers {

    /** Most of them; the eldest are forgotten. */
    static final int MAX = 128;

    @GuardedBy("this")
    private final Map<Integer, Expected> byRequest = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Expected> eldest) {
            return size() > MAX;
        }
    };

    synchronized void add(int request, Expected expected) {
        byRequest.put(request, expected);
    }

    synchronized Optional<Expected> take(int request) {
        return Optional.ofNullable(byRequest.remove(request));
    }
}
