package dev.fanlight.agent.source.live.javacv;

import dev.fanlight.agent.config.CameraUrl;
import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.javacv.InputOpening;
import dev.fanlight.agent.javacv.MediaInput;
import dev.fanlight.agent.source.SourceException;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A stream at an address. Immutable.
 *
 * @param url who is named in sentences
 * @param address the same with credentials
 * @param options of FFmpeg
 * @param probed whether packets of a format are read before it is open
 * @param timing how packets are timed
 * @param refusal what it means that it could not be opened
 */
record NetworkStream(
        CameraUrl url,
        String address,
        Map<String, String> options,
        Predicate<String> probed,
        Function<MediaInput, PacketTime> timing,
        Function<FfmpegException, SourceException> refusal)
        implements PacketInput.Source {

    @Override
    public MediaInput open(BooleanSupplier cancelled) throws SourceException, FfmpegException {
        NetworkFailures.checkName(url);
        return MediaInput.open(
                new InputOpening(address, Optional.empty(), Optional.empty(), options, probed, cancelled));
    }

    @Override
    public PacketTime time(MediaInput input) {
        return timing.apply(input);
    }

    @Override
    public SourceException refused(FfmpegException cause) {
        return refusal.apply(cause);
    }

    @Override
    public SourceException ended() {
        return NetworkFailures.ended(url);
    }

    /** Without credentials. */
    @Override
    public String toString() {
        return "NetworkStream[" + url.shown() + "]";
    }
}
