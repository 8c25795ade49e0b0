package dev.fanlight.agent.testing;

import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.media.Publication;
import dev.fanlight.agent.media.Rendition;
import dev.fanlight.media.AccessUnit;
import java.util.ArrayList;
import java.util.List;

/** Keeps what encoders make. One thread. */
public final class CollectedMedia implements MediaSink {

    public final List<Publication> publications = new ArrayList<>();
    public final List<Encoded> encoded = new ArrayList<>();

    public record Encoded(Rendition rendition, AccessUnit unit) {}

    @Override
    public void begin(Publication publication) {
        publications.add(publication);
    }

    @Override
    public void accept(Rendition rendition, AccessUnit unit) {
        encoded.add(new Encoded(rendition, unit));
    }

    public List<AccessUnit> units(Rendition rendition) {
        return encoded.stream()
                .filter(one -> one.rendition() == rendition)
                .map(Encoded::unit)
                .toList();
    }
}
