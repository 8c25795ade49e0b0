package dev.fanlight.relay.testing;

import dev.fanlight.relay.http.route.Route;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Makes requests from the contract: such as it allows, and such as it does not. */
public final class SampleBodies {

    private static final String LONG = "x".repeat(1_000);

    private final Contract contract;

    public SampleBodies(Contract contract) {
        this.contract = contract;
    }

    /** A body with all its members, or an empty one where the contract has none. */
    public String good(Route route) {
        JsonObject members = contract.requestSchema(route).getJsonObject("properties");
        return members == null ? "" : sample(members).encode();
    }

    /** Each member in turn is missing, of a wrong type or too long. */
    public List<String> wrong(Route route) {
        JsonObject schema = contract.requestSchema(route);
        List<String> bodies = new ArrayList<>();
        JsonObject members = schema.getJsonObject("properties", new JsonObject());
        for (String name : members.fieldNames()) {
            bodies.add(sample(members).put(name, new JsonObject()).encode());
            bodies.add(sample(members).put(name, LONG).encode());
            bodies.add(sample(members).put(name, -1).encode());
            if (schema.getJsonArray("required", new JsonArray()).contains(name)) {
                JsonObject without = sample(members);
                without.remove(name);
                bodies.add(without.encode());
            }
        }
        return bodies;
    }

    private JsonObject sample(JsonObject members) {
        JsonObject sample = new JsonObject();
        members.forEach(
                member -> sample.put(member.getKey(), value(contract.resolved((JsonObject) member.getValue()))));
        return sample;
    }

    private static Object value(JsonObject schema) {
        if (schema.containsKey("enum")) {
            return schema.getJsonArray("enum").getValue(0);
        }
        return switch (schema.getString("type")) {
            case "integer" -> schema.getInteger("minimum", 0);
            case "boolean" -> false;
            default -> "abcdefghijklmnop";
        };
    }
}
