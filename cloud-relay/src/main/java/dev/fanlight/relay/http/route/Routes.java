package dev.fanlight.relay.http.route;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What answers which path. Filled by components as they are made and started, on the starting thread; only read once the listeners are open.
 */
public final class Routes {

    private final Map<Route, RouteHandler> own = new EnumMap<>(Route.class);
    private final List<AddedRoute> added = new ArrayList<>();
    private Optional<Api> api = Optional.empty();
    private LinkPreviews previews = LinkPreviews.NONE;
    private RouteHandler missing = (context, watch) -> Responses.notFound(context);

    /**
     * Answers one of the relay’s own routes, which is not one of the API.
     *
     * @throws IllegalArgumentException when it is answered already
     */
    public void answer(Route route, RouteHandler handler) {
        if (route.isApi() || own.putIfAbsent(route, handler) != null) {
            throw new IllegalArgumentException("the route " + route + " has another handler");
        }
    }

    /**
     * Adds the path of a gateway.
     *
     * @throws IllegalArgumentException when that path is answered already
     */
    public void add(AddedRoute route) {
        if (isTaken(route)) {
            throw new IllegalArgumentException("the path " + route.path() + " has another handler");
        }
        added.add(route);
    }

    /** Has {@code page} answer browsers that look for a page where there is none. */
    public void answerMissing(RouteHandler page) {
        missing = page;
    }

    /** Has watch pages say what {@code known} says of their cameras. */
    public void preview(LinkPreviews known) {
        previews = known;
    }

    /** What watch pages say of their cameras. */
    public LinkPreviews previews() {
        return previews;
    }

    /** Answers all routes of the API. */
    public void answer(Api everything) {
        api = Optional.of(everything);
    }

    /**
     * What answers the routes of the API.
     *
     * @throws IllegalStateException when nothing does, a mistake of the program
     */
    Api api() {
        return api.orElseThrow(() -> new IllegalStateException("the API has no endpoints"));
    }

    RouteHandler handler(Route route) {
        return own.getOrDefault(route, (context, watch) -> Responses.notFound(context));
    }

    RouteHandler missing() {
        return missing;
    }

    List<AddedRoute> added() {
        return List.copyOf(added);
    }

    private boolean isTaken(AddedRoute route) {
        for (Route known : Route.values()) {
            if (known.method().equals(route.method()) && known.path().equals(route.path())) {
                return true;
            }
        }
        return added.stream()
                .anyMatch(other ->
                        other.method().equals(route.method()) && other.path().equals(route.path()));
    }
}
