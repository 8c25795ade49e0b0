package dev.fanlight.agent.encode;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.agent.media.VideoFormat;
import dev.fanlight.agent.source.FrameFormat;
import dev.fanlight.agent.source.FramePool;
import dev.fanlight.agent.source.RawFrame;
import dev.fanlight.media.AccessUnit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Opens the first of several encoders that works here. Each has to encode two frames of the wanted size before it is used; one that fails
 * later, or does not answer in time, is replaced by the next one, with a notice. When the last one has failed too, it begins with the
 * first again. Thread safe; each encoder belongs to the thread that opens it.
 */
public final class EncoderSelection implements EncoderOpener {

    /** How long an encoder may take for a frame, and to open. */
    public static final Duration LIMIT = Duration.ofSeconds(5);

    private static final int PROOF_FRAMES = 2;
    private static final long PROOF_MICROS = 5_000_000;

    private final List<EncoderChoice> choices;
    private final EncoderProofs proofs;
    private final FramePool pool;
    private final Duration limit;
    private final Consumer<String> notices;

    @GuardedBy("this")
    private int first;

    @GuardedBy("this")
    private Optional<String> stopped = Optional.empty();

    private volatile String inUse = "";

    /**
     * Selects among {@code choices}, in their order.
     *
     * @param pool memory for the frames of proofs
     * @param limit how long an encoder may take for one frame
     * @param notices gets a sentence when another encoder takes over
     */
    public EncoderSelection(
            List<EncoderChoice> choices,
            EncoderProofs proofs,
            FramePool pool,
            Duration limit,
            Consumer<String> notices) {
        this.choices = List.copyOf(choices);
        this.proofs = proofs;
        this.pool = pool;
        this.limit = limit;
        this.notices = notices;
    }

    /** Name of the encoder that is open; empty when none is. */
    public String inUse() {
        return inUse;
    }

    @Override
    public synchronized Optional<VideoEncoder> open(FrameFormat frames) throws EncodeException {
        List<String> reasons = new ArrayList<>();
        for (int index = first; index < choices.size(); index++) {
            EncoderChoice choice = choices.get(index);
            Optional<String> failure = proofs.failure(choice.name(), frames.size());
            if (failure.isEmpty()) {
                try {
                    return Optional.of(use(choice, frames, opened(choice, frames)));
                } catch (EncodeException e) {
                    failure = Optional.of(String.valueOf(e.getMessage()));
                }
            }
            reasons.add(choice.name() + ": " + failure.get());
        }
        first = 0;
        throw new EncodeException("no encoder works here (" + String.join("; ", reasons) + ")");
    }

    /** Why encoders before the one in use do not work for frames of this format, each as {@code name: reason}. */
    public List<String> failures(FrameFormat frames) {
        List<String> failures = new ArrayList<>();
        for (EncoderChoice choice : choices) {
            proofs.failure(choice.name(), frames.size()).ifPresent(why -> failures.add(choice.name() + ": " + why));
        }
        return failures;
    }

    @GuardedBy("this")
    private VideoEncoder use(EncoderChoice choice, FrameFormat frames, WatchedEncoder encoder) {
        inUse = choice.name();
        stopped.ifPresent(
                name -> notices.accept(name + " has stopped: encoding with " + choice.name() + " from now on."));
        stopped = Optional.empty();
        return new Selected(choice, frames, encoder);
    }

    /** Open, and proven. */
    private WatchedEncoder opened(EncoderChoice choice, FrameFormat frames) throws EncodeException {
        boolean proven = proofs.isProven(choice.name(), frames.size());
        try {
            WatchedEncoder encoder = WatchedEncoder.open(choice, frames, limit);
            if (!proven) {
                prove(encoder, frames);
                proofs.proven(choice.name(), frames.size());
            }
            return encoder;
        } catch (EncodeException e) {
            if (proven) {
                proofs.forget(choice.name(), frames.size());
            } else {
                proofs.failed(choice.name(), frames.size(), String.valueOf(e.getMessage()));
            }
            throw e;
        } catch (EncoderStalledException e) {
            proofs.stalled(choice.name());
            throw new EncodeException(String.valueOf(e.getMessage()));
        }
    }

    /** The encoder goes on to be used: a second one would only cost memory. Hardware may give a frame only when it has the next one. */
    private void prove(WatchedEncoder encoder, FrameFormat frames) throws EncodeException {
        GreyFrames grey = new GreyFrames(pool, frames, PROOF_MICROS);
        List<AccessUnit> units = new ArrayList<>();
        try {
            for (int i = 0; i < PROOF_FRAMES; i++) {
                try (RawFrame frame = grey.next()) {
                    encoder.encode(frame, i == 0).ifPresent(units::add);
                }
            }
            if (units.isEmpty() || !units.get(0).key()) {
                throw new EncodeException("it gave no key frame for two frames");
            }
        } catch (EncodeException e) {
            encoder.close();
            throw e;
        } catch (EncoderStalledException e) {
            encoder.abandon();
            throw e;
        }
    }

    private synchronized void failed(EncoderChoice choice, FrameFormat frames) {
        proofs.forget(choice.name(), frames.size());
        first = (choices.indexOf(choice) + 1) % choices.size();
        stopped = Optional.of(choice.name());
    }

    /** The encoder in use. It begins with a key frame, whatever it encoded as a proof; when it fails, it is the turn of the next one. */
    private final class Selected implements VideoEncoder {

        private final EncoderChoice choice;
        private final FrameFormat frames;
        private final WatchedEncoder encoder;
        private boolean begun;
        private boolean lost;

        Selected(EncoderChoice choice, FrameFormat frames, WatchedEncoder encoder) {
            this.choice = choice;
            this.frames = frames;
            this.encoder = encoder;
        }

        @Override
        public VideoFormat format() {
            return encoder.format();
        }

        @Override
        public Optional<AccessUnit> encode(RawFrame frame, boolean key) throws EncodeException {
            boolean first = !begun;
            begun = true;
            return guarded(() -> encoder.encode(frame, key || first))
                    .filter(unit -> unit.captureMicros() >= GreyFrames.END_MICROS);
        }

        @Override
        public void bitRate(int bitsPerSecond) throws EncodeException {
            guarded(() -> {
                encoder.bitRate(bitsPerSecond);
                return true;
            });
        }

        @Override
        public void close() {
            inUse = "";
            if (lost) {
                encoder.abandon();
            } else {
                encoder.close();
            }
        }

        private <T> T guarded(Call<T> call) throws EncodeException {
            try {
                return call.run();
            } catch (EncodeException e) {
                failed(choice, frames);
                throw e;
            } catch (EncoderStalledException e) {
                lost = true;
                proofs.stalled(choice.name());
                failed(choice, frames);
                throw new EncodeException(String.valueOf(e.getMessage()));
            }
        }
    }

    /** Something an encoder does. */
    private interface Call<T> {
        T run() throws EncodeException;
    }
}
