package dev.fanlight.agent.api;

import dev.fanlight.cli.SecretMask;
import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.codec.json.JsonText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code POST /openapi/source/{id}}: shows a source. Files and commands cannot be named: those are for local configuration only. Stateless but
 * for the sources.
 */
final class SourceRequest {

    private static final Pattern SOURCE = Pattern.compile("test|(rtsps?|https?|onvif)://\\S{1,2000}");
    private static final Set<String> TRANSPORTS = Set.of("tcp", "udp");

    private final ApiSources sources;

    SourceRequest(ApiSources sources) {
        this.sources = sources;
    }

    /** The answer to a body with {@code source} and perhaps {@code transport}, {@code username} and {@code pwd}. */
    String answer(String id, JsonMembers body) throws ApiException {
        String source = body.required("source");
        Optional<String> transport = body.text("transport");
        if (!CameraName.isValid(id)) {
            throw new ApiException(
                    400,
                    "bad_request",
                    "An id has 1 to 32 characters of a-z, 0-9 and hyphen, and does not begin with one.");
        }
        if (!SOURCE.matcher(source).matches()) {
            throw new ApiException(
                    400,
                    "bad_request",
                    "\"source\" must be an address that begins with rtsp://, http:// or onvif://, or test.");
        }
        if (transport.isPresent() && !TRANSPORTS.contains(transport.get())) {
            throw new ApiException(400, "bad_request", "\"transport\" must be tcp or udp.");
        }
        return json(id, source, sources.open(id, source, transport, body.login()));
    }

    /** Stops showing a source. */
    void remove(String id) throws ApiException {
        if (!sources.close(id)) {
            throw new ApiException(404, "not_found", "There is no such source.");
        }
    }

    private static String json(String id, String source, List<String> addresses) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringField("id", id);
            json.writeStringField("source", SecretMask.value(source));
            json.writeArrayFieldStart("watch");
            for (String address : addresses) {
                json.writeString(address);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
