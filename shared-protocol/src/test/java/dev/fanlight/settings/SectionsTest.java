package dev.fanlight.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings that repeat under names, keys that are retired, and values that are secret. */
class SectionsTest {

    private static final Setting<Integer> LOOPS =
            new Setting<>("server.loops", "0", ValueParser.integer(0, 64), "Event loops.");
    private static final Setting<Integer> FPS =
            new Setting<>("fps", "15", ValueParser.integer(1, 120), "Frames a second.");
    private static final Setting<Integer> LOW_FPS =
            new Setting<>("low.fps", "5", ValueParser.integer(1, 120), "Frames a second of the low rendition.");
    private static final Setting<String> PASSWORD =
            new Setting<>("password", "", SectionsTest::long8, "Password of the camera.", true);
    private static final RepeatedSection CAMERAS = new RepeatedSection("cameras", 3, List.of(FPS, LOW_FPS, PASSWORD));
    private static final SettingsSchema SCHEMA = new SettingsSchema(
            List.of(LOOPS), List.of(CAMERAS), List.of(new RetiredSetting("server.threads", "server.loops")));

    @TempDir
    private Path folder;

    @Test
    void everyNameHasItsOwnValuesAndTheDefaultsForTheRest() throws IOException {
        Settings settings = reader().file(
                        Optional.of(yaml("cameras:\n  front:\n    fps: 20\n  back-yard:\n    low:\n      fps: 3\n")))
                .read();
        assertThat(settings.all(CAMERAS)).containsOnlyKeys("front", "back-yard");
        assertThat(settings.all(CAMERAS).get("front").get(FPS)).isEqualTo(20);
        assertThat(settings.all(CAMERAS).get("front").get(LOW_FPS)).isEqualTo(5);
        assertThat(settings.all(CAMERAS).get("back-yard").get(FPS)).isEqualTo(15);
        assertThat(settings.all(CAMERAS).get("back-yard").get(LOW_FPS)).isEqualTo(3);
    }

    @Test
    void withoutNamesThereAreNone() {
        assertThat(reader().read().all(CAMERAS)).isEmpty();
    }

    @Test
    void commandLineBeatsEnvironmentBeatsFileInSectionsToo() throws IOException {
        Settings front = reader().file(Optional.of(yaml("cameras:\n  front:\n    fps: 20\n    low:\n      fps: 6\n")))
                .environment(Map.of("FANLIGHT_CAMERAS_FRONT_FPS", "21", "FANLIGHT_CAMERAS_FRONT_LOW_FPS", "7"))
                .overrides(Map.of("cameras.front.fps", "22"))
                .read()
                .all(CAMERAS)
                .get("front");
        assertThat(front.get(FPS)).isEqualTo(22);
        assertThat(front.get(LOW_FPS)).isEqualTo(7);
    }

    @Test
    void hyphensOfNamesAreUnderscoresInTheEnvironment() {
        Settings settings = reader().environment(
                        Map.of("FANLIGHT_CAMERAS_BACK_YARD_FPS", "9", "FANLIGHT_SOMETHING_ELSE", "x"))
                .read();
        assertThat(settings.all(CAMERAS).get("back-yard").get(FPS)).isEqualTo(9);
    }

    @Test
    void unknownKeysAndNamesAndTooManyAreReportedTogether() {
        SettingsReader reader = reader().environment(Map.of("FANLIGHT_CAMERAS_FRONT_SPEED", "1"))
                .overrides(Map.of("cameras.front.fsp", "9"))
                .overrides(Map.of("cameras.Front.fps", "9"))
                .overrides(Map.of("cameras.front", "9"))
                .overrides(Map.of("cameras.front.fps", "0"));
        for (String name : List.of("a", "b", "c")) {
            reader.overrides(Map.of("cameras." + name + ".fps", "1"));
        }
        assertThatThrownBy(reader::read)
                .isInstanceOf(UserException.class)
                .hasMessageContaining("The variable FANLIGHT_CAMERAS_FRONT_SPEED is not a setting of \"cameras\".")
                .hasMessageContaining("\"cameras.front.fsp\" is not a setting. Did you mean \"cameras.front.fps\"?")
                .hasMessageContaining("\"Front\" in \"cameras.Front.fps\" must be a name of")
                .hasMessageContaining("\"cameras.front\" is not a setting.")
                .hasMessageContaining("\"cameras.front.fps\" must be a whole number from 1 to 120, not \"0\".")
                .hasMessageContaining("There are 4 names below \"cameras\"; at most 3 are allowed.");
    }

    @Test
    void retiredKeysNameTheirSuccessorWhereverTheyAreGiven() throws IOException {
        Path file = yaml("server:\n  threads: 4\n");
        SettingsReader reader = reader().file(Optional.of(file))
                .environment(Map.of("FANLIGHT_SERVER_THREADS", "4"))
                .overrides(Map.of("server.threads", "4"));
        assertThatThrownBy(reader::read)
                .hasMessageContaining(
                        file + " line 2: \"server.threads\" is no longer a setting: use \"server.loops\".")
                .hasMessageContaining("FANLIGHT_SERVER_THREADS: \"server.threads\" is no longer")
                .hasMessageContaining("--set: \"server.threads\" is no longer");
    }

    @Test
    void secretsAreNeverRepeated() {
        SettingsReader reader = reader().overrides(Map.of("cameras.front.password", "hunter2"));
        assertThatThrownBy(reader::read)
                .hasMessageContaining("\"cameras.front.password\" must be 8 characters or more.")
                .hasMessageNotContaining("hunter2");
    }

    private static SettingsReader reader() {
        return new SettingsReader(SCHEMA);
    }

    private static String long8(String text) {
        if (!text.isEmpty() && text.length() < 8) {
            throw new IllegalArgumentException("8 characters or more");
        }
        return text;
    }

    private Path yaml(String text) throws IOException {
        return Files.writeString(folder.resolve("settings.yaml"), text);
    }
}
