package dev.fanlight.agent.onsite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.agent.config.OnSiteSettings;
import dev.fanlight.agent.media.CurrentViewers;
import dev.fanlight.agent.testing.ManualTime;
import dev.fanlight.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real commands of the shell. */
class WatchSignalsTest {

    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime();
    private final List<String> notices = new ArrayList<>();

    private WatchSignals hooks(String watched, String unwatched, String viewers) {
        OnSiteSettings settings = new OnSiteSettings(watched, unwatched, viewers, "", "");
        return WatchSignals.of(settings, "front", time, notices::add);
    }

    private String log() {
        try {
            Path log = folder.resolve("log");
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static CurrentViewers viewers(int count) {
        return new CurrentViewers(count, List.of());
    }

    private String line(String event) {
        return "echo " + event + " $FANLIGHT_EVENT $FANLIGHT_CAMERA $FANLIGHT_VIEWERS >> " + folder.resolve("log");
    }

    @Test
    void commandsRunInOrderWithWhatHasHappenedInTheirEnvironment() {
        try (WatchSignals signals = hooks(line("a"), line("b"), line("c"))) {
            signals.update(viewers(1));
            signals.update(viewers(2));
            signals.update(viewers(0));
            Await.until("all commands", () -> {
                signals.update(viewers(0));
                return log().lines().count() == 5;
            });
        }
        assertThat(log()).isEqualTo("""
            a watched front 1
            c viewers front 1
            c viewers front 2
            b unwatched front 0
            c viewers front 0
            """);
        assertThat(notices).isEmpty();
    }

    @Test
    void commandsLearnWhoWatchesAndRunAlsoWhenOnlyTheNamesHaveChanged() {
        String names = "echo $FANLIGHT_EVENT $FANLIGHT_VIEWERS >> " + folder.resolve("log")
                + "; echo \"$FANLIGHT_WATCHING\" >> " + folder.resolve("log");
        CurrentViewers renamed = new CurrentViewers(2, List.of("family (Ann)", "the owner"));
        try (WatchSignals signals = hooks(names, names, names)) {
            signals.update(new CurrentViewers(1, List.of("family")));
            signals.update(new CurrentViewers(2, List.of("family", "the owner")));
            signals.update(renamed);
            Await.until("all commands", () -> {
                signals.update(renamed);
                return log().endsWith("(Ann)\nthe owner\n");
            });
        }
        assertThat(log()).isEqualTo("""
            watched 1
            family
            viewers 1
            family
            viewers 2
            family
            the owner
            viewers 2
            family (Ann)
            the owner
            """);
    }

    @Test
    void aNameIsNeverPartOfTheCommand() {
        Path made = folder.resolve("made");
        String name = "'; touch " + made + "; $(touch " + made + ") `touch " + made + "` \"";
        try (WatchSignals signals = hooks("echo \"$FANLIGHT_WATCHING\" > " + folder.resolve("log"), "", "")) {
            CurrentViewers viewers = new CurrentViewers(1, List.of(name));
            Await.until("the command", () -> {
                signals.update(viewers);
                return log().endsWith("\n");
            });
        }
        assertThat(log()).isEqualTo(name + "\n");
        assertThat(made).doesNotExist();
    }

    @Test
    void aCommandThatHangsIsEndedWithItsChildrenAndTheNextOneRuns() {
        String hanging = "sleep 1000 & echo $! > " + folder.resolve("child") + "; wait";
        try (WatchSignals signals = hooks(hanging, line("b"), "")) {
            signals.update(viewers(1));
            Path child = folder.resolve("child");
            Await.until("the command", () -> Files.exists(child) && size(child) > 0);
            signals.update(viewers(0));
            assertThat(log()).isEmpty();
            time.advance(Hooks.LIMIT.plusSeconds(1));
            Await.until("the next command", () -> {
                signals.update(viewers(0));
                return !log().isEmpty();
            });
            long pid = Long.parseLong(read(child));
            Await.until(
                    "the end of its child",
                    () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
        }
        assertThat(notices).singleElement().asString().contains("hooks.on_watched took longer than 10 s");
    }

    @Test
    void whenTooManyWaitTheOldestIsDropped() throws IOException {
        Path go = folder.resolve("go");
        String waiting =
                "while [ ! -e " + go + " ]; do sleep 0.05; done; echo $FANLIGHT_VIEWERS >> " + folder.resolve("log");
        int last = Hooks.MAX_WAITING + 2;
        try (WatchSignals signals = hooks("", "", waiting)) {
            for (int viewers = 1; viewers <= last; viewers++) {
                signals.update(viewers(viewers));
            }
            Files.createFile(go);
            Await.until("the last command", () -> {
                signals.update(viewers(last));
                return log().endsWith(last + "\n");
            });
        }
        assertThat(log()).isEqualTo("1\n3\n4\n5\n6\n7\n8\n9\n10\n");
    }

    @Test
    void aCommandThatFailsIsReported() {
        try (WatchSignals signals = hooks("exit 3", "", "")) {
            signals.update(viewers(1));
            Await.until("the notice", () -> {
                signals.update(viewers(1));
                return !notices.isEmpty();
            });
        }
        assertThat(notices).containsExactly("The command of hooks.on_watched has failed with exit code 3.");
    }

    @Test
    void anLedIsOnWhileTheCameraIsWatched() throws IOException {
        Files.writeString(folder.resolve("max_brightness"), "255\n");
        Path brightness = folder.resolve("brightness");
        LedIndicator led = new LedIndicator(folder, notices::add);
        led.show(true);
        assertThat(brightness).hasContent("255");
        led.show(false);
        assertThat(brightness).hasContent("0");
        led.show(true);
        led.close();
        assertThat(brightness).hasContent("0");
    }

    @Test
    void anLedThatCannotBeSetIsReportedOnceAndTriedAgain() throws IOException {
        LedIndicator led = new LedIndicator(folder.resolve("ACT"), notices::add);
        led.show(true);
        led.show(true);
        assertThat(notices).hasSize(1);
        Files.createDirectory(folder.resolve("ACT"));
        Files.writeString(folder.resolve("ACT").resolve("max_brightness"), "1\n");
        led.show(true);
        assertThat(folder.resolve("ACT").resolve("brightness")).hasContent("1");
    }

    @Test
    void aGpioLineIsHeldByAProgramThatEndsWithIt() throws IOException {
        Path program = program("echo $$ $* > " + folder.resolve("held") + "; exec sleep 1000");
        GpioIndicator gpio = new GpioIndicator(program.toString(), "gpiochip0:17", time, notices::add);
        gpio.show(true);
        Path held = folder.resolve("held");
        Await.until("the program", () -> Files.exists(held) && size(held) > 0);
        assertThat(read(held)).endsWith(" -c gpiochip0 17=1");
        long pid = Long.parseLong(read(held).split(" ", 2)[0]);
        gpio.show(false);
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(notices).isEmpty();
    }

    @Test
    void theOlderGpiosetIsCalledInItsOwnForm() throws IOException {
        Path held = folder.resolve("held");
        Path program = program("[ \"$1\" = --mode=signal ] || exit 1; echo $* > " + held + "; exec sleep 1000");
        GpioIndicator gpio = new GpioIndicator(program.toString(), "gpiochip0:17", time, notices::add);
        Await.until("the second form", () -> {
            gpio.show(true);
            return Files.exists(held) && size(held) > 0;
        });
        gpio.close();
        assertThat(read(held)).isEqualTo("--mode=signal gpiochip0 17=1");
    }

    @Test
    void withoutGpiosetThereIsASentenceAndATryNowAndThen() {
        GpioIndicator gpio = new GpioIndicator(folder + "/none", "gpiochip0:17", time, notices::add);
        gpio.show(true);
        time.advance(Duration.ofMinutes(1));
        gpio.show(true);
        assertThat(notices).containsExactly("indicator.gpio needs the program gpioset (Debian package gpiod).");
    }

    private Path program(String script) throws IOException {
        Path program = folder.resolve("gpioset");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private static long size(Path file) {
        return read(file).length();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
