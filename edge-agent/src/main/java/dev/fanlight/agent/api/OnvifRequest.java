package dev.fanlight.agent.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.fanlight.agent.onvif.DeviceInformation;
import dev.fanlight.agent.onvif.OnvifAddress;
import dev.fanlight.agent.onvif.OnvifDevice;
import dev.fanlight.agent.onvif.OnvifNetwork;
import dev.fanlight.agent.onvif.OnvifProfile;
import dev.fanlight.agent.onvif.http.OnvifException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("url", address.host());
            json.writeNumberField("port", address.port());
            json.writeStringField("manufacturer", information.maker());
            json.writeStringField("model", information.model());
            json.writeStringField(
                    "main",
                    device.streamAddress(device.profile(OnvifAddress.MAIN)).toString());
            json.writeStringField(
                    "sub",
                    device.streamAddress(device.profile(OnvifAddress.SUB)).toString());
            json.writeArrayFieldStart("streams");
            for (OnvifProfile profile :
                    device.profiles().stream().limit(MAX_STREAMS).toList()) {
                write(profile, device, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(OnvifProfile profile, OnvifDevice device, JsonGenerator json)
            throws IOException, OnvifException, InterruptedException {
        json.writeStartObject();
        json.writeStringField("token", profile.token());
        json.writeStringField("name", profile.name());
        json.writeStringField("encoding", profile.codec());
        json.writeNumberField("width", profile.width());
        json.writeNumberField("height", profile.height());
        if (profile.fps().isPresent()) {
            json.writeNumberField("fps", profile.fps().getAsDouble());
        }
        json.writeStringField("source", device.streamAddress(profile).toString());
        json.writeEndObject();
    }
}
