package dev.fanlight.relay.admin.api;

import dev.fanlight.relay.auth.Principal.BySession;
import dev.fanlight.relay.auth.Principal.Owner;
import dev.fanlight.relay.http.route.Route;
import dev.fanlight.relay.webpush.PushSubscription;
import dev.fanlight.relay.webpush.WebPush;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/** Browsers of the owner that are notified. A browser is one that is signed in: programs have events and webhooks. Thread safe. */
public final class PushEndpoints {

    private static final int MAX_KEY = 128;

    private final WebPush push;

    /** Answers with what {@code push} does. */
    public PushEndpoints(WebPush push) {
        this.push = push;
    }

    void register(Map<Route, Endpoint> endpoints) {
        endpoints.put(Route.PUSH, (Endpoint.Blocking) this::list);
        endpoints.put(Route.SUBSCRIBE_PUSH, (Endpoint.Blocking) this::subscribe);
        endpoints.put(Route.UNSUBSCRIBE_PUSH, (Endpoint.Blocking) call -> Answer.doneIf(push.unsubscribe(call.id())));
        endpoints.put(Route.TEST_PUSH, (Endpoint.Blocking) this::test);
    }

    private Answer list(Call call) {
        Optional<String> session = session(call);
        return Answer.ok(new JsonObject()
                .put("key", push.publicKey())
                .put(
                        "browsers",
                        JsonViews.array(
                                push.subscriptions(),
                                known -> new JsonObject()
                                        .put("id", known.id())
                                        .put("browser", known.browser())
                                        .put("created_at", known.createdMillis())
                                        .put(
                                                "current",
                                                session.filter(known.session()::equals)
                                                        .isPresent()))));
    }

    private Answer subscribe(Call call) {
        PushSubscription.Target target = target(call.fields());
        String session = session(call).orElseThrow(() -> new ProblemException(Problem.Code.NOT_FOUND));
        return Answer.created(
                new JsonObject().put("id", push.subscribe(session, call.client().browser(), target)));
    }

    private static PushSubscription.Target target(Fields fields) {
        String endpoint = fields.text("endpoint", PushSubscription.MAX_ENDPOINT);
        String key = fields.text("p256dh", MAX_KEY);
        String secret = fields.text("auth", MAX_KEY);
        try {
            return PushSubscription.target(endpoint, key, secret);
        } catch (IllegalArgumentException e) {
            throw Fields.wrong(String.valueOf(e.getMessage()), "is none that a browser gives");
        }
    }

    private Answer test(Call call) {
        if (!push.test(call.id())) {
            throw new ProblemException(Problem.Code.NOT_FOUND);
        }
        return Answer.accepted();
    }

    private static Optional<String> session(Call call) {
        return call.principal() instanceof Owner owner && owner.by() instanceof BySession session
                ? Optional.of(session.id())
                : Optional.empty();
    }
}
