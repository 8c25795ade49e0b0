package dev.fanlight.relay.recording;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.store.Recordings.RecordedCamera;
import dev.fanlight.relay.store.Recordings.RecordedFile;
import dev.fanlight.relay.store.StoreException;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.StreamRegistry;
import dev.fanlight.runtime.Loop;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Records all cameras on one thread: a few times a second it writes what their queues hold. When writing fails it stops, says why, and tries
 * again; what the queues cannot hold meanwhile is lost to the recording, and to nobody else.
 */
final class RecorderLoop implements Loop {

    /** How often queues are emptied. */
    static final Duration ROUND = Duration.ofMillis(200);

    /** How often files are put to disk and indexed, and the cameras to record are read. */
    static final Duration SYNC = Duration.ofSeconds(1);

    /** How often old recordings are deleted, and the disk is looked at. */
    static final Duration SWEEP = Duration.ofSeconds(5);

    /** How long recording has to go on after a failure until all is well again: what waited has been written by then. */
    static final Duration PROOF = SWEEP;

    /** How long nothing is recorded after a failure. */
    static final Duration RETRY = Duration.ofSeconds(10);

    private final RecorderServices services;
    private final StreamRegistry streams;
    private final RecordingAlarm alarm;
    private final BackfillQueue backfill;
    private final Retention retention;
    private final Recovery recovery;
    private final Semaphore woken = new Semaphore(0);
    private final List<CameraRecorder> recorders = new ArrayList<>();
    private boolean recovered;
    private long syncNanos;
    private long sweepNanos;
    private long retryNanos;

    RecorderLoop(RecorderServices services, StreamRegistry streams, RecordingAlarm alarm, BackfillQueue backfill) {
        this.services = services;
        this.streams = streams;
        this.alarm = alarm;
        this.backfill = backfill;
        this.retention = new Retention(services);
        this.recovery = new Recovery(services);
        long now = services.clock().nanoTime();
        this.syncNanos = now - SYNC.toNanos();
        this.sweepNanos = now - SWEEP.toNanos();
        this.retryNanos = now;
    }

    @Override
    public String roleName() {
        return "recorder";
    }

    /** Has it look at once which cameras are to be recorded. Any thread. */
    void wake() {
        woken.release();
    }

    @Override
    public boolean doWork() throws InterruptedException {
        boolean called = woken.tryAcquire(ROUND.toMillis(), TimeUnit.MILLISECONDS);
        if (services.clock().nanoTime() - retryNanos < 0) {
            return true;
        }
        try {
            record(called);
        } catch (IOException | StoreException e) {
            fail(RecordingAlarm.reason(e));
        }
        return true;
    }

    @Override
    public void onClose() {
        // What is written now is to be written.
        boolean unused = Thread.interrupted();
        for (CameraRecorder recorder : recorders) {
            try {
                recorder.poll();
                recorder.close();
            } catch (IOException | StoreException e) {
                services.errors().warn("A recording could not be closed; it is completed at the next start");
            }
        }
    }

    private void record(boolean called) throws IOException {
        if (!recovered) {
            recovery.run();
            recovered = true;
        }
        long now = services.clock().nanoTime();
        if (now - sweepNanos >= SWEEP.toNanos()) {
            sweepNanos = now;
            Optional<String> problem = retention.run(this::isOpen);
            if (problem.isPresent() && !services.index().cameras().isEmpty()) {
                fail(problem.get());
                return;
            }
            if (now - retryNanos >= PROOF.toNanos()) {
                alarm.over();
            }
        }
        for (CameraRecorder recorder : recorders) {
            recorder.poll();
        }
        takeBackfill();
        if (called || now - syncNanos >= SYNC.toNanos()) {
            syncNanos = now;
            for (CameraRecorder recorder : recorders) {
                recorder.sync();
            }
            choose();
        }
    }

    private void takeBackfill() throws IOException {
        for (CameraName camera : backfill.cameras()) {
            Optional<BackfillQueue.Waiting> group = backfill.peek(camera);
            if (group.isPresent() && isDealtWith(group.get())) {
                backfill.remove(group.get());
                group.get().done().run();
            }
        }
    }

    private boolean isDealtWith(BackfillQueue.Waiting waiting) throws IOException {
        for (CameraRecorder recorder : recorders) {
            if (recorder.isNamed(waiting.camera())) {
                return recorder.backfill(waiting.group());
            }
        }
        return !backfill.wants(waiting.camera());
    }

    /** Ends what is not to be recorded any more, and begins with what is. */
    private void choose() throws IOException {
        List<RecordedCamera> wanted = services.index().cameras();
        backfill.recorded(wanted.stream().map(RecordedCamera::name).collect(Collectors.toSet()));
        List<CameraRecorder> ending = new ArrayList<>(recorders);
        for (RecordedCamera camera : wanted) {
            Optional<LiveStream> stream = streams.known(camera.name());
            if (stream.isEmpty()) {
                continue;
            }
            if (!ending.removeIf(recorder -> recorder.isOf(camera, stream.get()))) {
                recorders.add(new CameraRecorder(camera, stream.get(), services));
            }
        }
        for (CameraRecorder recorder : ending) {
            recorders.remove(recorder);
            recorder.close();
        }
    }

    private boolean isOpen(RecordedFile file) {
        return recorders.stream()
                .flatMap(recorder -> recorder.open().stream())
                .anyMatch(open -> open.cameraId().equals(file.cameraId()) && open.startMicros() == file.startMicros());
    }

    private void fail(String reason) {
        recorders.forEach(CameraRecorder::abandon);
        recorders.clear();
        recovered = false;
        retryNanos = services.clock().nanoTime() + RETRY.toNanos();
        sweepNanos = services.clock().nanoTime() - SWEEP.toNanos();
        alarm.raise(reason);
    }
}
