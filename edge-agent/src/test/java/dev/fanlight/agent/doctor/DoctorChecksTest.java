package dev.fanlight.agent.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.cli.ClockCheck;
import dev.fanlight.cli.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorChecksTest {

    @TempDir
    private Path root;

    private void file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void aPiSaysWhatItIsThatItIsHotAndThatItsPowerIsWeak() throws IOException {
        file("proc/device-tree/model", "Raspberry Pi 4 Model B Rev 1.4\u0000");
        file("etc/os-release", "NAME=x\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n");
        file("proc/meminfo", "MemTotal:        3884376 kB\nMemFree: 1 kB\n");
        file("sys/class/thermal/thermal_zone0/temp", "81234\n");
        file("sys/class/hwmon/hwmon1/name", "rpi_volt\n");
        file("sys/class/hwmon/hwmon1/in0_lcrit_alarm", "1\n");
        assertThat(new ComputerCheck(root).run().stream().map(Finding::lines))
                .anySatisfy(lines -> assertThat(lines)
                        .startsWith("✓ computer   Raspberry Pi 4 Model B Rev 1.4, Debian GNU/Linux 12 (bookworm), ")
                        .endsWith("3.7 GiB, 81 °C"))
                .anySatisfy(lines -> assertThat(lines).startsWith("! heat       the processor is at 81 °C"))
                .anySatisfy(lines -> assertThat(lines)
                        .startsWith(
                                "! power      The Pi reports under-voltage; USB cameras drop out when that happens\n"));
    }

    @Test
    void aComputerThatSaysNothingIsFine() {
        assertThat(new ComputerCheck(root).run())
                .hasSize(1)
                .allSatisfy(finding -> assertThat(finding.level()).isEqualTo(Finding.Level.FINE));
    }

    @Test
    void aClockThatIsWrongIsSaidWithByHowMuch() throws IOException {
        file("run/systemd/timesync/synchronized", "");
        assertThat(new ClockCheck(root).run(Optional.of(Duration.ofMillis(-12))).lines())
                .isEqualTo("✓ clock      synchronized, within 12 ms of the relay's");
        assertThat(new ClockCheck(root).run(Optional.of(Duration.ofDays(5))).lines())
                .startsWith("! clock      synchronized, 5 days behind the relay's\n");
    }

    @Test
    void aClockThatIsRightIsFineWhateverSynchronizesIt() {
        assertThat(new ClockCheck(root).run(Optional.of(Duration.ofMillis(12))).lines())
                .isEqualTo("✓ clock      within 12 ms of the relay's");
        assertThat(new ClockCheck(root).run(Optional.empty()).lines())
                .startsWith("! clock      not known to be synchronized\n");
    }

    @Test
    void aReportHoldsNoSecretsNoAddressesAndNotTheNameOfTheRelay() {
        ReportMask mask = new ReportMask(Optional.of("cam.example.org"));
        String text = mask.text("cam.example.org is 203.0.113.7 or 2001:db8::7, rtsp://ann:hunter2@192.168.1.41/1,"
                + " https://cam.example.org/w/front#abcdef, at 30 fps");
        assertThat(text)
                .doesNotContain("cam.example", "203.0", "2001:db8", "hunter2", "192.168", "abcdef")
                .contains("RELAY", "ADDRESS", "at 30 fps");
    }
}
