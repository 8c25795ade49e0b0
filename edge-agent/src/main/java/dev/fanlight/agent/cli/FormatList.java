package dev.fanlight.agent.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fanlight.agent.source.camera.CameraControl;
import dev.fanlight.agent.source.camera.CameraDevice;
import dev.fanlight.agent.source.camera.CameraFormat;
import dev.fanlight.protocol.codec.json.JsonText;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The list of cameras with their formats and controls, for people or programs. Stateless. */
final class FormatList {

    private FormatList() {}

    /**
     * What a camera has.
     *
     * @param device the camera
     * @param formats of it
     * @param controls of it
     * @param problem why neither is known
     */
    record Entry(
            CameraDevice device, List<CameraFormat> formats, List<CameraControl> controls, Optional<String> problem) {}

    static void print(List<Entry> cameras, PrintWriter out) {
        for (Entry camera : cameras) {
            out.printf("%s%n    %s%n", camera.device().name(), camera.device().path());
            camera.problem().ifPresent(problem -> out.println("    ! " + problem));
            for (CameraFormat format : camera.formats()) {
                out.printf("    %-5s %-16s %s%n", format.code(), format.use().words(), format.description());
                for (CameraFormat.Size size : format.sizes()) {
                    out.printf("          %-16s %s%n", size.pixels(), rates(size));
                }
            }
            for (CameraControl control : camera.controls()) {
                out.printf("    %-33s %s, now %d%n", control.name(), control.range(), control.value());
            }
        }
        out.flush();
    }

    static String json(List<Entry> cameras) {
        return JsonText.of(json -> {
            json.writeStartArray();
            for (Entry camera : cameras) {
                write(camera, json);
            }
            json.writeEndArray();
        });
    }

    private static void write(Entry camera, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", camera.device().name());
        json.writeStringField("source", camera.device().path().toString());
        if (camera.problem().isPresent()) {
            json.writeStringField("problem", camera.problem().get());
        }
        json.writeArrayFieldStart("formats");
        for (CameraFormat format : camera.formats()) {
            write(format, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("controls");
        for (CameraControl control : camera.controls()) {
            write(control, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(CameraFormat format, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", format.code());
        json.writeStringField("description", format.description());
        json.writeStringField("use", format.use().name().toLowerCase(Locale.ROOT));
        json.writeArrayFieldStart("sizes");
        for (CameraFormat.Size size : format.sizes()) {
            json.writeStartObject();
            json.writeStringField("pixels", size.pixels());
            json.writeArrayFieldStart("fps");
            for (double rate : size.rates()) {
                json.writeNumber(rate);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(CameraControl control, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", control.name());
        json.writeNumberField("min", control.min());
        json.writeNumberField("max", control.max());
        json.writeNumberField("value", control.value());
        json.writeEndObject();
    }

    private static String rates(CameraFormat.Size size) {
        return size.rates().isEmpty()
                ? ""
                : size.rates().stream().map(FormatList::rounded).collect(Collectors.joining(", ", "", " fps"));
    }

    /** A frame rate with two decimals at most. */
    static String rounded(double fps) {
        return BigDecimal.valueOf(fps)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
