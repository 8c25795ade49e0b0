package dev.fanlight.relay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.fanlight.relay.http.route.Route;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The contract of the API, as the relay hands it out. */
public final class Contract {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonObject document;

    private Contract(JsonObject document) {
        this.document = document;
    }

    @SuppressWarnings("unchecked")
    public static Contract parse(String yaml) {
        Object loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return new Contract(new JsonObject(new JsonObject((Map<String, Object>) loaded).encode()));
    }

    /** Methods and paths, as {@code GET /cameras/{camera}}. */
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.getJsonObject("paths")
                .forEach(path -> ((JsonObject) path.getValue())
                        .fieldNames().stream()
                                .filter(name -> !name.equals("parameters"))
                                .forEach(method ->
                                        operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** Members of responses, which a comma in a text that is not quoted would add to. */
    public Set<String> membersOfResponses() {
        Set<String> members = new TreeSet<>();
        document.getJsonObject("paths")
                .forEach(path -> ((JsonObject) path.getValue())
                        .stream()
                                .filter(operation -> operation.getValue() instanceof JsonObject)
                                .flatMap(operation ->
                                        ((JsonObject) operation.getValue()).getJsonObject("responses").stream())
                                .forEach(response -> members.addAll(((JsonObject) response.getValue()).fieldNames())));
        return members;
    }

    public static String operation(Route route) {
        return route.method().name() + " " + path(route);
    }

    /** The schema of what the request says, or an empty one. */
    public JsonObject requestSchema(Route route) {
        JsonObject body = operationObject(route).getJsonObject("requestBody");
        return body == null ? new JsonObject() : resolved(schema(body, "application/json"));
    }

    /** An answer that the contract does not name, or that looks otherwise, is a fault of one of them. */
    public void check(Route route, String what, HttpResponse<String> answer) {
        String description = operation(route) + ", " + what + ": " + answer.statusCode() + " " + answer.body();
        JsonObject responses = operationObject(route).getJsonObject("responses");
        assertThat(responses.fieldNames()).as(description).contains(Integer.toString(answer.statusCode()));
        JsonObject response = resolved(responses.getJsonObject(Integer.toString(answer.statusCode())));
        if (!response.containsKey("content")) {
            assertThat(answer.body()).as(description).isEmpty();
            return;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        assertThat(response.getJsonObject("content").fieldNames())
                .as(description)
                .contains(type);
        if (!type.endsWith("json")) {
            return;
        }
        assertThat(faults(schema(response, type), answer.body()))
                .as(description)
                .isEmpty();
    }

    /** Whether the contract lets a request say this. */
    public boolean allows(Route route, String body) {
        return faults(requestSchema(route), body).isEmpty();
    }

    private List<Error> faults(JsonObject schema, String json) {
        JsonObject whole = schema.copy().put("components", document.getJsonObject("components"));
        return SCHEMAS.getSchema(whole.encode(), InputFormat.JSON).validate(json, InputFormat.JSON);
    }

    public JsonObject resolved(JsonObject object) {
        String reference = object.getString("$ref");
        if (reference == null) {
            return object;
        }
        JsonObject found = document;
        for (String part : reference.substring(2).split("/", -1)) {
            found = found.getJsonObject(part);
        }
        return found;
    }

    private JsonObject operationObject(Route route) {
        return document.getJsonObject("paths")
                .getJsonObject(path(route))
                .getJsonObject(route.method().name().toLowerCase(Locale.ROOT));
    }

    private static JsonObject schema(JsonObject holder, String type) {
        return holder.getJsonObject("content").getJsonObject(type).getJsonObject("schema");
    }

    private static String path(Route route) {
        return route.path().substring(Route.API.length());
    }
}
