package dev.fanlight.relay.admin.api;

import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.http.route.Api;
import dev.fanlight.relay.http.route.Route;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The endpoint of each route of the API. Complete: it cannot be made with one missing. Immutable. */
public final class Endpoints implements Api {

    private final ApiGate gate;
    private final Map<Route, Endpoint> endpoints;

    private Endpoints(ApiGate gate, Map<Route, Endpoint> endpoints) {
        this.gate = gate;
        this.endpoints = endpoints;
    }

    /**
     * All endpoints together.
     *
     * @throws IllegalStateException when a route has none
     */
    static Endpoints of(ApiGate gate, EnumMap<Route, Endpoint> endpoints) {
        for (Route route : Route.values()) {
            if (route.isApi() != endpoints.containsKey(route)) {
                throw new IllegalStateException("the route " + route + " has no endpoint, or is none of the API");
            }
        }
        return new Endpoints(gate, endpoints.clone());
    }

    @Override
    public void answer(RoutingContext context, ConnectionWatch watch, Route route, boolean isLocal) {
        gate.handle(context, watch, route, Objects.requireNonNull(endpoints.get(route)), isLocal);
    }

    /** Waits until no call is being answered, and lets none begin afterwards; false when that takes longer than {@code limit}. */
    public boolean awaitEnd(Duration limit) {
        return gate.awaitEnd(limit);
    }

    @Override
    public void refuse(RoutingContext context, int status) {
        Problem.Code code = switch (status) {
            case 413 -> Problem.Code.TOO_LARGE;
            case 415 -> Problem.Code.WRONG_TYPE;
            case 500 -> Problem.Code.INTERNAL_ERROR;
            case 400 -> Problem.Code.BAD_REQUEST;
            default -> Problem.Code.NOT_FOUND;
        };
        Responses.problem(context, Problem.of(code));
    }
}
