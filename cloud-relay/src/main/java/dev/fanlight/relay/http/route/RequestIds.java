package dev.fanlight.relay.http.route;

import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.http.connection.ClientAddress;
import dev.fanlight.relay.log.RequestId;
import dev.fanlight.relay.log.RequestScope;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;

/**
 * Gives each request its id: the one that a trusted proxy has given it, if that is well formed and the only one, else a random one of 8
 * characters. Thread safe.
 */
public final class RequestIds {

    private static final int BITS = 40;

    private final ClientAddress addresses;
    private final Secrets secrets;

    /** {@code addresses} knows which proxies are trusted. */
    public RequestIds(ClientAddress addresses, Secrets secrets) {
        this.addresses = addresses;
        this.secrets = secrets;
    }

    /** Names the request in log lines from now on, and in its answer, the second time as the first. Event loop only. */
    void begin(HttpServerRequest request) {
        RequestId id = RequestScope.id().or(() -> given(request)).orElseGet(() -> new RequestId(secrets.base32(BITS)));
        RequestScope.begin(id);
        request.response().putHeader(RequestId.HEADER, id.text());
    }

    private Optional<RequestId> given(HttpServerRequest request) {
        List<String> headers = request.headers().getAll(RequestId.HEADER);
        return headers.size() == 1 && addresses.isProxied(request) ? RequestId.parse(headers.get(0)) : Optional.empty();
    }
}
