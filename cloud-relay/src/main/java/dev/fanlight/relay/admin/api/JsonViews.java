package dev.fanlight.relay.admin.api;

import dev.fanlight.identity.Fingerprint;
import dev.fanlight.relay.chat.BanReach;
import dev.fanlight.relay.chat.PresentPerson;
import dev.fanlight.relay.gateway.PushStatus;
import dev.fanlight.relay.ingest.DeviceDirectory.Registered;
import dev.fanlight.relay.ingest.agent.PendingDevices.Pending;
import dev.fanlight.relay.store.ApiTokens;
import dev.fanlight.relay.store.AuditEntries.Written;
import dev.fanlight.relay.store.Links.Link;
import dev.fanlight.relay.store.OwnerAccount;
import dev.fanlight.relay.store.PublishKeys;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collector;

/** How what the store knows looks in answers; the contract names every member. Stateless. */
final class JsonViews {

    /** Whom a ban hits. */
    static JsonObject reach(BanReach reach) {
        JsonObject json = ban(reach.person())
                .put("name", reach.name())
                .put("same_address", array(reach.sameAddress(), JsonViews::person))
                .put("same_link", array(reach.sameLink(), JsonViews::person));
        reach.link().ifPresent(link -> json.put("link", link));
        return json;
    }

    /** A ban of a person who is not in the room. */
    static JsonObject ban(String person) {
        return new JsonObject()
                .put("person", person)
                .put("name", "")
                .put("same_address", new JsonArray())
                .put("same_link", new JsonArray());
    }

    private static JsonObject person(PresentPerson person) {
        return new JsonObject().put("person", person.person()).put("name", person.name());
    }

    private JsonViews() {}

    static <T> JsonArray array(Collection<T> items, Function<T, JsonObject> view) {
        return items.stream().map(view).collect(Collector.of(JsonArray::new, JsonArray::add, JsonArray::addAll));
    }

    static JsonObject device(Registered device) {
        return new JsonObject()
                .put("id", device.id())
                .put("words", words(device.publicKey()))
                .put("rotating", device.isRotating());
    }

    static JsonObject enrollment(Pending pending) {
        return new JsonObject()
                .put("id", pending.id())
                .put("code", pending.code())
                .put("words", words(pending.applicant().publicKey()))
                .put("host", pending.applicant().host())
                .put("agent", pending.applicant().agent())
                .put("address", pending.applicant().address())
                .put("since", pending.sinceMillis());
    }

    static JsonObject link(Link link, int viewers, long nowMillis) {
        JsonObject json = new JsonObject()
                .put("id", link.id())
                .put("camera", link.camera().text())
                .put("can", link.role().verb())
                .put("ptz", link.ptz())
                .put("label", link.label())
                .put("state", state(link, nowMillis))
                .put("password", link.hasPassword())
                .put("viewers", viewers)
                .put("created_at", link.createdMillis());
        put(json, "expires_at", link.expiresAtMillis());
        put(json, "used_at", link.usedMillis());
        if (link.rewind().isGranted()) {
            json.put("rewind_ms", link.rewind().millis());
        }
        link.maxViewers().ifPresent(max -> json.put("max_viewers", max));
        return json;
    }

    static JsonObject push(PushStatus push) {
        JsonObject json = new JsonObject()
                .put("gateway", push.gateway())
                .put("target", push.target())
                .put("state", push.state())
                .put("since", push.sinceMillis())
                .put("bytes", push.bytes());
        push.problem().ifPresent(problem -> json.put("problem", problem));
        return json;
    }

    static JsonObject publishKey(PublishKeys.Key key) {
        JsonObject json = new JsonObject()
                .put("id", key.id())
                .put("label", key.label())
                .put("state", key.revokedMillis().isPresent() ? "revoked" : "valid")
                .put("created_at", key.createdMillis());
        put(json, "used_at", key.usedMillis());
        return json;
    }

    static JsonObject session(OwnerAccount.Session session, boolean isCurrent) {
        return new JsonObject()
                .put("id", session.id())
                .put("address", session.address())
                .put("browser", session.browser())
                .put("created_at", session.createdMillis())
                .put("used_at", session.usedMillis())
                .put("current", isCurrent);
    }

    static JsonObject token(ApiTokens.Token token) {
        JsonObject json = new JsonObject()
                .put("id", token.id())
                .put("label", token.label())
                .put("can", token.readOnly() ? "read" : "manage")
                .put("created_at", token.createdMillis());
        put(json, "expires_at", token.expiresAtMillis());
        put(json, "used_at", token.usedMillis());
        return json;
    }

    static JsonObject audit(Written written) {
        JsonObject json = new JsonObject()
                .put("id", written.id())
                .put("time", written.timeMillis())
                .put("actor", written.entry().actor())
                .put("act", written.entry().act())
                .put("alert", written.entry().alert());
        written.entry().camera().ifPresent(camera -> json.put("camera", camera));
        written.entry().target().ifPresent(target -> json.put("target", target));
        return json;
    }

    static void put(JsonObject json, String name, OptionalLong value) {
        value.ifPresent(number -> json.put(name, number));
    }

    private static String state(Link link, long nowMillis) {
        if (link.revokedMillis().isPresent()) {
            return "revoked";
        }
        boolean expired =
                link.expiresAtMillis().isPresent() && link.expiresAtMillis().getAsLong() <= nowMillis;
        return expired ? "expired" : "good";
    }

    private static String words(String publicKey) {
        return String.join(" ", Fingerprint.ofBase64(publicKey).words());
    }
}
