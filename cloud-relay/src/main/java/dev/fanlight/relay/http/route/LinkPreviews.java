package dev.fanlight.relay.http.route;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Knows the cameras that their owner has previewed where links to them are shown. */
@FunctionalInterface
public interface LinkPreviews {

    /** The relay has no images. */
    LinkPreviews NONE = (context, nameOrId) -> Future.succeededFuture(Optional.empty());

    /**
     * The preview of a camera’s watch page; empty for all others, which are not to be told apart. On the event loop; must not block.
     *
     * @param nameOrId in the address of the page; any text
     */
    Future<Optional<LinkPreview>> of(RoutingContext context, String nameOrId);
}
