package dev.fanlight.relay.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanlight.cli.UserException;
import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.child.ChildEnd.Cause;
import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.runtime.NanoClock;
import dev.fanlight.testing.Await;
import dev.fanlight.testing.NewProcesses;
import dev.fanlight.testing.StartsProcesses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@StartsProcesses
class FfmpegChildrenTest {

    private static final CameraName CAMERA = new CameraName("yard");
    private static final int MANY = 100;

    /** A program that says it is FFmpeg, and then does what its last argument says. */
    private static final String SCRIPT = """
            #!/bin/sh
            for last; do :; done
            case "$last" in
              -version) echo "ffmpeg version of a test" ;;
              copy) exec cat ;;
              hang) exec sleep 1000 ;;
              flood) exec cat /dev/zero ;;
              fail) echo first >&2; echo "it did not work" >&2; exit 7 ;;
              look) cat /etc/passwd >/dev/null; ls -d /root /home 2>&1; env; exit 0 ;;
              write) echo text >/tmp/fanlight-child || exit 8 ;;
              grandchild) sleep 1000 & wait ;;
            esac
            """;

    private final NewProcesses processes = new NewProcesses();

    @TempDir
    private Path folder;

    private final RelayCounters counters = new RelayCounters();
    private final List<FfmpegChildren> open = new ArrayList<>();

    @AfterEach
    void stop() {
        open.forEach(children -> children.stop(Duration.ofSeconds(5)));
        assertNoProcessIsLeft();
    }

    @Test
    void aChildCopiesWhatItIsGivenAndEnds() throws Exception {
        RecordedChild seen = new RecordedChild();
        FfmpegChild child = start(scripted(), "copy", seen);

        child.write("one".getBytes(StandardCharsets.UTF_8));
        child.write("two".getBytes(StandardCharsets.UTF_8));
        child.finish();

        assertThat(seen.end()).isEqualTo(new ChildEnd(Cause.DONE, 0, ""));
        assertThat(new String(seen.bytes(), StandardCharsets.UTF_8)).isEqualTo("onetwo");
        assertThat(child.write(new byte[] {1})).isFalse();
    }

    @Test
    void theBundledFfmpegIsUnpackedOnceAndTurnsAContainerIntoAnother() throws Exception {
        FfmpegChildren children = children(Optional.empty(), 16);
        Path program = new BundledFfmpeg(folder.resolve("ffmpeg")).unpack();
        Object before = Files.getLastModifiedTime(program.resolveSibling("libavcodec.so.62"));
        children.require();
        RecordedChild seen = new RecordedChild();
        ChildTask task = new ChildTask("test", CAMERA, List.of("-f", "wav", "-i", "pipe:0", "-f", "flv", "pipe:1"));

        FfmpegChild child = children.start(task, seen, Runnable::run).orElseThrow();
        child.write(silentWav());
        child.finish();

        assertThat(seen.end()).isEqualTo(new ChildEnd(Cause.DONE, 0, ""));
        assertThat(new String(seen.bytes(), 0, 3, StandardCharsets.ISO_8859_1)).isEqualTo("FLV");
        assertThat(Files.getLastModifiedTime(program.resolveSibling("libavcodec.so.62")))
                .isEqualTo(before);
        assertThat(program.resolveSibling("libjniavcodec.so")).doesNotExist();
        assertThat(children.describe().get("version").toString()).startsWith("ffmpeg version 8.");
    }

    @Test
    void theBundledFfmpegRefusesWhatIsNotAPipeAndSaysWhy() throws Exception {
        FfmpegChildren children = children(Optional.empty(), 16);
        children.require();
        RecordedChild seen = new RecordedChild();
        ChildTask task = new ChildTask("test", CAMERA, List.of("-f", "concat", "-i", "pipe:0", "-f", "flv", "pipe:1"));

        FfmpegChild child = children.start(task, seen, Runnable::run).orElseThrow();
        child.write("file /etc/hostname\n".getBytes(StandardCharsets.UTF_8));
        child.finish();

        assertThat(seen.end().cause()).isEqualTo(Cause.FAILED);
        assertThat(seen.end().lastLine()).isNotEmpty();
        assertThat(counters.get(RelayCounter.CHILDREN_FAILED)).isEqualTo(1);
    }

    @Test
    void aKilledChildIsReportedWithItsSignal() throws Exception {
        RecordedChild seen = new RecordedChild();
        FfmpegChild child = start(scripted(), "hang", seen);
        Await.until(
                "the program",
                () -> processes.list().stream()
                        .anyMatch(process -> process.info()
                                .command()
                                .filter(command -> command.endsWith("/sleep"))
                                .isPresent()));

        processes.list().forEach(ProcessHandle::destroyForcibly);

        assertThat(seen.end().cause()).isEqualTo(Cause.FAILED);
        assertThat(seen.end().exitCode()).isEqualTo(137);
        assertThat(child.write(new byte[] {1})).isFalse();
    }

