package dev.fanlight.relay.gateway;

import dev.fanlight.identity.CameraName;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the gateways of a relay report to its owner. Thread safe.
 *
 * @param gateways those that run
 */
public record GatewayReports(Supplier<List<Gateway>> gateways) {

    /** Where a camera is pushed to. Must not block. */
    public List<PushStatus> pushes(CameraName camera) {
        return gateways.get().stream()
                .flatMap(gateway -> gateway.pushes().stream())
                .filter(push -> push.camera().equals(camera))
                .toList();
    }

    /** The features of the protocol that players have through gateways. Must not block. */
    public Stream<String> features() {
        return gateways.get().stream().flatMap(gateway -> gateway.features().stream());
    }

    /** What the owner has to do so that they work, a sentence each. Blocking. */
    public List<String> problems() {
        return gateways.get().stream()
                .flatMap(gateway -> gateway.problems().stream())
                .toList();
    }
}
