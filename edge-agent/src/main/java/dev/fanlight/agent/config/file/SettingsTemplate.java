package dev.fanlight.agent.config.file;

import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.NamedCameras;
import dev.fanlight.settings.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A settings file with every key, its meaning and its default. Stateless. */
public final class SettingsTemplate {

    private static final int WIDTH = 100;

    private SettingsTemplate() {}

    /** The file as text, for people to edit; {@code place} is where it will be. */
    public static String text(Path place) {
        List<String> lines = new ArrayList<>();
        lines.add("# Settings of the Fanlight agent. Every line is the default: change it, or delete it.");
        lines.add("# Check:    fanlight-agent config check " + place);
        lines.add("# Meaning:  fanlight-agent config explain camera.fps");
        String section = "";
        for (Setting<?> setting : AgentSettings.all()) {
            String next = setting.key().substring(0, setting.key().indexOf('.'));
            if (!next.equals(section)) {
                lines.add("");
                lines.add(next + ":");
                section = next;
            }
            add(setting, lines);
        }
        addCameras(lines);
        return String.join("\n", lines) + "\n";
    }

    private static void add(Setting<?> setting, List<String> lines) {
        for (String line : wrapped(setting.meaning())) {
            lines.add("  # " + line);
        }
        String name = setting.key().substring(setting.key().indexOf('.') + 1);
        lines.add("  " + name + ": " + scalar(setting.defaultText()));
    }

    private static void addCameras(List<String> lines) {
        lines.add("");
        lines.add("# Several cameras of one agent, at most " + NamedCameras.MAX
                + ", each with the keys of camera and low above:");
        lines.add("# cameras:");
        lines.add("#   front:");
        lines.add("#     source: /dev/v4l/by-id/usb-046d_HD_Pro_Webcam_C920-video-index0");
        lines.add("#   garden:");
        lines.add("#     source: file:/srv/garden.mp4");
    }

    private static String scalar(String text) {
        return text.matches("[A-Za-z0-9_./-]+") ? text : "'" + text.replace("'", "''") + "'";
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() >= WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