    @Test
    void theLastLineOfAFailureIsKept() throws Exception {
        RecordedChild seen = new RecordedChild();
        start(scripted(), "fail", seen);

        assertThat(seen.end()).isEqualTo(new ChildEnd(Cause.FAILED, 7, "it did not work"));
    }

    @Test
    void aChildThatDoesNothingIsKilledWithItsOwnChildren() throws Exception {
        for (String behaviour : List.of("hang", "grandchild")) {
            RecordedChild seen = new RecordedChild();
            FfmpegChild child = start(scripted(), behaviour, seen);
            Await.until("the process", () -> processes.list().size() >= 1);

            child.close();

            assertThat(seen.end().cause()).isEqualTo(Cause.CLOSED);
            assertNoProcessIsLeft();
        }
    }

    @Test
    void aChildThatIsToFinishAndDoesNotIsKilled() throws Exception {
        RecordedChild seen = new RecordedChild();
        FfmpegChild child = start(scripted(), "hang", seen);

        child.finish();

        assertThat(seen.end().cause()).isEqualTo(Cause.FAILED);
    }

    @Test
    void aFloodWaitsForItsListener() throws Exception {
        LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
        RecordedChild seen = new RecordedChild();
        FfmpegChildren children = scripted();
        FfmpegChild child = children.start(task("flood"), seen, tasks::add).orElseThrow();
        Await.until("the pieces", () -> tasks.size() == ChildLimits.OUTPUT_PIECES);

        tasks.take().run();
        Await.until("the next piece", () -> tasks.size() == ChildLimits.OUTPUT_PIECES);
        child.close();
        Await.until("the end", () -> processes.list().isEmpty());

        assertThat(seen.size()).isPositive().isLessThanOrEqualTo(ChildLimits.OUTPUT_BYTES);
        assertThat(tasks).hasSizeLessThanOrEqualTo(ChildLimits.OUTPUT_PIECES + 1);
    }

    @Test
    void inputWaitsForAChildThatDoesNotReadUpToALimit() throws Exception {
        RecordedChild seen = new RecordedChild();
        FfmpegChild child = start(scripted(), "hang", seen);
        byte[] piece = new byte[ChildLimits.OUTPUT_BYTES];

        int taken = 0;
        while (child.write(piece)) {
            taken += piece.length;
        }

        assertThat(child.isFull()).isTrue();
        assertThat(taken)
                .isBetween(ChildLimits.MAX_INPUT_BYTES - piece.length, ChildLimits.MAX_INPUT_BYTES + 4 * piece.length);
        assertThat(seen.drainedCount()).isZero();
    }

    @Test
    void aChildThatReadsAgainIsSaidToBe() throws Exception {
        RecordedChild seen = new RecordedChild();
        FfmpegChild child = start(scripted(), "copy", seen);
        byte[] piece = new byte[ChildLimits.FULL_INPUT_BYTES];

        child.write(piece);
        child.write(piece);
        Await.until("room", () -> seen.drainedCount() > 0);

        assertThat(child.isFull()).isFalse();
        Await.until("the copy", () -> seen.size() == 2 * piece.length);
    }

    @Test
    void thereAreOnlySoManyInAllAndOfACamera() throws Exception {
        FfmpegChildren children = children(Optional.of(script()), ChildLimits.PER_CAMERA + 1);
        children.require();
        RecordedChild first = new RecordedChild();
        FfmpegChild oldest = children.start(task("hang"), first, Runnable::run).orElseThrow();
        for (int i = 1; i < ChildLimits.PER_CAMERA; i++) {
            start(children, "hang", new RecordedChild());
        }

        assertThat(children.start(task("hang"), new RecordedChild(), Runnable::run))
                .isEmpty();
        assertThat(children.start(other(), new RecordedChild(), Runnable::run)).isPresent();
        assertThat(children.start(other(), new RecordedChild(), Runnable::run)).isEmpty();
        assertThat(counters.get(RelayCounter.CHILDREN_REFUSED)).isEqualTo(2);

        oldest.close();
        first.end();
        assertThat(children.start(task("hang"), new RecordedChild(), Runnable::run))
                .isPresent();
    }

