package dev.fanlight.agent.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fanlight.agent.onvif.OnvifProfile;
import dev.fanlight.agent.onvif.http.OnvifException;
import dev.fanlight.cli.SecretMask;
import dev.fanlight.protocol.codec.json.JsonText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The list of ONVIF cameras, for people or programs. Stateless. */
final class OnvifList {

    private OnvifList() {}

    static void print(List<OnvifCamera> cameras, PrintWriter out) {
        for (OnvifCamera camera : cameras) {
            out.printf("%-32s %s%n", camera.source(), camera.name());
            camera.problem().ifPresent(problem -> out.println("    ! " + problem.getMessage()));
            for (OnvifCamera.Stream stream : camera.streams()) {
                out.printf(
                        "    %-8s %-30s %s%n",
                        stream.profile().token(),
                        format(stream.profile()),
                        SecretMask.text(stream.source().toString()));
            }
        }
        out.flush();
    }

    static String json(List<OnvifCamera> cameras) {
        return JsonText.of(json -> {
            json.writeStartArray();
            for (OnvifCamera camera : cameras) {
                write(camera, json);
            }
            json.writeEndArray();
        });
    }

    private static void write(OnvifCamera camera, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", camera.name());
        json.writeStringField("source", camera.source());
        if (camera.problem().isPresent()) {
            OnvifException problem = camera.problem().get();
            json.writeStringField("problem", problem.problem().name().toLowerCase(Locale.ROOT));
            json.writeStringField("detail", problem.getMessage());
        }
        json.writeArrayFieldStart("streams");
        for (OnvifCamera.Stream stream : camera.streams()) {
            write(stream, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(OnvifCamera.Stream stream, JsonGenerator json) throws IOException {
        OnvifProfile profile = stream.profile();
        json.writeStartObject();
        json.writeStringField("profile", profile.token());
        json.writeStringField("name", profile.name());
        json.writeStringField("codec", profile.codec());
        json.writeNumberField("width", profile.width());
        json.writeNumberField("height", profile.height());
        if (profile.fps().isPresent()) {
            json.writeNumberField("fps", profile.fps().getAsDouble());
        }
        if (profile.audio().isPresent()) {
            json.writeStringField("audio", profile.audio().get());
        }
        json.writeBooleanField("steerable", profile.steerable());
        json.writeStringField("source", SecretMask.text(stream.source().toString()));
        json.writeEndObject();
    }

    private static String format(OnvifProfile profile) {
        StringBuilder text = new StringBuilder(profile.codec() + " " + profile.width() + "x" + profile.height());
        profile.fps()
                .ifPresent(
                        fps -> text.append(' ').append(FormatList.rounded(fps)).append(" fps"));
        profile.audio().ifPresent(audio -> text.append(" + ").append(audio));
        return text.toString();
    }
}
