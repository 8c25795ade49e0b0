package dev.fanlight.relay.admin.api;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.admin.service.Actor;
import dev.fanlight.relay.auth.Credentials;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.ratelimit.AddressKey;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A request whose caller is known and may do this. Immutable but for {@link #fields}.
 *
 * @param principal who calls
 * @param camera the camera of the path, if it names one; it may not exist
 * @param path the other parameters of the path, by name
 * @param query the parameters after the question mark, by name, the first of each
 * @param fields the body
 * @param client who is at the other end
 * @param credentials what was presented
 * @param streaming whether the answer may go on as server-sent events
 * @param overRate how long its address is to wait, if that has asked too often; then only an authenticated caller is answered
 */
record Call(
        Principal principal,
        Optional<CameraName> camera,
        Map<String, String> path,
        Map<String, String> query,
        Fields fields,
        Client client,
        Credentials credentials,
        boolean streaming,
        Optional<Duration> overRate) {

    /**
     * Who is at the other end.
     *
     * @param address where
     * @param browser what it calls itself, cut to 120 printable characters
     */
    record Client(InetAddress address, String browser) {

        AddressKey key() {
            return AddressKey.of(address);
        }
    }

    Actor actor() {
        return Actor.of(principal);
    }

    /** The camera of the path; only for routes that have one. */
    CameraName cameraName() {
        return camera.orElseThrow(() -> new ProblemException(Problem.Code.NOT_FOUND));
    }

    String id() {
        return path.getOrDefault("id", "");
    }
}