    @Test
    void nothingIsLeftAfterManyStartsAndStops() throws Exception {
        FfmpegChildren children = scripted();
        start(children, "copy", new RecordedChild()).close();
        awaitNoChild(children);
        long before = descriptors();

        for (int i = 0; i < MANY / ChildLimits.PER_CAMERA; i++) {
            startAndStopSome(children);
        }

        assertNoProcessIsLeft();
        Await.until("the descriptors", () -> descriptors() <= before);
        Await.until(
                "the threads",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("ffmpeg-test-")));
        assertThat(children.describe()).containsEntry("children", 0);
        assertThat(counters.get(RelayCounter.CHILDREN_STARTED)).isEqualTo(MANY + 1);
    }

    @Test
    void theStopOfAllEndsEachAndStartsNoMore() throws Exception {
        FfmpegChildren children = scripted();
        RecordedChild seen = new RecordedChild();
        start(children, "hang", seen);
        Await.until("the process", () -> processes.list().size() >= 1);

        children.stop(Duration.ofSeconds(5));

        assertThat(seen.end().cause()).isEqualTo(Cause.CLOSED);
        assertThat(children.start(task("copy"), new RecordedChild(), Runnable::run))
                .isEmpty();
    }

    @Test
    void aSandboxedChildSeesNoFilesOfTheSystemAndNoSecretsOfItsEnvironment() throws Exception {
        FfmpegChildren children = scripted();
        assumeTrue(children.describe().get("confinement").equals("bubblewrap"));
        RecordedChild seen = new RecordedChild();

        start(children, "look", seen);

        assertThat(seen.end().lastLine()).contains("/etc/passwd");
        assertThat(new String(seen.bytes(), StandardCharsets.UTF_8).lines().filter(line -> line.contains("=")))
                .allMatch(line -> line.matches("(PATH|LC_ALL|LD_LIBRARY_PATH|PWD|OLDPWD|_|SHLVL)=.*"))
                .isNotEmpty();
    }

    @Test
    void aChildWritesNoFile() throws Exception {
        FfmpegChildren children = scripted();
        assumeTrue(!children.describe().get("confinement").equals("none"));
        RecordedChild seen = new RecordedChild();

        start(children, "write", seen);

        assertThat(seen.end().cause()).isEqualTo(Cause.FAILED);
    }

    @Test
    void aProgramThatIsNoFfmpegIsRefusedWithASentence() throws Exception {
        Path missing = folder.resolve("none");
        Path other = executable("#!/bin/sh\necho hello\n");

        assertThatThrownBy(children(Optional.of(missing), 1)::require)
                .isInstanceOf(UserException.class)
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("ffmpeg.program");
        assertThatThrownBy(children(Optional.of(other), 1)::require)
                .isInstanceOf(UserException.class)
                .hasMessageContaining("does not say that it is FFmpeg");
    }

    private FfmpegChildren scripted() throws IOException {
        FfmpegChildren children = children(Optional.of(script()), 16);
        children.require();
        return children;
    }

    private FfmpegChildren children(Optional<Path> program, int inAll) {
        FfmpegChildren children = new FfmpegChildren(
                program,
                folder.resolve("ffmpeg"),
                new ChildLimits(inAll),
                new ChildTimeouts(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(20)),
                counters,
                new ErrorLog(NanoClock.SYSTEM));
        open.add(children);
        return children;
    }

    /** Half of them may finish, the other half is closed. */
    private static void startAndStopSome(FfmpegChildren children) {
        List<RecordedChild> all = new ArrayList<>();
        for (int i = 0; i < ChildLimits.PER_CAMERA; i++) {
            RecordedChild seen = new RecordedChild();
            FfmpegChild child = start(children, "copy", seen);
            child.write(new byte[] {1});
            if (i % 2 == 0) {
                child.finish();
            } else {
                child.close();
            }
            all.add(seen);
        }
        all.forEach(RecordedChild::end);
        awaitNoChild(children);
    }

    /** A child counts until its threads have ended, a moment after it. */
    private static void awaitNoChild(FfmpegChildren children) {
        Await.until("no child counts", () -> children.describe().get("children").equals(0));
    }

    private static FfmpegChild start(FfmpegChildren children, String behaviour, RecordedChild seen) {
        Executor direct = Runnable::run;
        return children.start(task(behaviour), seen, direct).orElseThrow();
    }

    private static ChildTask task(String behaviour) {
        return new ChildTask("test", CAMERA, List.of(behaviour));
    }

    private static ChildTask other() {
        return new ChildTask("test", new CameraName("gate"), List.of("hang"));
    }

    private Path script() throws IOException {
        return executable(SCRIPT);
    }

    private Path executable(String text) throws IOException {
        Path file = Files.createTempDirectory(folder, "program").resolve("ffmpeg");
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }

    private static byte[] silentWav() {
        byte[] wav = new byte[44 + 8_820];
        byte[] head = {
            'R',
            'I',
            'F',
            'F',
            -1,
            -1,
            -1,
            127,
            'W',
            'A',
            'V',
            'E',
            'f',
            'm',
            't',
            ' ',
            16,
            0,
            0,
            0,
            1,
            0,
            1,
            0,
            0x44,
            (byte) 0xAC,
            0,
            0,
            (byte) 0x88,
            0x58,
            1,
            0,
            2,
            0,
            16,
            0,
            'd',
            'a',
            't',
            'a',
            -1,
            -1,
            -1,
            127
        };
        System.arraycopy(head, 0, wav, 0, head.length);
        return wav;
    }

    private void assertNoProcessIsLeft() {
        Await.until("the end of all processes", () -> processes.list().isEmpty());
    }

    private static long descriptors() {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
