package dev.fanlight.agent.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fanlight.agent.onvif.DeviceInformation;
import dev.fanlight.agent.onvif.OnvifAddress;
import dev.fanlight.agent.onvif.OnvifDevice;
import dev.fanlight.agent.onvif.OnvifNetwork;
import dev.fanlight.agent.onvif.OnvifProfile;
import dev.fanlight.agent.onvif.http.OnvifException;
import dev.fanlight.protocol.codec.json.JsonText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code POST /openapi/onvif/device}: what an ONVIF camera streams. Stateless but for the network it uses. */
final class OnvifRequest {

    /** Most streams that are asked for and listed. */
    static final int MAX_STREAMS = 16;

    private final OnvifNetwork network;

    OnvifRequest(OnvifNetwork network) {
        this.network = network;
    }

    /** The answer to a body with {@code url}, {@code port}, {@code username} and {@code pwd}. */
    String answer(JsonMembers body) throws ApiException, InterruptedException {
        OnvifAddress address = address(body.required("url"), body.text("port"));
        try {
            OnvifDevice device = OnvifDevice.connect(network, address.deviceService(), body.login());
            return json(address, device);
        } catch (OnvifException e) {
            boolean login = e.problem() == OnvifException.Problem.NOT_AUTHORIZED;
            throw new ApiException(
                    login ? 422 : 502, login ? "camera_login" : "camera_failed", String.valueOf(e.getMessage()));
        }
    }

    private static OnvifAddress address(String host, Optional<String> port) throws ApiException {
        try {
            return OnvifAddress.parse(host + port.map(number -> ":" + number).orElse(""));
        } catch (IllegalArgumentException e) {
            throw new ApiException(400, "bad_request", "\"url\" with \"port\" must be the address of a camera.");
        }
    }

    private static String json(OnvifAddress address, OnvifDevice device) throws OnvifException, InterruptedException {
        DeviceInformation information = device.information();
        Map<OnvifProfile, String> streams = new LinkedHashMap<>();
        for (OnvifProfile profile :
                device.profiles().stream().limit(MAX_STREAMS).toList()) {
            streams.put(profile, source(device, profile, streams));
        }
        String main = source(device, device.profile(OnvifAddress.MAIN), streams);
        String sub = source(device, device.profile(OnvifAddress.SUB), streams);
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringField("url", address.host());
            json.writeNumberField("port", address.port());
            json.writeStringField("manufacturer", information.maker());
            json.writeStringField("model", information.model());
            json.writeStringField("main", main);
            json.writeStringField("sub", sub);
            json.writeArrayFieldStart("streams");
            for (Map.Entry<OnvifProfile, String> stream : streams.entrySet()) {
                write(stream.getKey(), stream.getValue(), json);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** Where a profile streams; the camera is asked only for what is not known yet. */
    private static String source(OnvifDevice device, OnvifProfile profile, Map<OnvifProfile, String> known)
            throws OnvifException, InterruptedException {
        String source = known.get(profile);
        return source == null ? device.streamAddress(profile).toString() : source;
    }

    private static void write(OnvifProfile profile, String source, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("token", profile.token());
        json.writeStringField("name", profile.name());
        json.writeStringField("encoding", profile.codec());
        json.writeNumberField("width", profile.width());
        json.writeNumberField("height", profile.height());
        if (profile.fps().isPresent()) {
            json.writeNumberField("fps", profile.fps().getAsDouble());
        }
        json.writeStringField("source", source);
        json.writeEndObject();
    }
}
