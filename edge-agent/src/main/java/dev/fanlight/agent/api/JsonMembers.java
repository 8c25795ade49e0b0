package dev.fanlight.agent.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.fanlight.agent.onvif.http.CameraLogin;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The texts and numbers of one JSON object; members that hold something else are ignored. Immutable. */
final class JsonMembers {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Map<String, String> values;

    private JsonMembers(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Reads a body.
     *
     * @throws ApiException when it is no JSON object
     */
    static JsonMembers read(byte[] body) throws ApiException {
        Map<String, String> values = new HashMap<>();
        try (JsonParser json = FACTORY.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw wrong();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT) {
                    values.put(name, json.getText());
                } else {
                    json.skipChildren();
                }
            }
            return new JsonMembers(values);
        } catch (IOException e) {
            throw wrong();
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    String required(String name) throws ApiException {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            throw new ApiException(400, "bad_request", "The member \"" + name + "\" is missing.");
        }
        return value.get();
    }

    /** The agent’s credentials at a camera: {@code username} and {@code pwd}. */
    Optional<CameraLogin> login() {
        return text("username").map(user -> new CameraLogin(user, text("pwd").orElse("")));
    }

    private static ApiException wrong() {
        return new ApiException(400, "bad_request", "The body is no JSON object.");
    }
}
