package dev.fanlight.relay.admin.api;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.config.CameraAddress;
import dev.fanlight.relay.config.CameraAddress.Use;
import dev.fanlight.relay.config.PublicAddresses;
import dev.fanlight.relay.config.ShownKey;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a camera is reached: by its page, and by the protocols of the gateways that are on. Thread safe.
 *
 * @param relay where the relay is reached
 * @param gateways the addresses of all gateways
 */
public record AddressBook(Supplier<PublicAddresses> relay, Supplier<List<CameraAddress>> gateways) {

    /** All addresses of a camera, without keys. */
    JsonArray of(CameraName camera) {
        return array(gateways.get(), Optional.empty(), camera, ShownKey.UNKNOWN);
    }

    /** The addresses of a camera that a key opens. */
    JsonArray of(Use use, Optional<String> host, CameraName camera, ShownKey key) {
        List<CameraAddress> opened =
                gateways.get().stream().filter(address -> address.use() == use).toList();
        return array(opened, host, camera, key);
    }

    private JsonArray array(List<CameraAddress> addresses, Optional<String> host, CameraName camera, ShownKey key) {
        PublicAddresses now = relay.get();
        return JsonViews.array(addresses, address -> view(address, address.url(now, host, camera.text(), key), key));
    }

    private static JsonObject view(CameraAddress address, String url, ShownKey key) {
        return new JsonObject()
                .put("use", address.use().name().toLowerCase(Locale.ROOT))
                .put("protocol", address.protocol())
                .put("url", url)
                .put("command", address.command(url, key));
    }
}
